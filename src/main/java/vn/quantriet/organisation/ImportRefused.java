package vn.quantriet.organisation;

import java.util.List;

/** An import had problems, so nothing of it was applied. */
public class ImportRefused extends RuntimeException {

    private final transient List<ImportProblem> problems;

    ImportRefused(List<ImportProblem> problems) {
        super("import has " + problems.size() + " problems, the first: " + problems.getFirst());
        this.problems = List.copyOf(problems);
    }

    public List<ImportProblem> problems() {
        return problems;
    }
}
