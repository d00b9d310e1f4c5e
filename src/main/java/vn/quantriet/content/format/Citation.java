package vn.quantriet.content.format;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.quantriet.content.ClauseRef;
import vn.quantriet.content.Problem;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;

/** A clause named by a file, and the problem to report should there be no such clause. */
public record Citation(ClauseRef ref, Problem ifMissing) {
    private static final String MISSING = "clause-missing";
    private static final String REMOVED = "clause-removed";

    /** The citations whose text is known but has no such clause. */
    public static List<Problem> problems(List<Citation> citations, Function<ResolutionId, Optional<Resolution>> texts) {
        return citations.stream()
                .flatMap(c -> texts.apply(c.ref.resolution()).flatMap(c::problem).stream())
                .toList();
    }

    private Optional<Problem> problem(Resolution text) {
        if (text.clause(ref.clause()).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(text.retired().contains(ref.clause()) ? ifRemoved() : ifMissing);
    }

    private Problem ifRemoved() {
        return new Problem(
                ifMissing.file(),
                ifMissing.line(),
                ifMissing.column(),
                ifMissing.code().replace(MISSING, REMOVED),
                ifMissing.arguments());
    }
}
