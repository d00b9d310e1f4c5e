package vn.quantriet.content;

/**
 * A numbered part of a text.
 *
 * @param number as printed before the title: {@code II.}, {@code 1.}, {@code a)}
 * @param depth 0 for {@code II}, 1 for {@code II.1}, 2 for {@code II.1.a}
 * @param text the clause's own words as plain text, without those of the clauses below it; empty for a mere heading
 * @param syllables of {@code text}
 * @param hash of title and text, hexadecimal; changes exactly when a reader would see other words
 */
public record Clause(ClauseId id, String number, String title, int depth, String text, int syllables, String hash) {

    /** Whether there is something to read beyond the title. Only such clauses count for progress. */
    public boolean isReadable() {
        return syllables > 0;
    }
}
