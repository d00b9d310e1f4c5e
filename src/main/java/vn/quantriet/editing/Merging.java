package vn.quantriet.editing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.Library;
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.TextHistory;
import vn.quantriet.content.TextHistory.Conflict;
import vn.quantriet.content.TextHistory.Merge;
import vn.quantriet.content.TextPublishing;
import vn.quantriet.content.TextPublishing.ClauseChange;
import vn.quantriet.content.TextPublishing.Edition;

/**
 * Brings a draft together with the version that came out since it was begun, so that neither's words are lost: what only one of both
 * changed is taken as it is, for what both changed its author says which. What the draft cites of its own goes on naming that.
 * Afterwards the draft is sent for review again.
 */
@Service
public class Merging {
    private final DraftStore store;
    private final DraftAccess access;
    private final TextPublishing publishing;
    private final TextHistory history;
    private final Library library;

    Merging(DraftStore store, DraftAccess access, TextPublishing publishing, TextHistory history, Library library) {
        this.store = store;
        this.access = access;
        this.publishing = publishing;
        this.history = history;
        this.library = library;
    }

    /** What becomes of a part that both changed. */
    public enum Choice {
        MINE,
        THEIRS,
        /** Mine, and theirs below it. */
        BOTH
    }

    /**
     * What there is to bring together.
     *
     * @param theirs what the others changed
     * @param conflicts to be decided, in the order of their files
     * @param stamp of the two versions that are compared
     */
    public record Sheet(List<PartChange> theirs, List<Conflict> conflicts, String stamp) {
        public Sheet {
            theirs = List.copyOf(theirs);
            conflicts = List.copyOf(conflicts);
        }
    }

    /** Absent when the draft is up to date. */
    public Optional<Sheet> sheet(DraftId id) {
        var both = both(id);
        return both.isCurrent() ? Optional.empty() : Optional.of(sheet(both, merge(both)));
    }

    /**
     * Brings both together.
     *
     * @param stamp of the sheet that was looked at
     * @param choices one for each conflict, in order
     * @throws DraftChangedElsewhere when there is another sheet now
     */
    public void merge(DraftId id, String stamp, List<Choice> choices) {
        var both = both(id);
        if (both.isCurrent() || !both.stamp().equals(stamp)) {
            throw new DraftChangedElsewhere(id);
        }
        var merge = merge(both);
        if (choices.size() != merge.conflicts().size()) {
            throw new IllegalArgumentException(
                    "expected " + merge.conflicts().size() + " choices, got " + choices.size());
        }
        Map<String, String> files = new HashMap<>(merge.files());
        for (int i = 0; i < choices.size(); i++) {
            resolve(files, merge.conflicts().get(i), choices.get(i), both.theirs());
        }
        files.values().removeIf(String::isBlank);
        store.rebase(
                id,
                both.mine().draft().version(),
                files,
                both.theirs(),
                both.edition().map(Edition::version).orElse(null));
    }

    private record Both(DraftStore.Snapshot mine, Optional<Edition> edition) {
        boolean isCurrent() {
            return edition.map(Edition::version).equals(mine.baseVersion());
        }

        Map<String, String> theirs() {
            return edition.map(Edition::files).orElse(Map.of());
        }

        String stamp() {
            return mine.draft().version() + "/" + edition.map(Edition::version).orElse("");
        }
    }

    private Both both(DraftId id) {
        var snapshot = store.seen(id);
        access.requireAuthor(store.find(id));
        return new Both(snapshot, publishing.edition(snapshot.draft().text()));
    }

    private Merge merge(Both both) {
        var mine = both.mine();
        var merge = history.merge(mine.base(), mine.files(), both.theirs());
        var renamed = renamed(mine, merge.files());
        return renamed.isEmpty()
                ? merge
                : history.merge(
                        mine.base(), OwnCitations.rewritten(mine.draft().text(), mine.files(), renamed), both.theirs());
    }

    private Map<ClauseId, ClauseId> renamed(DraftStore.Snapshot mine, Map<String, String> merged) {
        var text = mine.draft().text();
        var after = outcome(text, merged);
        if (after.changes().stream().noneMatch(change -> change.kind() == ClauseChange.Kind.ADDED)) {
            return Map.of();
        }
        Set<ClauseId> given = new HashSet<>();
        library.resolution(text).ifPresent(known -> {
            known.clauses().forEach(clause -> given.add(clause.id()));
            given.addAll(known.retired());
        });
        // What the others added is what would vanish if the text went back to what the draft was begun from.
        publishing.check(text, mine.base()).changes().stream()
                .filter(change -> change.kind() == ClauseChange.Kind.VANISHED)
                .forEach(change -> given.remove(change.clause()));
        return OwnCitations.renamed(given, outcome(text, mine.files()), after);
    }

    private OwnCitations.Outcome outcome(ResolutionId text, Map<String, String> files) {
        return new OwnCitations.Outcome(
                files.getOrDefault(Manuscript.TEXT, ""),
                publishing.check(text, files).changes());
    }

    private static Sheet sheet(Both both, Merge merge) {
        return new Sheet(Differences.between(both.mine().base(), both.theirs()), merge.conflicts(), both.stamp());
    }

    private static void resolve(
            Map<String, String> files, Conflict conflict, Choice choice, Map<String, String> theirs) {
        if (choice != Choice.MINE) {
            var file = files.getOrDefault(conflict.file(), "");
            var theirFile = theirs.getOrDefault(conflict.file(), "");
            files.put(conflict.file(), new Resolved(file, conflict, theirFile).text(choice));
        }
    }
}
