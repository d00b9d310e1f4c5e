package vn.quantriet.lectures.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import vn.quantriet.content.DeckListing;
import vn.quantriet.lectures.DeckAddress;

/** A deck in the list, with what can be done with it. */
class DeckCard extends Article {
    private final String title;

    /** @param reporter whether the reader may also replace it */
    DeckCard(DeckListing deck, boolean reporter) {
        this.title = deck.title();
        addClassNames("card", "deck-card");
        var by = new Paragraph(getTranslation("lectures.deck.for", deck.reporter(), deck.audience()));
        by.addClassName("sub");
        var actions = new Div(
                action("lectures.list.read", DeckAddress.read(deck.id())),
                action("lectures.list.present", DeckAddress.present(deck.id())));
        actions.addClassName("actions");
        if (reporter) {
            var edit = action("lectures.list.edit", DeckAddress.edit(deck.id()));
            edit.addClassName("quiet");
            actions.add(edit);
        }
        add(new H3(title), by, new DeckFacts(deck), actions);
    }

    private Anchor action(String key, String href) {
        var link = new Anchor(href, getTranslation(key));
        link.addClassName("btn");
        // A list of links all called "Đọc" says nothing when it is read aloud.
        link.setAriaLabel(getTranslation("lectures.list.action", getTranslation(key), title));
        return link;
    }
}
