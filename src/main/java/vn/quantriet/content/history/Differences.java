package vn.quantriet.content.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.TextHistory.ClauseDifference;
import vn.quantriet.content.TextHistory.PartDifference;
import vn.quantriet.content.history.VersionClauses.VersionClause;
import vn.quantriet.content.merge.FileParts;

/** What differs between two versions of a text's files. */
final class Differences {
    private Differences() {}

    static List<ClauseDifference> ofClauses(VersionClauses earlier, VersionClauses later) {
        List<ClauseId> order = new ArrayList<>(later.clauses().keySet());
        int at = 0;
        for (var id : earlier.clauses().keySet()) {
            int there = order.indexOf(id);
            if (there < 0) {
                order.add(at++, id);
            } else {
                at = there + 1;
            }
        }
        return order.stream()
                .map(id -> difference(id, earlier.clauses(), later.clauses()))
                .toList();
    }

    private static ClauseDifference difference(
            ClauseId id, Map<ClauseId, VersionClause> earlier, Map<ClauseId, VersionClause> later) {
        var before = earlier.get(id);
        var after = later.get(id);
        var words =
                WordDifference.between(before == null ? "" : before.wording(), after == null ? "" : after.wording());
        return new ClauseDifference(
                id,
                before == null ? "" : before.label(),
                after == null ? "" : after.label(),
                words.before(),
                words.after());
    }

    static List<PartDifference> ofOtherParts(Map<String, String> earlier, Map<String, String> later) {
        List<PartDifference> differences = new ArrayList<>();
        var paths = new TreeSet<>(earlier.keySet());
        paths.addAll(later.keySet());
        for (var path : paths) {
            for (var pair : FileParts.pairs(path, earlier.getOrDefault(path, ""), later.getOrDefault(path, ""))) {
                boolean isClause = path.equals(Manuscript.TEXT) && !pair.isFrontMatter();
                if (!isClause && !pair.before().equals(pair.after())) {
                    var words = WordDifference.between(pair.before(), pair.after());
                    differences.add(new PartDifference(
                            path,
                            pair.isFrontMatter() ? PartDifference.FRONT_MATTER : pair.heading(),
                            words.before(),
                            words.after()));
                }
            }
        }
        return differences;
    }
}
