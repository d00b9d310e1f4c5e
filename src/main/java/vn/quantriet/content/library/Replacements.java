package vn.quantriet.content.library;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.quantriet.content.Problem;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.Resolution.Relation;
import vn.quantriet.content.ResolutionId;

/** Which texts say that they replace which others. Some may say it in a circle; then none of these is believed. */
final class Replacements {
    private final Map<ResolutionId, List<Relation>> byText = new HashMap<>();

    private Replacements(Collection<Resolution> texts) {
        for (var text : texts) {
            var replaced = text.relations().stream()
                    .filter(relation -> relation.type() == Relation.Type.REPLACES)
                    .toList();
            if (!replaced.isEmpty()) {
                byText.put(text.id(), replaced);
            }
        }
    }

    static Replacements of(Collection<Resolution> texts) {
        return new Replacements(texts);
    }

    /** Whether {@code to} replaces {@code from} in turn, directly or over others. */
    boolean isCircular(ResolutionId from, ResolutionId to) {
        Set<ResolutionId> seen = new HashSet<>();
        List<ResolutionId> ahead = new ArrayList<>(List.of(to));
        while (!ahead.isEmpty()) {
            var next = ahead.removeLast();
            if (next.equals(from)) {
                return true;
            }
            if (seen.add(next)) {
                byText.getOrDefault(next, List.of()).forEach(relation -> ahead.add(relation.to()));
            }
        }
        return false;
    }

    /** One for each declaration that closes a circle. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        byText.forEach((from, relations) -> relations.stream()
                .filter(relation -> isCircular(from, relation.to()))
                .forEach(relation -> problems.add(Problem.at(
                        from + "/resolution.md", relation.line(), 1, "relation-circle", from, relation.to()))));
        problems.sort(Shelves.BY_PLACE);
        return List.copyOf(problems);
    }
}
