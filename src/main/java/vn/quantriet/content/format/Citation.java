package vn.quantriet.content.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.quantriet.content.Clause;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.ClauseRef;
import vn.quantriet.content.Problem;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;

/**
 * A clause named by a file.
 *
 * @param ifMissing the problem to report should that clause not exist
 * @param ifUnrelated the problem to report should the file's text declare no relation to that clause's; absent when it need not
 */
public record Citation(ClauseRef ref, Problem ifMissing, Optional<Problem> ifUnrelated) {

    /** The citations whose text is known but has no such clause. */
    public static List<Problem> problems(List<Citation> citations, Function<ResolutionId, Optional<Resolution>> texts) {
        return citations.stream()
                .flatMap(c -> texts
                        .apply(c.ref.resolution())
                        .filter(text -> text.clause(c.ref.clause()).isEmpty())
                        .map(c::missingIn)
                        .stream())
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

    /** Names the clause that may have been meant, when there is one like it. */
    private Problem missingIn(Resolution text) {
        var labels =
                text.clauses().stream().map(Clause::id).map(ClauseId::label).toList();
        return Nearest.to(ref.clause().label(), labels)
                .map(meant -> {
                    var arguments = new ArrayList<>(ifMissing.arguments());
                    arguments.add(meant);
                    return new Problem(
                            ifMissing.file(),
                            ifMissing.line(),
                            ifMissing.column(),
                            ifMissing.code() + "-near",
                            arguments);
                })
                .orElse(ifMissing);
    }
}
