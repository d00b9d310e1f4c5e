package vn.quantriet.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that the library holds on one text: the text itself with its words, and what was written around it. Large: to be asked for
 * when it is shown and not to be kept.
 *
 * @param words of the clauses that have any, as plain text, without those of the clauses below
 */
public record Holding(
        Resolution resolution,
        Map<ClauseId, String> words,
        List<KeyPoint> keyPoints,
        List<SlideDeck> decks,
        Optional<Quiz> quiz) {
    public Holding {
        words = Map.copyOf(words);
        keyPoints = List.copyOf(keyPoints);
        decks = List.copyOf(decks);
    }

    /** The clause's own words as plain text; empty for a mere heading. */
    public String words(ClauseId clause) {
        return words.getOrDefault(clause, "");
    }

    public Optional<SlideDeck> deck(String name) {
        return decks.stream().filter(d -> d.id().name().equals(name)).findFirst();
    }
}
