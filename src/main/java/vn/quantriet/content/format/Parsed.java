package vn.quantriet.content.format;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.quantriet.content.Problem;

/**
 * What a file holds.
 *
 * @param value absent when it could not be made out at all; not to be served when there are problems
 * @param problems in the order of their places
 * @param citations every clause named, existing or not
 */
public record Parsed<T>(Optional<T> value, List<Problem> problems, List<Citation> citations) {
    private static final Comparator<Problem> BY_PLACE =
            Comparator.comparing(Problem::file).thenComparing(Problem::line).thenComparing(Problem::column);

    public Parsed {
        problems = problems.isEmpty()
                ? List.of()
                : problems.stream().distinct().sorted(BY_PLACE).toList();
        citations = List.copyOf(citations);
    }

    /** Whether the file is right in itself; its citations still have to be checked. */
    public boolean isGood() {
        return value.isPresent() && problems.isEmpty();
    }
}
