package vn.quantriet.lectures.ui;

import com.vaadin.flow.component.html.Anchor;
import vn.quantriet.lectures.DeckAddress;
import vn.quantriet.ui.EmptyState;

/** Says that there is no such deck and leads to those there are. */
class MissingDeck extends EmptyState {

    /** @param toList what the link to the list says */
    MissingDeck(String title, String explanation, String toList) {
        super(title, explanation, list(toList));
    }

    private static Anchor list(String text) {
        var link = new Anchor(DeckAddress.LIST, text);
        link.addClassNames("btn", "main");
        return link;
    }
}
