package vn.quantriet.content.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.quantriet.content.ClauseRef;
import vn.quantriet.content.Problem;
import vn.quantriet.content.ResolutionId;

/** Collects what is found wrong or cited while one file is parsed. Positions are those of the file's whole text. */
final class Findings {
    private final SourceFile file;
    private final ResolutionId text;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Citation> citations = new ArrayList<>();

    Findings(SourceFile file, ResolutionId text) {
        this.file = file;
        this.text = text;
    }

    SourceFile file() {
        return file;
    }

    /** The text whose folder the file lies in. */
    ResolutionId text() {
        return text;
    }

    void report(int offset, String code, Object... arguments) {
        problems.add(file.problem(offset, code, arguments));
    }

    void cite(int offset, ClauseRef ref) {
        var missing = ref.resolution().equals(text)
                ? file.problem(offset, "clause-missing", ref.clause())
                : file.problem(offset, "clause-missing-elsewhere", ref.clause(), ref.resolution());
        citations.add(new Citation(ref, missing));
    }

    <T> Parsed<T> with(@Nullable T value) {
        return new Parsed<>(Optional.ofNullable(value), problems, citations);
    }
}
