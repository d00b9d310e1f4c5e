package vn.quantriet.content.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.RemoteLibrary.Side;
import vn.quantriet.content.RemoteLibrary.TextConflict;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.library.Incoming.Entry;
import vn.quantriet.content.library.Incoming.Plan;

/**
 * Brings a commit from elsewhere into the library: its files are written into the folder, where they are read and checked like any
 * that somebody changed there, and the histories are joined once all of them are right. A process that is killed in between finds
 * changed files at the next start, and the same commit to join. One thread.
 */
final class RemoteIntake {
    private final LiveLibrary library;
    private final Repository repository;
    private final Joining joining;
    private final Map<ResolutionId, Decision> decisions;

    /** Versions from there on which the files here build, for as long as the histories cannot be joined; nothing where there was none. */
    private final Map<String, Optional<ObjectId>> brought = new HashMap<>();

    /** What the last round came to, when it could not join the histories. */
    private @Nullable Last last;

    /** @param decisions others may add to them at any time */
    RemoteIntake(LiveLibrary library, Repository repository, Clock clock, Map<ResolutionId, Decision> decisions) {
        this.decisions = decisions;
        this.library = library;
        this.repository = repository;
        this.joining = new Joining(repository, clock);
    }

    /** Which side holds in a conflict that somebody saw. */
    record Decision(TextConflict conflict, Side holds) {}

    /** A round, and all that it depended on, as that was when it ended. */
    private record Last(
            Optional<ObjectId> head,
            ObjectId there,
            Shelves shelves,
            Map<ResolutionId, Decision> decided,
            Outcome outcome) {
        /** Whether another one would come to the same. Shelves are others whenever a file was read again. */
        boolean isStill(
                Optional<ObjectId> newHead,
                ObjectId newThere,
                Shelves newShelves,
                Map<ResolutionId, Decision> newDecided) {
            return head.equals(newHead)
                    && AnyObjectId.isEqual(there, newThere)
                    && shelves == newShelves
                    && decided.equals(newDecided);
        }
    }

    /**
     * What came of it.
     *
     * @param isJoined whether the newest commit here now follows that one
     * @param hasOwn whether there are commits here that are not there
     * @param conflicts why not, if a decision is needed
     */
    record Outcome(boolean isJoined, boolean hasOwn, List<TextConflict> conflicts) {}

    Optional<ObjectId> head() throws IOException {
        return joining.head();
    }

    /** Whether there is nothing to offer but samples. @param there the newest commit there, if there is one */
    boolean hasOnlySamples(Optional<ObjectId> there) throws IOException {
        return joining.hasOnlySamples(there.orElse(null));
    }

    Outcome take(ObjectId there) {
        return library.exclusively(() -> {
            try (var walk = new RevWalk(repository)) {
                return take(walk, walk.parseCommit(there));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Outcome take(RevWalk walk, RevCommit there) throws IOException {
        var head = head();
        var known = last;
        if (known != null && known.isStill(head, there, library.shelves(), decisions)) {
            return known.outcome();
        }
        last = null;
        var here = head.isEmpty() ? null : walk.parseCommit(head.get());
        var base = here == null ? null : joining.common(walk, here, there).orElse(null);
        if (base != null && base.equals(there)) {
            brought.clear();
            return new Outcome(true, !there.equals(here), List.of());
        }
        // Samples give way to a library that others have written.
        boolean untouched = here != null && base == null && LibraryHistory.isSamples(here);
        var decided = Map.copyOf(decisions);
        var plan = plan(base, here, there, untouched);
        if (untouched && clear(plan)) {
            plan = plan(base, here, there, true);
        }
        write(plan);
        brought.putAll(plan.there);
        boolean hasOwn = here != null && !here.equals(base);
        if (plan.conflicts.isEmpty() && !isHeld(plan)) {
            joining.join(here, there, !hasOwn, entries(plan));
            brought.clear();
            decisions.clear();
            return new Outcome(true, hasOwn, List.of());
        }
        var outcome = new Outcome(false, hasOwn, plan.conflicts);
        last = new Last(head(), there.copy(), library.shelves(), decided, outcome);
        return outcome;
    }

    /** One file after the other; the texts among them are read when all are there. */
    private void write(Plan plan) throws IOException {
        Set<String> texts = new TreeSet<>();
        for (var file : plan.files.entrySet()) {
            var path = file.getKey();
            var content = file.getValue();
            if (content.isPresent()) {
                library.folder().write(path, repository.open(content.get()).getBytes(Incoming.LARGEST));
            } else {
                library.folder().delete(path);
            }
            if (path.contains("/")) {
                texts.add(textOf(path));
            }
        }
        if (!texts.isEmpty()) {
            library.refresh(texts);
        }
    }

    private Plan plan(@Nullable RevCommit base, @Nullable RevCommit here, RevCommit there, boolean untouched)
            throws IOException {
        return new Incoming(
                        repository,
                        library.folder(),
                        conflict -> untouched ? Optional.of(Side.THERE) : decision(conflict),
                        Map.copyOf(brought))
                .plan(base, here, there);
    }

    private Optional<Side> decision(TextConflict conflict) {
        return Optional.ofNullable(decisions.get(conflict.text()))
                .filter(decision -> decision.conflict().equals(conflict))
                .map(Decision::holds);
    }

    /** Samples are no earlier versions of the texts that take their place: they go first, with all that was written around them. */
    private boolean clear(Plan plan) throws IOException {
        Set<String> replaced = new TreeSet<>();
        for (var path : plan.files.keySet()) {
            if (path.endsWith("/" + Manuscript.TEXT) && library.folder().holds(path)) {
                replaced.add(textOf(path));
            }
        }
        for (var text : replaced) {
            for (var file : library.folder().state(text).files()) {
                library.folder().delete(text + "/" + file.path());
            }
        }
        library.refresh(replaced);
        return !replaced.isEmpty();
    }

    private static String textOf(String path) {
        return path.substring(0, path.indexOf('/'));
    }

    /** Whether a file that came was not found right and committed. */
    private boolean isHeld(Plan plan) throws IOException {
        Set<String> paths = new TreeSet<>(plan.there.keySet());
        paths.removeIf(path -> !path.endsWith(".md") || !path.contains("/"));
        var committed = joining.committed(paths);
        for (var path : paths) {
            var here = library.folder().readWhole(path).map(LibraryHistory::nameOf);
            if (!here.equals(Optional.ofNullable(committed.get(path)))) {
                return true;
            }
        }
        return false;
    }

    private Optional<ObjectId> blob(Optional<byte[]> content) throws IOException {
        return content.isEmpty() ? Optional.empty() : Optional.of(joining.blob(content.get()));
    }

    /** Files beside the texts' Markdown, which nobody else commits, and those that are only kept. */
    private Map<String, Entry> entries(Plan plan) throws IOException {
        Map<String, Entry> entries = new TreeMap<>(plan.carried);
        // What lies here in spite of it, because that was decided, stays.
        entries.keySet()
                .removeIf(
                        path -> plan.there.containsKey(path) && library.folder().holds(path));
        for (var path : plan.there.keySet()) {
            if (!plan.carried.containsKey(path) && (!path.endsWith(".md") || !path.contains("/"))) {
                var id = blob(library.folder().readWhole(path)).orElse(null);
                entries.put(path, new Entry(id, id == null ? FileMode.MISSING : FileMode.REGULAR_FILE));
            }
        }
        return entries;
    }
}
