package vn.quantriet.content.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import vn.quantriet.content.ActingAuthor;
import vn.quantriet.content.Library;
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.StaleCitations;
import vn.quantriet.content.StaleCitations.StaleCitation;
import vn.quantriet.ui.Formats;

/** What cites clauses that have changed, to be looked at by someone who answers for it. Nothing when there is no such thing. */
class StaleList extends Section {

    private final transient StaleCitations stale;
    private final transient Library library;
    private final transient Optional<ActingAuthor> acting;
    private final UnorderedList list = new UnorderedList();

    /** @param acting absent when the reader may look and not say that something is still right */
    StaleList(StaleCitations stale, Library library, Optional<ActingAuthor> acting) {
        this.stale = stale;
        this.library = library;
        this.acting = acting;
        list.addClassName("problem-list");
        var lead = new Paragraph(getTranslation("content.stale.lead"));
        lead.addClassName("sub");
        add(new H2(getTranslation("content.stale.title")), lead, list);
        addClassNames("card", "problem-file");
        show(stale.all());
    }

    private void show(List<StaleCitation> citations) {
        list.removeAll();
        citations.forEach(citation -> list.add(item(citation)));
        setVisible(!citations.isEmpty());
    }

    private ListItem item(StaleCitation citation) {
        var cited = citation.clause();
        var text = library.resolution(cited.resolution());
        var place = new Anchor(address(citation), what(citation));
        var clause = text.flatMap(t -> t.clause(cited.clause()));
        var sentence = new Span();
        sentence.addClassName("problem-sentence");
        if (clause.isPresent()) {
            var href = "/van-ban/" + cited.resolution() + "#" + cited.clause();
            var words = number(cited.resolution()) + ", " + clause.get().label() + " · "
                    + clause.get().title();
            sentence.add(new Span(getTranslation("content.stale.cites") + " "), new Anchor(href, words));
        } else {
            sentence.add(new Span(
                    getTranslation("content.stale.citesRemoved", cited.clause().value(), number(cited.resolution()))));
        }
        var item = new ListItem(place, sentence);
        acting.ifPresent(author -> item.add(button(citation, author)));
        return item;
    }

    private Button button(StaleCitation citation, ActingAuthor author) {
        var button = new Button(getTranslation("content.stale.stillRight"), click -> review(citation, author));
        button.addClassName("btn");
        button.setDisableOnClick(true);
        button.setAriaLabel(getTranslation("content.stale.stillRightOf", what(citation)));
        return button;
    }

    private void review(StaleCitation citation, ActingAuthor author) {
        try {
            stale.reviewed(citation, author.author());
            Notification.show(getTranslation("content.stale.done"));
        } catch (UncheckedIOException e) {
            Notification.show(getTranslation("content.stale.failed"));
        }
        show(stale.all());
    }

    private String what(StaleCitation citation) {
        var kind = citation.file().startsWith(Manuscript.DECKS)
                ? "slide"
                : citation.file().replace(".md", "");
        return getTranslation(
                "content.stale.from." + kind,
                Formats.number(citation.number(), getLocale()),
                number(citation.citing()),
                citation.file());
    }

    private static String address(StaleCitation citation) {
        var file = citation.file();
        if (file.startsWith(Manuscript.DECKS)) {
            var deck = Manuscript.deckName(file);
            return "/bai-giang/" + citation.citing() + "/" + deck + "#trang-" + citation.number();
        }
        return "/van-ban/" + citation.citing() + "#" + citation.clause().clause();
    }

    private String number(ResolutionId text) {
        return library.resolution(text).map(Resolution::number).orElse(text.value());
    }
}
