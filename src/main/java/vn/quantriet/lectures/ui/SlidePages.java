package vn.quantriet.lectures.ui;

import com.vaadin.flow.component.html.Div;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;
import vn.quantriet.content.ClauseRef;
import vn.quantriet.content.SlideDeck;
import vn.quantriet.content.SlideDeck.Slide;
import vn.quantriet.lectures.DeckAddress;
import vn.quantriet.lectures.Lectures;
import vn.quantriet.ui.Formats;

/**
 * The slides of a deck one below the other. They are one piece of HTML and not a tree of components: an open page costs the
 * server little, and a preview is replaced in one go.
 */
class SlidePages extends Div {
    private final transient Lectures lectures;

    SlidePages(Lectures lectures) {
        this.lectures = lectures;
        addClassName("slide-list");
    }

    /** Shows a deck; its words of the speaker too, where it has them. */
    void show(SlideDeck deck) {
        html(deck.slides().stream().map(slide -> page(deck, slide)).collect(Collectors.joining()));
    }

    void clear() {
        html("");
    }

    private void html(String html) {
        getElement().setProperty("innerHTML", html);
    }

    private String page(SlideDeck deck, Slide slide) {
        String place = getTranslation(
                "lectures.deck.place",
                Formats.number(slide.number(), getLocale()),
                Formats.number(deck.slides().size(), getLocale()));
        return "<section class=\"slide-page\" id=\"trang-" + slide.number() + "\"><p class=\"eyebrow num\">"
                + escaped(place) + "</p><div class=\"slide\">"
                + SlideHtml.belowPageHeading(SlideHtml.withoutCitationLines(slide.html())) + "</div>"
                + cites(deck, slide) + notes(slide) + "</section>";
    }

    private String cites(SlideDeck deck, Slide slide) {
        if (slide.cites().isEmpty()) {
            return "";
        }
        return slide.cites().stream()
                .distinct()
                .map(cite -> link(deck, cite))
                .collect(Collectors.joining(
                        " ",
                        "<p class=\"slide-cites\"><span class=\"eyebrow\">"
                                + escaped(getTranslation("lectures.deck.cites")) + "</span> ",
                        "</p>"));
    }

    private String link(SlideDeck deck, ClauseRef cite) {
        return "<a class=\"chip\" href=\"" + escaped(DeckAddress.clause(cite)) + "\">"
                + escaped(lectures.citation(deck.id(), cite)) + "</a>";
    }

    private String notes(Slide slide) {
        if (slide.notesHtml().isEmpty()) {
            return "";
        }
        return "<details class=\"speaker-notes\"><summary>" + escaped(getTranslation("lectures.deck.notes"))
                + "</summary>" + SlideHtml.belowPageHeading(slide.notesHtml()) + "</details>";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
