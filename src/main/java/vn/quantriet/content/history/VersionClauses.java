package vn.quantriet.content.history;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.quantriet.content.Clause;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.format.LibraryFormat;
import vn.quantriet.content.format.SourceFile;

/**
 * The clauses of a version, by identity and in their order.
 *
 * @param clauses none when there was no text, or none that can be made out
 */
record VersionClauses(Map<ClauseId, VersionClause> clauses) {
    static final String TEXT = "resolution.md";

    /** One clause as it was: label as people cite it, title and words for comparing. */
    record VersionClause(ClauseId id, String label, String title, String words, String hash) {
        String wording() {
            return words.isEmpty() ? title : title + "\n" + words;
        }
    }

    /** Everything that says which clause is which in a version is read here, and nowhere else. */
    static VersionClauses of(ResolutionId id, Map<String, String> files) {
        Map<ClauseId, VersionClause> clauses = new LinkedHashMap<>();
        var text = files.get(TEXT);
        if (text != null) {
            LibraryFormat.resolution(id, SourceFile.of(id + "/" + TEXT, text))
                    .value()
                    .ifPresent(parsed -> parsed.resolution()
                            .clauses()
                            .forEach(clause -> clauses.putIfAbsent(clause.id(), clause(clause))));
        }
        return new VersionClauses(clauses);
    }

    private static VersionClause clause(Clause clause) {
        return new VersionClause(clause.id(), clause.id().label(), clause.title(), clause.text(), clause.hash());
    }
}
