package vn.quantriet.content;

import java.util.List;

/**
 * What the library knows of one text without opening a file: may be asked for every text, as often as anyone likes.
 *
 * @param decks in the order of their names
 * @param version hexadecimal; another one whenever anything that {@link Library#find} answers has changed
 */
public record Listing(Resolution resolution, List<DeckListing> decks, boolean hasQuiz, String version) {
    public Listing {
        decks = List.copyOf(decks);
    }
}
