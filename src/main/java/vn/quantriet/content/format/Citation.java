package vn.quantriet.content.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.quantriet.content.ClauseRef;
import vn.quantriet.content.Problem;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;

/**
 * A clause named by a file.
 *
 * @param ifMissing the problem to report should there be no such clause
 * @param ifUnrelated the problem to report should the file's text declare no relation to that clause's; absent when it need not
 */
public record Citation(ClauseRef ref, Problem ifMissing, Optional<Problem> ifUnrelated) {
    private static final String MISSING = "clause-missing";
    private static final String REMOVED = "clause-removed";

    /** The citations whose text is known but has no such clause. */
    public static List<Problem> problems(List<Citation> citations, Function<ResolutionId, Optional<Resolution>> texts) {
        return citations.stream()
                .flatMap(c -> texts.apply(c.ref.resolution()).flatMap(c::problem).stream())
                .toList();
    }

    /** The citations that need a relation which {@code own}, the text of their file, does not declare. */
    public static List<Problem> unrelated(List<Citation> citations, Resolution own) {
        return citations.stream()
                .filter(c -> own.relations().stream()
                        .noneMatch(relation -> relation.to().equals(c.ref.resolution())))
                .flatMap(c -> c.ifUnrelated.stream())
                .toList();
    }

    private Optional<Problem> problem(Resolution text) {
        if (text.clause(ref.clause()).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(text.retired().contains(ref.clause()) ? ifRemoved() : missingIn(text));
    }

    private Problem ifRemoved() {
        return problem(ifMissing.code().replace(MISSING, REMOVED), ifMissing.arguments());
    }

    /** Names the clause that may have been meant, when there is one like it. */
    private Problem missingIn(Resolution text) {
        var ids = text.clauses().stream().map(clause -> clause.id().value()).toList();
        return Nearest.to(ref.clause().value(), ids)
                .map(meant -> {
                    var arguments = new ArrayList<>(ifMissing.arguments());
                    arguments.add(meant);
                    return problem(ifMissing.code() + "-near", arguments);
                })
                .orElse(ifMissing);
    }

    private Problem problem(String code, List<String> arguments) {
        return new Problem(ifMissing.file(), ifMissing.line(), ifMissing.column(), code, arguments);
    }
}
