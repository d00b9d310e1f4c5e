package vn.quantriet.content;

import java.util.List;
import java.util.Optional;

/** All that the library holds on one text: the text itself and what was written around it. */
public record Holding(Resolution resolution, List<KeyPoint> keyPoints, List<SlideDeck> decks, Optional<Quiz> quiz) {
    public Holding {
        keyPoints = List.copyOf(keyPoints);
        decks = List.copyOf(decks);
    }

    public Optional<SlideDeck> deck(String name) {
        return decks.stream().filter(d -> d.id().name().equals(name)).findFirst();
    }
}
