package vn.quantriet.content.library;

import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.jspecify.annotations.Nullable;
import vn.quantriet.content.library.Incoming.Entry;

/** Joins the history here with that from elsewhere, when the files are already together. Under the library's lock. */
final class Joining {
    private static final String MESSAGE = "Merge what was published elsewhere";

    private final Repository repository;
    private final Clock clock;

    Joining(Repository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    Optional<ObjectId> head() throws IOException {
        return Optional.ofNullable(repository.resolve(Constants.HEAD));
    }

    /** What both began from; absent when they have nothing in common. */
    Optional<RevCommit> common(RevWalk walk, RevCommit one, RevCommit other) throws IOException {
        walk.setRevFilter(RevFilter.MERGE_BASE);
        walk.markStart(one);
        walk.markStart(other);
        var base = walk.next();
        walk.reset();
        walk.setRevFilter(RevFilter.ALL);
        if (base != null) {
            walk.parseHeaders(base);
        }
        return Optional.ofNullable(base);
    }

    /** Whether all that is here and not there is samples, and what joined them with what came. @param there null when there is nothing */
    boolean hasOnlySamples(@Nullable ObjectId there) throws IOException {
        var head = head();
        try (var walk = new RevWalk(repository)) {
            if (head.isPresent()) {
                walk.markStart(walk.parseCommit(head.get()));
            }
            if (there != null) {
                walk.markUninteresting(walk.parseCommit(there));
            }
            boolean found = false;
            for (var commit = walk.next(); commit != null; commit = walk.next()) {
                boolean samples = LibraryHistory.isSamples(commit);
                if (!samples
                        && !(LibraryHistory.isOwn(commit)
                                && commit.getFullMessage().equals(MESSAGE))) {
                    return false;
                }
                found |= samples;
            }
            return found;
        }
    }

    /** The files' versions in the newest commit here, of those that are in it. */
    Map<String, ObjectId> committed(Set<String> paths) throws IOException {
        Map<String, ObjectId> versions = new HashMap<>();
        var head = head();
        if (head.isPresent() && !paths.isEmpty()) {
            try (var walk = new RevWalk(repository);
                    var files = new TreeWalk(repository)) {
                files.addTree(walk.parseCommit(head.get()).getTree());
                files.setRecursive(true);
                files.setFilter(PathFilterGroup.createFromStrings(paths));
                while (files.next()) {
                    versions.put(files.getPathString(), files.getObjectId(0));
                }
            }
        }
        return versions;
    }

    ObjectId blob(byte[] content) throws IOException {
        try (var inserter = repository.newObjectInserter()) {
            var id = inserter.insert(Constants.OBJ_BLOB, content);
            inserter.flush();
            return id;
        }
    }

    /**
     * Makes the newest commit here one that follows both. What was committed since {@code before} only brought the files together,
     * and becomes part of it.
     *
     * @param before the newest commit here before files from there were written; null when there was none
     * @param ahead whether {@code there} follows {@code before}, so that no commit of ours is needed when the files are the same
     * @param entries that the commit shall have besides what is committed
     */
    void join(@Nullable RevCommit before, RevCommit there, boolean ahead, Map<String, Entry> entries)
            throws IOException {
        var now = head();
        try (var walk = new RevWalk(repository);
                var inserter = repository.newObjectInserter()) {
            var cache = DirCache.newInCore();
            var builder = cache.builder();
            if (now.isPresent()) {
                builder.addTree(
                        new byte[0],
                        DirCacheEntry.STAGE_0,
                        walk.getObjectReader(),
                        walk.parseCommit(now.get()).getTree());
            }
            builder.finish();
            edit(cache.editor(), entries).finish();
            var tree = cache.writeTree(inserter);
            ObjectId joined = there;
            if (!ahead || !tree.equals(there.getTree().getId())) {
                joined = inserter.insert(commit(before, there, tree));
            }
            inserter.flush();
            writeIndex(entries);
            move(now, joined);
        }
    }

    private CommitBuilder commit(@Nullable RevCommit before, RevCommit there, ObjectId tree) {
        var commit = new CommitBuilder();
        commit.setTreeId(tree);
        if (before == null) {
            commit.setParentIds(there);
        } else {
            commit.setParentIds(before, there);
        }
        var library = person();
        commit.setAuthor(library);
        commit.setCommitter(library);
        commit.setMessage(MESSAGE);
        return commit;
    }

    private PersonIdent person() {
        return new PersonIdent(
                LibraryHistory.LIBRARY.name(), LibraryHistory.LIBRARY.email(), clock.instant(), clock.getZone());
    }

    private static DirCacheEditor edit(DirCacheEditor editor, Map<String, Entry> entries) {
        entries.forEach((path, entry) -> {
            var id = entry.id();
            if (id == null) {
                editor.add(new DirCacheEditor.DeletePath(path));
            } else {
                editor.add(new DirCacheEditor.PathEdit(path) {
                    @Override
                    public void apply(DirCacheEntry file) {
                        file.setFileMode(entry.mode().equals(FileMode.MISSING) ? FileMode.REGULAR_FILE : entry.mode());
                        file.setObjectId(id);
                        // The length of what it held before would make Git take the file for changed.
                        file.setLength(0);
                    }
                });
            }
        });
        return editor;
    }

    private void writeIndex(Map<String, Entry> entries) throws IOException {
        if (!entries.isEmpty()) {
            var index = repository.lockDirCache();
            try {
                edit(index.editor(), entries).finish();
                index.write();
                if (!index.commit()) {
                    throw new IOException("the library's index could not be written");
                }
            } finally {
                index.unlock();
            }
        }
    }

    private void move(Optional<ObjectId> from, ObjectId to) throws IOException {
        var update = repository.updateRef(Constants.HEAD);
        update.setExpectedOldObjectId(from.orElse(ObjectId.zeroId()));
        update.setNewObjectId(to);
        update.setForceUpdate(true);
        update.setRefLogIdent(person());
        update.setRefLogMessage("merge", false);
        var result = update.update();
        if (result != RefUpdate.Result.NEW
                && result != RefUpdate.Result.FORCED
                && result != RefUpdate.Result.FAST_FORWARD
                && result != RefUpdate.Result.NO_CHANGE) {
            throw new IOException("the library's history could not be joined: " + result);
        }
    }
}
