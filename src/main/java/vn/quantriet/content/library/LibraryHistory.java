package vn.quantriet.content.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;
import vn.quantriet.content.Author;
import vn.quantriet.content.format.SourceFile;

/**
 * The Git repository of the library. It is exactly {@code library/.git}, never one further up, and nothing that a user or the
 * machine has configured for Git applies. Its own commits name the library as committer, whoever wrote what they hold. One thread at a time commits; whatever only reads, and {@link #keep}, is safe for use by
 * many threads. Whoever opened it closes it.
 */
final class LibraryHistory implements LastGood, AutoCloseable {
    static final String GIT = ".git";

    /** In whose name changes made in the folder itself are recorded. */
    static final Author LIBRARY = Author.LIBRARY;

    /** Says of a library's first commit that nobody wrote it: its files are the samples that came with the program. */
    private static final String SAMPLES = "Seed";

    private static final String OWN_FILES = "Begin with the files found here";

    private static final int FARTHEST_BACK = 50;

    private final Git git;
    private final Clock clock;
    private volatile SoftReference<@Nullable Newest> newest = new SoftReference<>(null);

    private LibraryHistory(Git git, Clock clock) {
        this.git = git;
        this.clock = clock;
    }

    /** Opens the repository in {@code root}, creating both when they are missing. */
    static LibraryHistory open(Path root, Clock clock) {
        ignoreMachineSettings();
        try {
            Files.createDirectories(root);
            var folder = root.resolve(GIT);
            removeLocksOfKilledProcess(folder);
            var repository = new FileRepositoryBuilder()
                    .setGitDir(folder.toFile())
                    .setWorkTree(root.toFile())
                    .build();
            if (!Files.exists(folder.resolve(Constants.HEAD))) {
                repository.create();
            }
            return new LibraryHistory(new Git(repository), clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean existsIn(Path root) {
        return Files.isDirectory(root.resolve(GIT));
    }

    boolean isEmpty() {
        try {
            return repository().resolve(Constants.HEAD) == null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest commit's name. */
    Optional<String> head() {
        try {
            return Optional.ofNullable(repository().resolve(Constants.HEAD)).map(ObjectId::name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Commits all files as the first. @param samples whether they are those that came with the program */
    void begin(boolean samples) throws IOException {
        commit(List.of(), path -> true, path -> true, LIBRARY, samples ? SAMPLES : OWN_FILES);
    }

    /** Whether a commit holds nothing but the samples that came with the program, as they came. */
    static boolean isSamples(RevCommit commit) {
        return commit.getParentCount() == 0
                && isOwn(commit)
                && commit.getFullMessage().equals(SAMPLES);
    }

    /**
     * Commits what differs from the last commit below {@code folders} and is accepted; nothing when there is no such thing. Files that
     * are kept in the history alone stay there.
     *
     * @param folders all, when empty
     * @param changed asked for new and changed files
     * @param removed asked for files that are gone
     * @return the newest commit afterwards
     * @throws IOException when Git could not do it, for whatever reason
     */
    ObjectId commit(
            Collection<String> folders,
            Predicate<String> changed,
            Predicate<String> removed,
            Author author,
            String message)
            throws IOException {
        try {
            return commitNow(folders, changed, removed, author, message);
        } catch (GitAPIException | JGitInternalException e) {
            // JGit says it with the one or the other; a lock that somebody holds, for example, with the latter.
            throw new IOException("could not commit in " + repository().getDirectory(), e);
        }
    }

    private ObjectId commitNow(
            Collection<String> folders,
            Predicate<String> changed,
            Predicate<String> removed,
            Author author,
            String message)
            throws GitAPIException, IOException {
        var status = git.status();
        folders.forEach(status::addPath);
        var now = status.call();
        var additions = new TreeSet<String>();
        for (var paths : List.of(now.getUntracked(), now.getModified(), now.getAdded(), now.getChanged())) {
            paths.stream().filter(changed).forEach(additions::add);
        }
        var removals = new TreeSet<String>();
        for (var paths : List.of(now.getMissing(), now.getRemoved())) {
            paths.stream().filter(removed).forEach(removals::add);
        }
        if (!removals.isEmpty()) {
            removeCarried(removals);
        }
        if (additions.isEmpty() && removals.isEmpty()) {
            var head = repository().resolve(Constants.HEAD);
            return head == null ? ObjectId.zeroId() : head;
        }
        if (!additions.isEmpty()) {
            var add = git.add();
            additions.forEach(add::addFilepattern);
            add.call();
        }
        if (!removals.isEmpty()) {
            var remove = git.rm().setCached(true);
            removals.forEach(remove::addFilepattern);
            remove.call();
        }
        return git.commit()
                .setAuthor(person(author))
                .setCommitter(person(LIBRARY))
                .setMessage(message)
                .setSign(false)
                .setNoVerify(true)
                .call();
    }

    private void removeCarried(Set<String> paths) throws IOException {
        var index = repository().readDirCache();
        for (var path : List.copyOf(paths)) {
            var entry = index.getEntry(path);
            if (Incoming.isCarried(
                    repository(),
                    path,
                    entry == null ? FileMode.MISSING : entry.getFileMode(),
                    entry == null ? null : entry.getObjectId())) {
                paths.remove(path);
            }
        }
    }

    private PersonIdent person(Author author) {
        return new PersonIdent(author.name(), author.email(), clock.instant(), clock.getZone());
    }

    /**
     * What {@link #lastOwn} asks once for every text.
     *
     * @param commit the newest
     * @param own the trees of texts, by name, in the newest commit of this program's; none when there is no such commit
     * @param all likewise in the newest of all
     */
    private record Newest(ObjectId commit, Map<String, ObjectId> own, Map<String, ObjectId> all) {}

    /**
     * The version of a text and its register in the newest commit that this program made, whoever wrote them; where they are not in
     * it, the newest there is.
     *
     * @param folder of the text
     * @param text its file's name; likewise {@code register}
     */
    @Override
    public Optional<Unsettled.Version> lastOwn(String folder, String text, String register) {
        try {
            var head = repository().resolve(Constants.HEAD);
            if (head == null) {
                return Optional.empty();
            }
            var now = newest(head);
            var own = version(text, register, now.own().get(folder));
            return own.isPresent() ? own : version(text, register, now.all().get(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Unsettled.Version> version(String text, String register, @Nullable ObjectId tree)
            throws IOException {
        if (tree == null) {
            return Optional.empty();
        }
        var its = blob(register, tree);
        return blob(text, tree).map(blob -> new Unsettled.Version(blob, its));
    }

    private Newest newest(ObjectId head) throws IOException {
        var known = newest.get();
        if (known != null && known.commit().equals(head)) {
            return known;
        }
        try (var walk = new RevWalk(repository())) {
            var commit = walk.parseCommit(head);
            var all = folders(commit);
            walk.markStart(commit);
            var own = walk.next();
            while (own != null && !isOwn(own)) {
                own = walk.next();
            }
            var read = new Newest(head.copy(), own == null ? Map.of() : own.equals(commit) ? all : folders(own), all);
            newest = new SoftReference<>(read);
            return read;
        }
    }

    private Map<String, ObjectId> folders(RevCommit commit) throws IOException {
        Map<String, ObjectId> folders = new HashMap<>();
        try (var entries = new TreeWalk(repository())) {
            entries.addTree(commit.getTree());
            while (entries.next()) {
                if (entries.isSubtree()) {
                    folders.put(entries.getNameString(), entries.getObjectId(0));
                }
            }
        }
        return folders;
    }

    /** Whether this program committed it. */
    static boolean isOwn(RevCommit commit) {
        return commit.getCommitterIdent().getEmailAddress().equals(LIBRARY.email());
    }

    /** What Git calls this content. */
    static ObjectId nameOf(byte[] content) {
        try (var names = new ObjectInserter.Formatter()) {
            return names.idFor(Constants.OBJ_BLOB, content);
        }
    }

    @Override
    public ObjectId keep(byte[] content) {
        try (var store = repository().newObjectInserter()) {
            var name = store.insert(Constants.OBJ_BLOB, content);
            store.flush();
            return name;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Content by its name; absent when it was never kept, or has been cleared away from outside. */
    @Override
    public Optional<byte[]> content(ObjectId name) throws IOException {
        try {
            var blob = repository().open(name, Constants.OBJ_BLOB);
            return blob.getSize() > SourceFile.MOST_BYTES ? Optional.empty() : Optional.of(blob.getBytes());
        } catch (MissingObjectException e) {
            return Optional.empty();
        }
    }

    @Override
    public <T> Optional<Committed<T>> newest(String path, Function<byte[], Optional<T>> reading) {
        try (var walk = new RevWalk(repository())) {
            var head = repository().resolve(Constants.HEAD);
            if (head == null) {
                return Optional.empty();
            }
            walk.markStart(walk.parseCommit(head));
            walk.setTreeFilter(AndTreeFilter.create(PathFilter.create(path), TreeFilter.ANY_DIFF));
            int left = FARTHEST_BACK;
            for (var commit = walk.next(); commit != null && left-- > 0; commit = walk.next()) {
                var blob = blob(path, commit.getTree());
                if (blob.isPresent()) {
                    var found = content(blob.get()).flatMap(reading);
                    if (found.isPresent()) {
                        return Optional.of(new Committed<>(blob.get(), found.get()));
                    }
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who committed the last change of a file. */
    Optional<Author> lastAuthor(String path) {
        try (var walk = new RevWalk(repository())) {
            var head = repository().resolve(Constants.HEAD);
            if (head == null) {
                return Optional.empty();
            }
            walk.markStart(walk.parseCommit(head));
            walk.setTreeFilter(AndTreeFilter.create(PathFilter.create(path), TreeFilter.ANY_DIFF));
            return Optional.ofNullable(walk.next())
                    .map(RevCommit::getAuthorIdent)
                    .map(person -> new Author(person.getName(), person.getEmailAddress()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        git.close();
        repository().close();
    }

    private Optional<ObjectId> blob(String path, ObjectId tree) throws IOException {
        try (var entry = TreeWalk.forPath(repository(), path, tree)) {
            return entry == null || entry.getFileMode(0).getObjectType() != Constants.OBJ_BLOB
                    ? Optional.empty()
                    : Optional.of(entry.getObjectId(0));
        }
    }

    private Repository repository() {
        return git.getRepository();
    }

    /** The library has one process; a lock found at its start is a killed predecessor's. */
    private static void removeLocksOfKilledProcess(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve("index.lock"));
        Files.deleteIfExists(folder.resolve("HEAD.lock"));
        var heads = folder.resolve("refs/heads");
        if (Files.isDirectory(heads)) {
            try (var locks = Files.newDirectoryStream(heads, "*.lock")) {
                for (var lock : locks) {
                    Files.deleteIfExists(lock);
                }
            }
        }
    }

    private static synchronized void ignoreMachineSettings() {
        if (!(SystemReader.getInstance() instanceof NoSettings)) {
            SystemReader.setInstance(new NoSettings(SystemReader.getInstance()));
            // JGit measures how finely the disk keeps time, which takes seconds; a start must not wait for that.
            FS.FileStoreAttributes.setBackground(true);
            // Begun here, the measuring leaves its trial files in the folder for such things and not in the library.
            FS.getFileStoreAttributes(Path.of(System.getProperty("java.io.tmpdir")));
        }
    }
}
