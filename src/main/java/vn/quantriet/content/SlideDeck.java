package vn.quantriet.content;

import java.util.List;
import java.util.OptionalInt;

/**
 * A reporter's lecture material.
 *
 * @param hash of the file, hexadecimal
 */
public record SlideDeck(
        DeckId id,
        String title,
        String reporter,
        String audience,
        OptionalInt minutes,
        List<Slide> slides,
        String hash) {
    public SlideDeck {
        slides = List.copyOf(slides);
    }

    /**
     * One slide.
     *
     * @param number from 1
     * @param html sanitised content including the title as {@code h1}
     * @param notesHtml sanitised words of the speaker, empty when there are none; never sent to those who only watch
     */
    public record Slide(int number, String title, String html, String text, String notesHtml, List<ClauseRef> cites) {
        public Slide {
            cites = List.copyOf(cites);
        }
    }
}
