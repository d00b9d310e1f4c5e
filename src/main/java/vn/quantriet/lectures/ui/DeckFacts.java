package vn.quantriet.lectures.ui;

import com.vaadin.flow.component.html.Div;
import vn.quantriet.content.DeckListing;
import vn.quantriet.ui.Chip;
import vn.quantriet.ui.Formats;

/** How long a deck is: slides, and minutes where its reporter said. */
class DeckFacts extends Div {

    DeckFacts(DeckListing deck) {
        addClassName("chips");
        add(fact("lectures.deck.slides", deck.slides()));
        deck.minutes().ifPresent(minutes -> add(fact("lectures.deck.minutes", minutes)));
    }

    private Chip fact(String key, int number) {
        return new Chip(getTranslation(key, Formats.number(number, getLocale())), Chip.Tone.NEUTRAL);
    }
}
