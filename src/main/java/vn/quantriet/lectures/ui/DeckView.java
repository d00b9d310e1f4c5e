package vn.quantriet.lectures.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import vn.quantriet.content.DeckListing;
import vn.quantriet.content.DownloadAddress;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.SlideDeck;
import vn.quantriet.content.ValidityLabel;
import vn.quantriet.lectures.DeckAddress;
import vn.quantriet.lectures.DeckDesk;
import vn.quantriet.lectures.Lecture;
import vn.quantriet.lectures.Lectures;

/** A deck as a page to read, slide by slide, with the clauses it cites. */
@Route("bai-giang/:text/:deck")
@PermitAll
class DeckView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Lectures lectures;
    private final transient DeckDesk desk;
    private final transient ValidityLabel validity;
    private String title = "";

    DeckView(Lectures lectures, DeckDesk desk, ValidityLabel validity) {
        this.validity = validity;
        this.lectures = lectures;
        this.desk = desk;
        addClassNames("wrap", "narrow", "deck-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getRouteParameters();
        removeAll();
        lectures.find(parameters.get("text").orElse(""), parameters.get("deck").orElse(""))
                .ifPresentOrElse(this::show, this::showNothing);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(Lecture lecture) {
        SlideDeck deck = lecture.deck();
        title = deck.title();
        add(crumb(lecture.text()), heading(deck));
        validity.of(lecture.text().id(), getLocale())
                .ifPresent(label -> add(notInForce(lecture.text().number(), label)));
        add(actions(lecture), new SlidePagesElement(deck.id()));
    }

    private Nav crumb(Resolution text) {
        var crumb = new Nav(
                new Anchor(DeckAddress.LIST, getTranslation("lectures.list.title")),
                new Anchor("/van-ban/" + text.id(), getTranslation("lectures.deck.text", text.number())));
        crumb.addClassName("crumb");
        crumb.setAriaLabel(getTranslation("lectures.deck.crumb"));
        return crumb;
    }

    private Paragraph notInForce(String number, ValidityLabel.Label label) {
        var notice = new Paragraph(new Span(getTranslation("lectures.deck.notInForce", number, label.sentence())));
        label.instead().ifPresent(instead -> notice.add(new Span(" "), new Anchor(instead.href(), instead.words())));
        notice.addClassName("not-in-force");
        return notice;
    }

    private Div heading(SlideDeck deck) {
        var audience = new Paragraph(getTranslation("lectures.deck.for", deck.reporter(), deck.audience()));
        audience.addClassName("sub");
        var facts = new DeckFacts(DeckListing.of(deck));
        var heading = new Div(new H1(deck.title()), audience, facts);
        heading.addClassNames("page-heading", "deck-heading");
        return heading;
    }

    private Div actions(Lecture lecture) {
        var deck = lecture.deck();
        var present = new Anchor(DeckAddress.present(deck.id()), getTranslation("lectures.list.present"));
        present.addClassNames("btn", "main");
        var actions = new Div(present);
        actions.addClassName("actions");
        if (desk.isOpen()) {
            var edit = new Anchor(DeckAddress.edit(deck.id()), getTranslation("lectures.list.edit"));
            edit.addClassName("btn");
            actions.add(edit);
        }
        String language = getLocale().getLanguage();
        actions.add(
                download(
                        DownloadAddress.of(deck.id(), "pptx", language), getTranslation("lectures.deck.download.pptx")),
                download(DownloadAddress.of(deck.id(), "pdf", language), getTranslation("lectures.deck.download.pdf")));
        if (lectures.seesNotes()) {
            actions.add(download(
                    DownloadAddress.withNotes(deck.id(), language), getTranslation("lectures.deck.download.notes")));
            var hint = new Span(getTranslation("lectures.deck.notes.hint"));
            hint.addClassName("sub");
            actions.add(hint);
        }
        return actions;
    }

    private static Anchor download(String address, String words) {
        var link = new Anchor(address, words);
        link.addClassName("btn");
        link.setRouterIgnore(true);
        link.getElement().setAttribute("download", true);
        return link;
    }

    private void showNothing() {
        title = getTranslation("lectures.deck.missing");
        add(new MissingDeck(
                title, getTranslation("lectures.deck.missing.why"), getTranslation("lectures.deck.missing.list")));
    }
}
