package vn.quantriet.content;

/**
 * A numbered part of a text.
 *
 * @param id stays when the clause is moved, renumbered or reworded; says nothing of where it stands
 * @param number as printed before the title: {@code II.}, {@code 1.}, {@code a)}, {@code Chương I.}, {@code Điều 5.}
 * @param label where it stands now, as people cite it: {@code II.1.a}, {@code Chương I}, {@code Điều 5.2.a}
 * @param depth 0 for {@code II}, 1 for {@code II.1}, 2 for {@code II.1.a}; an article below a chapter has 1, without chapters 0
 * @param syllables of the clause's own words, without those of the clauses below it; {@link Holding#words} has the words
 * @param hash of title and words, hexadecimal; changes exactly when a reader would see other words
 * @param substance the hash at the last change of meaning; what people did on a clause holds for as long as this stays
 */
public record Clause(
        ClauseId id,
        String number,
        String label,
        String title,
        int depth,
        int syllables,
        String hash,
        String substance) {

    /** The same words under another identity. */
    public Clause as(ClauseId other, String substanceOfOther) {
        return new Clause(other, number, label, title, depth, syllables, hash, substanceOfOther);
    }

    /** Whether there is something to read beyond the title. Only such clauses count for progress. */
    public boolean isReadable() {
        return syllables > 0;
    }
}
