package vn.quantriet.lectures;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.quantriet.content.DeckListing;
import vn.quantriet.content.Resolution;
import vn.quantriet.ui.Unaccented;

/** What a list shows of a deck and the text it presents. */
public record ListedLecture(Resolution text, DeckListing deck) {

    /** Whether every word of {@code query} occurs in what a list shows of the lecture; accents and case do not matter. */
    public boolean matches(String query) {
        String shown = Stream.of(
                        deck.title(),
                        deck.reporter(),
                        deck.audience(),
                        text.number(),
                        text.shortTitle(),
                        text.title(),
                        text.issuer())
                .map(Unaccented::of)
                .collect(Collectors.joining("\n"));
        return Arrays.stream(Unaccented.of(query).split("\\s+")).allMatch(shown::contains);
    }
}
