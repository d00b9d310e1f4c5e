package vn.quantriet.content.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.RemoteLibrary.Side;
import vn.quantriet.content.RemoteLibrary.TextConflict;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.TextHistory.Conflict;
import vn.quantriet.content.WordList;
import vn.quantriet.content.format.ClauseRegister;
import vn.quantriet.content.format.SourceFile;
import vn.quantriet.content.merge.LineMerge;
import vn.quantriet.content.merge.TextMerge;

/**
 * What a commit from elsewhere means for the files here. Only looks; what is to be done is in {@link Plan}.
 *
 * <p>Files whose names or sorts have no business in a library (links, hidden ones, other folders) stay in the history and are never
 * written to the disk.
 */
final class Incoming {
    static final int LARGEST = 20_000_000;
    private static final int DEEPEST = 3;
    private static final Pattern NAME = Pattern.compile("[^./\\\\:\\p{Cntrl}][^/\\\\:\\p{Cntrl}]{0,119}");
    private static final String MARKDOWN = ".md";

    private final Repository repository;
    private final LibraryFolder folder;
    private final Function<TextConflict, Optional<Side>> decided;
    private final Map<String, Optional<ObjectId>> brought;
    private final Plan plan = new Plan();

    /**
     * @param decided which side holds where both changed the same
     * @param brought versions from there on which files here already build, though the histories are not joined yet; nothing where
     *     there was no such file
     */
    Incoming(
            Repository repository,
            LibraryFolder folder,
            Function<TextConflict, Optional<Side>> decided,
            Map<String, Optional<ObjectId>> brought) {
        this.repository = repository;
        this.folder = folder;
        this.decided = decided;
        this.brought = brought;
    }

    /** What to do. */
    static final class Plan {
        /** Contents to write, kept in the history's store, or files to delete where there is none, by path below the library. */
        final Map<String, Optional<ObjectId>> files = new TreeMap<>();

        /** The version of each of these and of other changed files there, absent when deleted. */
        final Map<String, Optional<ObjectId>> there = new TreeMap<>();

        /** Entries of files that are kept in the history alone. */
        final Map<String, Entry> carried = new TreeMap<>();

        final List<TextConflict> conflicts = new ArrayList<>();
    }

    /** A file in a tree; null id where there is none. */
    record Entry(@Nullable ObjectId id, FileMode mode) {}

    /** A file that differs there from what both had. */
    private record Change(String path, Entry base, Entry here, Entry there) {}

    /**
     * Whether such a file is kept in the history alone, and never written to the disk nor looked for there.
     *
     * @param name of the file's content; null when there is none
     */
    static boolean isCarried(Repository repository, String path, FileMode mode, @Nullable ObjectId name)
            throws IOException {
        return !hasPlace(path) || name != null && !isReadable(repository, new Entry(name, mode));
    }

    /** Whether a file of that path has business in a library. */
    private static boolean hasPlace(String path) {
        var names = path.split("/", -1);
        return names.length <= DEEPEST
                && Arrays.stream(names).allMatch(name -> NAME.matcher(name).matches())
                && (names.length == 1 || ResolutionId.isValid(names[0]));
    }

    private static boolean isReadable(Repository repository, Entry entry) throws IOException {
        var id = entry.id();
        if (id == null
                || !entry.mode().equals(FileMode.REGULAR_FILE) && !entry.mode().equals(FileMode.EXECUTABLE_FILE)) {
            return false;
        }
        // Opening it would read all of it.
        try (var reader = repository.newObjectReader()) {
            return reader.getObjectSize(id, Constants.OBJ_BLOB) <= LARGEST;
        }
    }

    /** @param base null when both have nothing in common */
    Plan plan(@Nullable RevCommit base, @Nullable RevCommit here, RevCommit there) throws IOException {
        Map<String, List<Change>> texts = new TreeMap<>();
        for (var change : changes(base, here, there)) {
            var path = change.path();
            boolean isThere = isReadable(repository, change.there());
            boolean wasHere = brought.containsKey(path) || isReadable(repository, change.base());
            if (!hasPlace(path) || !isThere && !wasHere) {
                carry(change);
                continue;
            }
            if (!isThere && change.there().id() != null) {
                // A link, say, in place of a file: the file goes, and the link is kept.
                carry(change);
            }
            if (path.contains("/")) {
                texts.computeIfAbsent(path.substring(0, path.indexOf('/')), name -> new ArrayList<>())
                        .add(change);
            } else {
                plan.there.put(path, name(change.there()));
                other(change);
            }
        }
        for (var text : texts.entrySet()) {
            text(new ResolutionId(text.getKey()), text.getValue(), base, there);
        }
        return plan;
    }

    /** What was brought is looked at in any case: taken back there since, it is as both once had it. */
    private Collection<Change> changes(@Nullable RevCommit base, @Nullable RevCommit here, RevCommit there)
            throws IOException {
        var commits = Arrays.asList(base, here, there);
        Map<String, Change> changes = new TreeMap<>();
        files(commits, TreeFilter.ANY_DIFF, change -> {
            if (!change.base().equals(change.there())) {
                changes.put(change.path(), change);
            }
        });
        if (!brought.isEmpty()) {
            files(
                    commits,
                    PathFilterGroup.createFromStrings(brought.keySet()),
                    change -> changes.put(change.path(), change));
            var nothing = new Entry(null, FileMode.MISSING);
            brought.keySet().forEach(path -> changes.putIfAbsent(path, new Change(path, nothing, nothing, nothing)));
        }
        return changes.values();
    }

    private void files(List<@Nullable RevCommit> commits, TreeFilter which, Consumer<Change> use) throws IOException {
        try (var trees = new TreeWalk(repository)) {
            for (var commit : commits) {
                if (commit == null) {
                    trees.addTree(new EmptyTreeIterator());
                } else {
                    trees.addTree(commit.getTree());
                }
            }
            trees.setRecursive(true);
            trees.setFilter(which);
            while (trees.next()) {
                use.accept(new Change(trees.getPathString(), entry(trees, 0), entry(trees, 1), entry(trees, 2)));
            }
        }
    }

    private static Entry entry(TreeWalk trees, int tree) {
        var mode = trees.getFileMode(tree);
        return new Entry(mode.equals(FileMode.TYPE_MISSING) ? null : trees.getObjectId(tree), mode);
    }

    private void carry(Change change) {
        if (change.here().equals(change.base())) {
            plan.carried.put(change.path(), change.there());
        }
    }

    /** What becomes of a text's files. @param written here; nothing to delete them */
    private record Outcome(Map<String, Optional<byte[]>> written, List<Conflict> conflicts) {
        Outcome() {
            this(new HashMap<>(), new ArrayList<>());
        }
    }

    /** All files of a text or none. */
    private void text(ResolutionId id, List<Change> changes, @Nullable RevCommit common, RevCommit newest)
            throws IOException {
        var outcome = outcome(id, changes, common, newest, Optional.empty());
        if (!outcome.conflicts().isEmpty()) {
            var conflict = new TextConflict(id, newest.name(), outcome.conflicts());
            var side = decided.apply(conflict);
            if (side.isEmpty()) {
                plan.conflicts.add(conflict);
                return;
            }
            outcome = outcome(id, changes, common, newest, side);
        }
        try (var store = repository.newObjectInserter()) {
            for (var file : outcome.written().entrySet()) {
                var content = file.getValue();
                plan.files.put(
                        file.getKey(),
                        content.isEmpty()
                                ? Optional.empty()
                                : Optional.of(store.insert(Constants.OBJ_BLOB, content.get())));
            }
            store.flush();
        }
        for (var change : changes) {
            plan.there.put(change.path(), name(change.there()));
        }
    }

    private Outcome outcome(
            ResolutionId id, List<Change> changes, @Nullable RevCommit common, RevCommit newest, Optional<Side> side)
            throws IOException {
        var outcome = new Outcome();
        for (var change : changes) {
            var path = change.path();
            var here = folder.readWhole(path);
            var base = base(change);
            var there = bytes(change.there());
            if (same(here, there) || same(base, there)) {
                continue;
            }
            if (same(here, base) || wasThere(path, here, common, newest)) {
                outcome.written().put(path, there);
            } else if (path.endsWith(MARKDOWN) && base.isPresent()) {
                markdown(id, path, base, here, there, side, outcome);
            } else {
                oneOrTheOther(id, path, there, side, outcome);
            }
        }
        identities(id, changes, newest, outcome.written());
        return outcome;
    }

    /** A text that comes out as it is there has the clauses that were identified there, whatever else its register says here. */
    private void identities(
            ResolutionId id, List<Change> changes, RevCommit newest, Map<String, Optional<byte[]>> written)
            throws IOException {
        var path = id + "/" + ClauseRegister.FILE;
        var changed = changes.stream()
                .filter(change -> change.path().equals(path) && !written.containsKey(path))
                .findFirst();
        if (changed.isPresent()) {
            var here = folder.readWhole(path);
            var base = base(changed.get());
            var there = bytes(changed.get().there());
            var text = id + "/" + Manuscript.TEXT;
            var result =
                    written.containsKey(text) ? written.getOrDefault(text, Optional.empty()) : folder.readWhole(text);
            if (!same(here, there) && !same(base, there) && same(result, bytes(entry(newest, text)))) {
                written.put(path, new JoinedRegister(id, result).of(base, here, there));
            }
        }
    }

    private Entry entry(RevCommit commit, String path) throws IOException {
        try (var entry = TreeWalk.forPath(repository, path, commit.getTree())) {
            return entry == null ? new Entry(null, FileMode.MISSING) : entry(entry, 0);
        }
    }

    private Optional<byte[]> base(Change change) throws IOException {
        var known = brought.get(change.path());
        return bytes(known == null ? change.base() : new Entry(known.orElse(null), FileMode.REGULAR_FILE));
    }

    /** Whether the file here is an earlier one from there: brought by a process before this one, and wrong. */
    private boolean wasThere(String path, Optional<byte[]> here, @Nullable RevCommit common, RevCommit newest)
            throws IOException {
        if (here.isEmpty()) {
            return false;
        }
        var own = LibraryHistory.nameOf(here.get());
        try (var walk = new RevWalk(repository)) {
            walk.setRewriteParents(false);
            walk.setTreeFilter(AndTreeFilter.create(PathFilter.create(path), TreeFilter.ANY_DIFF));
            walk.markStart(walk.parseCommit(newest));
            if (common != null) {
                walk.markUninteresting(walk.parseCommit(common));
            }
            for (var commit = walk.next(); commit != null; commit = walk.next()) {
                try (var entry = TreeWalk.forPath(repository, path, commit.getTree())) {
                    if (entry != null && entry.getObjectId(0).equals(own)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    private void markdown(
            ResolutionId id,
            String path,
            Optional<byte[]> base,
            Optional<byte[]> here,
            Optional<byte[]> there,
            Optional<Side> side,
            Outcome outcome) {
        var name = path.substring(id.value().length() + 1);
        try {
            var before = files(name, base);
            var mine = files(name, here);
            var theirs = files(name, there);
            var merge = side.filter(s -> s == Side.THERE).isPresent()
                    ? TextMerge.of(before, theirs, mine)
                    : TextMerge.of(before, mine, theirs);
            outcome.conflicts().addAll(merge.conflicts());
            var text = Optional.ofNullable(merge.files().get(name));
            if (!text.equals(Optional.ofNullable(mine.get(name)))) {
                outcome.written().put(path, text.map(t -> t.getBytes(StandardCharsets.UTF_8)));
            }
        } catch (CharacterCodingException e) {
            // No text that could be merged: one or the other.
            outcome.conflicts().add(new Conflict(name, "", "", "", ""));
            if (side.filter(s -> s == Side.THERE).isPresent()) {
                outcome.written().put(path, there);
            }
        }
    }

    private static Map<String, String> files(String name, Optional<byte[]> bytes) throws CharacterCodingException {
        if (bytes.isEmpty()) {
            return Map.of();
        }
        var text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes.get()))
                .toString();
        return Map.of(name, SourceFile.of(name, text).text());
    }

    /** What the program writes itself, it writes anew; of anything else it must be said. */
    private void oneOrTheOther(
            ResolutionId id, String path, Optional<byte[]> there, Optional<Side> side, Outcome outcome) {
        if (path.endsWith("/" + ClauseRegister.FILE)) {
            return;
        }
        outcome.conflicts().add(new Conflict(path.substring(id.value().length() + 1), "", "", "", ""));
        if (side.filter(s -> s == Side.THERE).isPresent()) {
            outcome.written().put(path, there);
        }
    }

    /** Files beside the texts: what changed there alone is taken; of the word list, lines of both; otherwise what is here stays. */
    private void other(Change change) throws IOException {
        var here = folder.readWhole(change.path());
        var there = bytes(change.there());
        if (same(here, bytes(change.base()))) {
            plan.files.put(change.path(), name(change.there()));
        } else if (change.path().equals(WordList.FILE) && here.isPresent() && there.isPresent()) {
            words(bytes(change.base()), here.get(), there.get());
        }
    }

    private void words(Optional<byte[]> base, byte[] here, byte[] there) throws IOException {
        try {
            var mine = lines(Optional.of(here));
            var merged = LineMerge.of(lines(base), mine, lines(Optional.of(there)));
            if (!merged.equals(mine)) {
                try (var store = repository.newObjectInserter()) {
                    var bytes = (String.join("\n", merged) + "\n").getBytes(StandardCharsets.UTF_8);
                    plan.files.put(WordList.FILE, Optional.of(store.insert(Constants.OBJ_BLOB, bytes)));
                    store.flush();
                }
            }
        } catch (CharacterCodingException e) {
            // No text whose lines could be told apart: what is here stays.
        }
    }

    private static List<String> lines(Optional<byte[]> bytes) throws CharacterCodingException {
        return files(WordList.FILE, bytes)
                .getOrDefault(WordList.FILE, "")
                .lines()
                .toList();
    }

    private Optional<ObjectId> name(Entry entry) throws IOException {
        return isReadable(repository, entry) ? Optional.ofNullable(entry.id()) : Optional.empty();
    }

    private Optional<byte[]> bytes(Entry entry) throws IOException {
        var id = entry.id();
        return id != null && isReadable(repository, entry)
                ? Optional.of(repository.open(id).getBytes(LARGEST))
                : Optional.empty();
    }

    private static boolean same(Optional<byte[]> one, Optional<byte[]> other) {
        return one.isPresent() == other.isPresent() && (one.isEmpty() || Arrays.equals(one.get(), other.orElseThrow()));
    }
}
