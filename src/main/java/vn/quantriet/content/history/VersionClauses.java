package vn.quantriet.content.history;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.quantriet.content.Clause;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.format.ClauseRegister;
import vn.quantriet.content.format.LibraryFormat;
import vn.quantriet.content.format.Parsed;
import vn.quantriet.content.format.ParsedText;
import vn.quantriet.content.format.SourceFile;

/**
 * The clauses of a version, by identity and in their order.
 *
 * @param clauses none when there was no text, or none that can be made out
 * @param isRegistered whether a register says which they are, and not their numbering alone
 */
record VersionClauses(Map<ClauseId, VersionClause> clauses, boolean isRegistered) {

    /**
     * One clause as it was.
     *
     * @param place where it stood by its numbering, such as {@code ii.1.a}
     * @param words of its own, as plain text
     */
    record VersionClause(ClauseId id, String place, String label, String title, String words, String hash) {
        /** Title and words, for comparing. */
        String wording() {
            return words.isEmpty() ? title : title + "\n" + words;
        }
    }

    /**
     * Everything that says which clause is which in a version is read here, and nowhere else: the text, and the register beside it
     * when it was written for that text. A text without one has the clauses that its numbering says.
     *
     * @param files of the version, its register among them
     */
    static VersionClauses of(ResolutionId id, Map<String, String> files) {
        return Optional.ofNullable(files.get(Manuscript.TEXT))
                .flatMap(text -> LibraryFormat.resolution(id, SourceFile.of(id + "/" + Manuscript.TEXT, text))
                        .value())
                .map(raw -> of(raw, register(id, files, raw)))
                .orElse(new VersionClauses(Map.of(), false));
    }

    private static VersionClauses of(ParsedText raw, Optional<ClauseRegister> register) {
        Map<ClauseId, VersionClause> clauses = new LinkedHashMap<>();
        var places = raw.resolution().clauses();
        var identified =
                register.map(its -> its.applied(raw)).orElse(raw).resolution().clauses();
        for (int i = 0; i < identified.size(); i++) {
            var clause = identified.get(i);
            clauses.putIfAbsent(
                    clause.id(), clause(clause, places.get(i), raw.words().get(i)));
        }
        return new VersionClauses(clauses, register.isPresent());
    }

    private static Optional<ClauseRegister> register(ResolutionId id, Map<String, String> files, ParsedText raw) {
        var clauses = raw.resolution().clauses();
        return Optional.ofNullable(files.get(ClauseRegister.FILE))
                .map(yaml -> SourceFile.of(id + "/" + ClauseRegister.FILE, yaml))
                .map(file -> LibraryFormat.register(id, file, clauses))
                .filter(Parsed::isGood)
                .flatMap(Parsed::value)
                .filter(register -> register.isFor(clauses));
    }

    private static VersionClause clause(Clause clause, Clause atPlace, String words) {
        return new VersionClause(
                clause.id(), atPlace.id().value(), clause.label(), clause.title(), words, clause.hash());
    }
}
