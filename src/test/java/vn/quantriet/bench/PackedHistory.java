package vn.quantriet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.PersonIdent;

/** Commits all files of a folder at once, into one pack: what a library looks like that was cloned. */
final class PackedHistory {
    private static final PersonIdent AUTHOR = new PersonIdent("Thư viện", "thu-vien@localhost");

    private PackedHistory() {}

    static void commitAll(Path root) throws IOException, GitAPIException {
        try (var git = Git.init()
                        .setDirectory(root.toFile())
                        .setInitialBranch("master")
                        .call();
                var pack = ((ObjectDirectory) git.getRepository().getObjectDatabase()).newPackInserter()) {
            var index = git.getRepository().lockDirCache();
            var builder = index.builder();
            for (Path file : files(root)) {
                var content = Files.readAllBytes(file);
                var entry = new DirCacheEntry(root.relativize(file).toString());
                entry.setFileMode(FileMode.REGULAR_FILE);
                entry.setObjectId(pack.insert(Constants.OBJ_BLOB, content));
                entry.setLength(content.length);
                entry.setLastModified(Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                        .lastModifiedTime()
                        .toInstant());
                builder.add(entry);
            }
            builder.finish();
            var commit = new CommitBuilder();
            commit.setTreeId(index.writeTree(pack));
            commit.setAuthor(AUTHOR);
            commit.setCommitter(AUTHOR);
            commit.setMessage("All texts");
            var id = pack.insert(commit);
            pack.flush();
            index.write();
            index.commit();
            var head = git.getRepository().updateRef(Constants.HEAD);
            head.setNewObjectId(id);
            head.forceUpdate();
        }
    }

    private static List<Path> files(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(file ->
                            Files.isRegularFile(file) && !root.relativize(file).startsWith(".git"))
                    .sorted()
                    .toList();
        }
    }
}
