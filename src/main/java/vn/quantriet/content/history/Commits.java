package vn.quantriet.content.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import vn.quantriet.content.Author;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.TextHistory.Version;
import vn.quantriet.content.format.ClauseRegister;
import vn.quantriet.content.format.SourceFile;

/**
 * Reads the commits of the library's repository, over a handle of its own: it needs no lock that a writer holds. Safe for use by
 * many threads; whoever opened it closes it.
 */
final class Commits implements AutoCloseable {
    private static final String MARKDOWN = ".md";
    private static final int MOST_FILES = 100;

    private final Repository repository;

    private Commits(Repository repository) {
        this.repository = repository;
    }

    static Commits open(Path folder) throws IOException {
        return new Commits(new FileRepositoryBuilder()
                .setGitDir(folder.toFile())
                .setMustExist(true)
                .build());
    }

    Optional<ObjectId> head() throws IOException {
        return Optional.ofNullable(repository.resolve(Constants.HEAD));
    }

    /** Commits that changed a file of the text, newest first; it is walked no further than asked for. */
    List<Version> versions(ResolutionId id, int offset, int limit) throws IOException {
        var head = head();
        if (head.isEmpty()) {
            return List.of();
        }
        try (var walk = new RevWalk(repository)) {
            // Parents are not needed here, and rewriting them would need the whole history.
            walk.setRewriteParents(false);
            walk.setTreeFilter(changesOf(id));
            walk.markStart(walk.parseCommit(head.get()));
            List<Version> versions = new ArrayList<>();
            int left = offset;
            for (var commit = walk.next(); commit != null && versions.size() < limit; commit = walk.next()) {
                if (left-- <= 0) {
                    versions.add(version(id, commit, walk));
                }
            }
            return versions;
        }
    }

    /** A published commit, when it changed a file of the text. */
    Optional<Version> version(ResolutionId id, String name) throws IOException {
        var head = head();
        if (head.isEmpty() || !ObjectId.isId(name)) {
            return Optional.empty();
        }
        try (var walk = new RevWalk(repository)) {
            var commit = walk.parseCommit(ObjectId.fromString(name));
            if (!walk.isMergedInto(commit, walk.parseCommit(head.get()))) {
                return Optional.empty();
            }
            return Optional.of(version(id, commit, walk))
                    .filter(version -> !version.files().isEmpty());
        } catch (MissingObjectException | IncorrectObjectTypeException e) {
            return Optional.empty();
        }
    }

    /** Whether the portal itself committed it, whoever wrote what it holds. */
    boolean isOwn(String name) throws IOException {
        try (var walk = new RevWalk(repository)) {
            return walk.parseCommit(ObjectId.fromString(name))
                    .getCommitterIdent()
                    .getEmailAddress()
                    .equals(Author.LIBRARY.email());
        }
    }

    private Version version(ResolutionId id, RevCommit commit, RevWalk walk) throws IOException {
        walk.parseBody(commit);
        var author = commit.getAuthorIdent();
        return new Version(
                commit.getName(),
                author.getWhenAsInstant(),
                new Author(author.getName(), author.getEmailAddress()),
                commit.getFullMessage().strip(),
                changed(id, commit));
    }

    /** Paths below the text's folder that differ from the first parent. */
    private Set<String> changed(ResolutionId id, RevCommit commit) throws IOException {
        var paths = new TreeSet<String>();
        try (var trees = new TreeWalk(repository);
                var parents = new RevWalk(repository)) {
            // Read afresh: a filtered walk may have left the parents unread.
            var own = parents.parseCommit(commit.getId());
            if (own.getParentCount() == 0) {
                trees.addTree(new EmptyTreeIterator());
            } else {
                trees.addTree(parents.parseCommit(own.getParent(0)).getTree());
            }
            trees.addTree(own.getTree());
            trees.setRecursive(true);
            trees.setFilter(changesOf(id));
            while (trees.next()) {
                paths.add(below(id, trees.getPathString()));
            }
        }
        return paths;
    }

    /**
     * The text's Markdown files and its register in a commit, by path below its folder, those larger than a file may be excepted.
     *
     * @throws MissingObjectException when there is no such commit
     */
    Map<String, String> files(ResolutionId id, ObjectId commit) throws IOException {
        try (var walk = new RevWalk(repository);
                var trees = new TreeWalk(repository)) {
            trees.addTree(walk.parseCommit(commit).getTree());
            trees.setRecursive(true);
            trees.setFilter(PathFilter.create(id.value()));
            Map<String, String> files = new TreeMap<>();
            while (trees.next() && files.size() < MOST_FILES) {
                var path = below(id, trees.getPathString());
                if ((path.endsWith(MARKDOWN) || path.equals(ClauseRegister.FILE))
                        && trees.getFileMode(0).equals(FileMode.TYPE_FILE)) {
                    text(trees.getObjectId(0)).ifPresent(text -> files.put(path, text));
                }
            }
            return files;
        }
    }

    /** The register is the portal's own book-keeping: what changes it alone is no version. */
    private static TreeFilter changesOf(ResolutionId id) {
        return AndTreeFilter.create(
                new TreeFilter[] {PathFilter.create(id.value()), new AllButRegister(), TreeFilter.ANY_DIFF});
    }

    private static final class AllButRegister extends TreeFilter {
        @Override
        public boolean include(TreeWalk entry) {
            return entry.isSubtree() || !entry.getNameString().equals(ClauseRegister.FILE);
        }

        @Override
        public boolean shouldBeRecursive() {
            return true;
        }

        @Override
        public TreeFilter clone() {
            return this;
        }
    }

    private static String below(ResolutionId id, String path) {
        return path.substring(Math.min(path.length(), id.value().length() + 1));
    }

    private Optional<String> text(ObjectId blob) {
        try {
            var loader = repository.open(blob, Constants.OBJ_BLOB);
            return loader.getSize() > SourceFile.MOST_BYTES
                    ? Optional.empty()
                    : Optional.of(new String(loader.getBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A commit that changed some paths.
     *
     * @param parents the nearest before it that did
     */
    record Step(RevCommit commit, List<RevCommit> parents) {
        Step {
            parents = List.copyOf(parents);
        }
    }

    /** Walks the commits that changed one of these paths from the newest on, while {@code visitor} answers true. */
    void walk(Set<String> paths, Predicate<Step> visitor) throws IOException {
        var head = head();
        if (head.isEmpty()) {
            return;
        }
        try (var walk = new RevWalk(repository)) {
            walk.setTreeFilter(AndTreeFilter.create(PathFilterGroup.createFromStrings(paths), TreeFilter.ANY_DIFF));
            walk.markStart(walk.parseCommit(head.get()));
            boolean on = true;
            for (var commit = walk.next(); commit != null && on; commit = walk.next()) {
                on = visitor.test(new Step(commit, List.of(commit.getParents())));
            }
        }
    }

    @Override
    public void close() {
        repository.close();
    }
}
