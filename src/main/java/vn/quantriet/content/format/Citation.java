package vn.quantriet.content.format;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.quantriet.content.ClauseRef;
import vn.quantriet.content.Problem;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;

/** A clause named by a file, and the problem to report should that clause not exist. */
public record Citation(ClauseRef ref, Problem ifMissing) {

    /** The citations whose text is known but has no such clause. */
    public static List<Problem> problems(List<Citation> citations, Function<ResolutionId, Optional<Resolution>> texts) {
        return citations.stream()
                .filter(c -> texts.apply(c.ref.resolution())
                        .filter(text -> text.clause(c.ref.clause()).isEmpty())
                        .isPresent())
                .map(Citation::ifMissing)
                .toList();
    }
}
