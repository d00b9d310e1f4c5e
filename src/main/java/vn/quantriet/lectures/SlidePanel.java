package vn.quantriet.lectures;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.ClauseRef;
import vn.quantriet.content.Holding;
import vn.quantriet.content.ReadingPanel;
import vn.quantriet.content.SlideDeck;
import vn.quantriet.content.SlideDeck.Slide;
import vn.quantriet.ui.Formats;
import vn.quantriet.ui.Translations;

/** Puts the slides that cite a clause beside it, in the order of decks, slides and citations. */
@Component
class SlidePanel implements ReadingPanel {
    private final Translations texts;

    SlidePanel(Translations texts) {
        this.texts = texts;
    }

    @Override
    public List<ThreadItem> items(Holding holding) {
        Locale locale = LocaleContextHolder.getLocale();
        return holding.decks().stream()
                .flatMap(deck -> deck.slides().stream().flatMap(slide -> items(deck, slide, locale)))
                .toList();
    }

    private Stream<ThreadItem> items(SlideDeck deck, Slide slide, Locale locale) {
        return slide.cites().stream()
                .filter(cite -> cite.resolution().equals(deck.id().resolution()))
                .map(ClauseRef::clause)
                .distinct()
                .map(clause -> item(clause, deck, slide, locale));
    }

    private ThreadItem item(ClauseId clause, SlideDeck deck, Slide slide, Locale locale) {
        return new ThreadItem(
                clause,
                Kind.SLIDE,
                texts.getTranslation("lectures.panel.label", locale),
                texts.getTranslation(
                        "lectures.panel.aside",
                        locale,
                        Formats.number(slide.number(), locale),
                        Formats.number(deck.slides().size(), locale),
                        deck.title()),
                "<div class=\"slide\"><span>" + escaped(slide.title()) + "</span><small>" + escaped(deck.reporter())
                        + " · " + escaped(deck.title()) + "</small></div>",
                Optional.of(DeckAddress.present(deck.id(), slide.number())),
                Optional.empty());
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
