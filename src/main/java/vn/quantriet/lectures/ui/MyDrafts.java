package vn.quantriet.lectures.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.time.LocalDateTime;
import vn.quantriet.content.Library;
import vn.quantriet.content.Resolution;
import vn.quantriet.lectures.DeckAddress;
import vn.quantriet.lectures.DeckDesk;
import vn.quantriet.lectures.DraftEntry;
import vn.quantriet.ui.Confirmation;
import vn.quantriet.ui.Formats;

/** What a reporter has begun and not published. Not there when there is nothing. */
class MyDrafts extends Section {
    private final transient DeckDesk desk;
    private final transient Library library;
    private final transient Clock clock;

    MyDrafts(DeckDesk desk, Library library, Clock clock) {
        this.desk = desk;
        this.library = library;
        this.clock = clock;
        addClassName("my-drafts");
        show();
    }

    private void show() {
        removeAll();
        var drafts = desk.drafts();
        setVisible(!drafts.isEmpty());
        var list = new UnorderedList();
        list.addClassName("deck-list");
        drafts.forEach(draft -> list.add(new ListItem(card(draft))));
        add(new H2(getTranslation("lectures.drafts.title")), list);
    }

    private Div card(DraftEntry draft) {
        String name = draft.deck().name();
        var changed = LocalDateTime.ofInstant(draft.updatedAt(), clock.getZone());
        var about = new Paragraph(getTranslation(
                "lectures.drafts.about",
                textOf(draft),
                Formats.date(changed.toLocalDate()),
                TimeOfDay.of(changed.toLocalTime())));
        about.addClassName("sub");
        var resume = new Anchor(DeckAddress.edit(draft.deck()), getTranslation("lectures.drafts.continue"));
        resume.addClassName("btn");
        resume.setAriaLabel(getTranslation("lectures.list.action", getTranslation("lectures.drafts.continue"), name));
        var discard = new NativeButton(getTranslation("lectures.drafts.discard"), e -> confirmDiscard(draft));
        discard.addClassNames("btn", "quiet");
        discard.setAriaLabel(getTranslation("lectures.list.action", getTranslation("lectures.drafts.discard"), name));
        var actions = new Div(resume, discard);
        actions.addClassName("actions");
        var card = new Div(new H3(name), about, actions);
        card.addClassNames("card", "deck-card");
        return card;
    }

    private String textOf(DraftEntry draft) {
        return library.resolution(draft.deck().resolution())
                .map(Resolution::number)
                .orElse(draft.deck().resolution().value());
    }

    private void confirmDiscard(DraftEntry draft) {
        new Confirmation("lectures.drafts.discard", draft.deck().name(), () -> {
                    desk.discard(draft.deck());
                    show();
                })
                .open();
    }
}
