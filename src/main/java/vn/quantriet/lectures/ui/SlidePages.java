package vn.quantriet.lectures.ui;

import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import vn.quantriet.content.ClauseRef;
import vn.quantriet.content.SlideDeck;
import vn.quantriet.content.SlideDeck.Slide;
import vn.quantriet.lectures.DeckAddress;
import vn.quantriet.lectures.Lectures;
import vn.quantriet.ui.Formats;
import vn.quantriet.ui.Translations;

/**
 * Writes the slides of a deck one below the other, as HTML. It is sent to whoever asks and kept nowhere: a tree of components, or
 * a property of one, would stay in the memory of every open page.
 */
@Component
class SlidePages {
    private final Lectures lectures;
    private final Translations texts;

    SlidePages(Lectures lectures, Translations texts) {
        this.lectures = lectures;
        this.texts = texts;
    }

    /** Every slide with its citations, and the words of the speaker where the deck has them. */
    String html(SlideDeck deck, Locale locale) {
        return deck.slides().stream().map(slide -> page(deck, slide, locale)).collect(Collectors.joining());
    }

    private String page(SlideDeck deck, Slide slide, Locale locale) {
        String place = texts.getTranslation(
                "lectures.deck.place",
                locale,
                Formats.number(slide.number(), locale),
                Formats.number(deck.slides().size(), locale));
        return "<section class=\"slide-page\" id=\"" + DeckAddress.anchor(slide.number())
                + "\"><p class=\"eyebrow num\">" + escaped(place) + "</p><div class=\"slide\">"
                + SlideHtml.belowPageHeading(SlideHtml.withoutCitationLines(slide.html())) + "</div>"
                + cites(deck, slide, locale) + notes(slide, locale) + "</section>";
    }

    private String cites(SlideDeck deck, Slide slide, Locale locale) {
        if (slide.cites().isEmpty()) {
            return "";
        }
        String label = escaped(texts.getTranslation("lectures.deck.cites", locale));
        return slide.cites().stream()
                .distinct()
                .map(cite -> link(deck, cite))
                .collect(Collectors.joining(
                        " ", "<p class=\"slide-cites\"><span class=\"eyebrow\">" + label + "</span> ", "</p>"));
    }

    private String link(SlideDeck deck, ClauseRef cite) {
        return "<a class=\"chip\" href=\"" + escaped(DeckAddress.clause(cite)) + "\">"
                + escaped(lectures.citation(deck.id(), cite)) + "</a>";
    }

    private String notes(Slide slide, Locale locale) {
        if (slide.notesHtml().isEmpty()) {
            return "";
        }
        return "<details class=\"speaker-notes\"><summary>"
                + escaped(texts.getTranslation("lectures.deck.notes", locale)) + "</summary>"
                + SlideHtml.belowPageHeading(slide.notesHtml()) + "</details>";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
