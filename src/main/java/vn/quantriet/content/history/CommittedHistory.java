package vn.quantriet.content.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.Library;
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.TextHistory;
import vn.quantriet.content.format.ClauseRegister;
import vn.quantriet.content.library.Custodians;
import vn.quantriet.content.library.LibraryPlace;
import vn.quantriet.content.merge.TextMerge;

/** The history of texts, read from the library's repository. */
@Service
class CommittedHistory implements TextHistory, DisposableBean {
    private static final int MOST_REMEMBERED = 100;

    private final Library library;
    private final LibraryPlace place;
    private final Map<ResolutionId, Remembered> lastChanges = new LinkedHashMap<>(MOST_REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ResolutionId, Remembered> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    private @Nullable Commits commits;

    /** @param library makes the repository, which is opened when first asked for */
    CommittedHistory(Library library, LibraryPlace place) {
        this.library = library;
        this.place = place;
    }

    /** What was found out for a newest commit and the text in service. */
    private record Remembered(Optional<ObjectId> head, String text, Map<ClauseId, Version> changes) {}

    @Override
    public List<Version> versions(ResolutionId id, int offset, int limit) {
        try {
            return commits().versions(id, offset, limit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Version> version(ResolutionId id, String commit) {
        try {
            return commits().version(id, commit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> files(ResolutionId id, String commit) {
        var files = new TreeMap<>(all(id, commit));
        files.remove(ClauseRegister.FILE);
        return files;
    }

    /** With the register. */
    private Map<String, String> all(ResolutionId id, String commit) {
        try {
            return ObjectId.isId(commit) ? commits().files(id, ObjectId.fromString(commit)) : Map.of();
        } catch (MissingObjectException | IncorrectObjectTypeException e) {
            return Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The clauses of a version as they were identified then. */
    VersionClauses clauses(ResolutionId id, String commit) {
        return VersionClauses.of(id, all(id, commit));
    }

    /**
     * Clauses that stood in a version and have been removed since, by their place in it. None of a version whose clauses neither a
     * register nor the portal that committed it identified: its numbers may be those of others.
     */
    Map<String, ClauseId> removedSince(ResolutionId id, String commit) {
        var removed = library.resolution(id).map(Resolution::retired).orElse(Set.of());
        Map<String, ClauseId> places = new HashMap<>();
        try {
            var then = removed.isEmpty() ? new VersionClauses(Map.of(), false) : clauses(id, commit);
            if (then.isRegistered() || !removed.isEmpty() && commits().isOwn(commit)) {
                then.clauses().values().stream()
                        .filter(clause -> removed.contains(clause.id()))
                        .forEach(clause -> places.put(clause.place(), clause.id()));
            }
            return places;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<ClauseDifference> difference(ResolutionId id, String earlier, String later) {
        return Differences.ofClauses(clauses(id, earlier), clauses(id, later));
    }

    @Override
    public List<PartDifference> otherDifferences(ResolutionId id, String earlier, String later) {
        return Differences.ofOtherParts(shown(files(id, earlier)), shown(files(id, later)));
    }

    /** Without questions, that whoever is to take them must not read, and decks, that hold words for the speaker alone. */
    private static Map<String, String> shown(Map<String, String> files) {
        var shown = new HashMap<>(files);
        if (!Custodians.includeReader()) {
            shown.keySet().removeIf(path -> path.equals(Manuscript.QUIZ) || path.startsWith(Manuscript.DECKS));
        }
        return shown;
    }

    @Override
    public Map<ClauseId, Version> lastChanges(ResolutionId id) {
        var text = library.resolution(id);
        if (text.isEmpty()) {
            return Map.of();
        }
        try {
            var head = commits().head();
            synchronized (lastChanges) {
                var known = lastChanges.get(id);
                if (known != null
                        && known.head().equals(head)
                        && known.text().equals(text.get().hash())) {
                    return known.changes();
                }
            }
            Map<ClauseId, String> wanted = new HashMap<>();
            text.get().clauses().forEach(clause -> wanted.put(clause.id(), clause.hash()));
            var found = found(id, wanted);
            synchronized (lastChanges) {
                lastChanges.put(id, new Remembered(head, text.get().hash(), found));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<ClauseId, Version> found(ResolutionId id, Map<ClauseId, String> wanted) throws IOException {
        Map<String, Optional<Version>> versions = new HashMap<>();
        Map<ClauseId, Version> changes = new HashMap<>();
        LastChanges.of(commits(), id, wanted)
                .forEach((clause, commit) -> versions.computeIfAbsent(commit.name(), name -> version(id, name))
                        .ifPresent(version -> changes.put(clause, version)));
        return Map.copyOf(changes);
    }

    @Override
    public Merge merge(Map<String, String> base, Map<String, String> mine, Map<String, String> theirs) {
        return TextMerge.of(base, mine, theirs);
    }

    @Override
    public synchronized void destroy() {
        if (commits != null) {
            commits.close();
        }
    }

    private synchronized Commits commits() throws IOException {
        if (commits == null) {
            commits = Commits.open(place.repository());
        }
        return commits;
    }
}
