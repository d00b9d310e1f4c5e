package vn.quantriet.editing;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.TextPublishing.ClauseChange;

/**
 * Citations of clauses that a draft adds. A merge may give such a clause another identity, since the others added one at its place or
 * it moved on; then the draft's citations must name that, or they would name the others' clause.
 */
final class OwnCitations {
    private OwnCitations() {}

    /** One version of {@code resolution.md}, and what became of its clauses against the one in service. */
    record Outcome(String text, List<ClauseChange> changes) {}

    /**
     * The identities that clauses of mine had before the merge and have after it, where they are not the same.
     *
     * @param given before either side added anything
     */
    static Map<ClauseId, ClauseId> renamed(Set<ClauseId> given, Outcome mine, Outcome merged) {
        Map<String, ClauseId> after = new HashMap<>();
        changes(merged).forEach((words, change) -> {
            if (change.kind() == ClauseChange.Kind.ADDED) {
                after.put(words, change.clause());
            }
        });
        Map<ClauseId, ClauseId> renamed = new HashMap<>();
        Set<ClauseId> used = new HashSet<>(given);
        changes(mine).entrySet().stream()
                .filter(change -> after.containsKey(change.getKey()))
                .sorted(Comparator.comparingInt(change -> change.getValue().line()))
                .forEach(change -> {
                    var before = new ClauseId(change.getValue().place()).unlessIn(used);
                    used.add(before);
                    renamed.put(before, after.get(change.getKey()));
                });
        renamed.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
        return renamed;
    }

    /** By the words of the clause, where no other has the same. */
    private static Map<String, ClauseChange> changes(Outcome outcome) {
        Map<Integer, Part> parts = new HashMap<>();
        int line = 1;
        for (var part : Part.of(outcome.text())) {
            parts.put(line, part);
            line += (int) part.text().chars().filter(c -> c == '\n').count();
        }
        Map<String, ClauseChange> changes = new HashMap<>();
        Set<String> twice = new HashSet<>();
        for (var change : outcome.changes()) {
            var part = parts.get(change.line());
            if (part != null && changes.put(part.words(), change) != null) {
                twice.add(part.words());
            }
        }
        changes.keySet().removeAll(twice);
        return changes;
    }

    /** Files that cite the clauses by their new identities. */
    static Map<String, String> rewritten(
            ResolutionId text, Map<String, String> files, Map<ClauseId, ClauseId> renamed) {
        var citation =
                Pattern.compile("(clause:(?:" + Pattern.quote(text.value() + "#") + ")?)([a-zđ0-9.-]*[a-zđ0-9])");
        Map<String, String> rewritten = new TreeMap<>(files);
        rewritten.replaceAll((path, words) -> citation.matcher(words).replaceAll(found -> {
            var id = found.group(2);
            var now = ClauseId.isValid(id) ? renamed.get(new ClauseId(id)) : null;
            return found.group(1) + (now == null ? id : now.value());
        }));
        return rewritten;
    }
}
