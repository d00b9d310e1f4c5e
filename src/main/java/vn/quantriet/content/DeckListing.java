package vn.quantriet.content;

import java.util.OptionalInt;

/**
 * What a list shows of a deck: all but its slides.
 *
 * @param slides how many there are
 */
public record DeckListing(DeckId id, String title, String reporter, String audience, OptionalInt minutes, int slides) {

    public static DeckListing of(SlideDeck deck) {
        return new DeckListing(
                deck.id(),
                deck.title(),
                deck.reporter(),
                deck.audience(),
                deck.minutes(),
                deck.slides().size());
    }
}
