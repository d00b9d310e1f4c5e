package vn.quantriet.content;

/**
 * A numbered part of a text.
 *
 * @param number as printed before the title: {@code II.}, {@code 1.}, {@code a)}
 * @param depth 0 for {@code II}, 1 for {@code II.1}, 2 for {@code II.1.a}
 * @param syllables of the clause's own words, without those of the clauses below it; {@link Holding#words} has the words
 * @param hash of title and words, hexadecimal; changes exactly when a reader would see other words
 */
public record Clause(ClauseId id, String number, String title, int depth, int syllables, String hash) {

    /** Whether there is something to read beyond the title. Only such clauses count for progress. */
    public boolean isReadable() {
        return syllables > 0;
    }
}
