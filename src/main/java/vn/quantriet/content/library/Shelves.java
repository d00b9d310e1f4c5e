package vn.quantriet.content.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quantriet.content.Problem;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.format.Citation;
import vn.quantriet.content.format.ParsedText;

/** The whole library at one moment. Never changes; the next moment is another. */
record Shelves(Map<ResolutionId, Shelved> texts, List<Resolution> newestFirst, List<Problem> problems) {
    private static final Comparator<Resolution> NEWEST_FIRST = Comparator.comparing(Resolution::issued)
            .reversed()
            .thenComparing(resolution -> resolution.id().value());
    static final Comparator<Problem> BY_PLACE =
            Comparator.comparing(Problem::file).thenComparing(Problem::line).thenComparing(Problem::column);

    /** @param folderProblems those of folders that can be no text */
    static Shelves of(Map<ResolutionId, Shelved> texts, List<Problem> folderProblems) {
        var copy = new HashMap<>(texts);
        var problems = new ArrayList<>(folderProblems);
        for (var shelved : copy.values()) {
            problems.addAll(shelved.problems());
            problems.addAll(Citation.problems(
                    shelved.elsewhere(),
                    id -> Optional.ofNullable(copy.get(id))
                            .flatMap(Shelved::text)
                            .map(ParsedText::resolution)));
        }
        var newestFirst = copy.values().stream()
                .flatMap(shelved -> shelved.text().stream())
                .map(ParsedText::resolution)
                .sorted(NEWEST_FIRST)
                .toList();
        problems.addAll(Replacements.of(newestFirst).problems());
        problems.sort(BY_PLACE);
        return new Shelves(Map.copyOf(copy), newestFirst, List.copyOf(problems));
    }

    Optional<Shelved> find(ResolutionId id) {
        return Optional.ofNullable(texts.get(id));
    }

    Optional<Resolution> resolution(ResolutionId id) {
        return find(id).flatMap(Shelved::text).map(ParsedText::resolution);
    }
}
