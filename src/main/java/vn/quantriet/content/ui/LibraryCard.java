package vn.quantriet.content.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Locale;
import java.util.Optional;
import vn.quantriet.content.LibraryBadge;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ValidityLabel;
import vn.quantriet.content.format.TextHtml;
import vn.quantriet.ui.Chip;
import vn.quantriet.ui.Formats;
import vn.quantriet.ui.ProgressRing;

/** One text in the library: what it is, how long it is, and how far the reader has come. */
class LibraryCard extends ListItem {

    /** @param validity words for a text that is not in force */
    LibraryCard(Resolution resolution, Optional<LibraryBadge.Badge> badge, Optional<ValidityLabel.Label> validity) {
        addClassNames("card", "library-card");
        var head = new Div(new Chip(kind(resolution) + " " + resolution.number(), Chip.Tone.RED));
        head.addClassName("meta");
        validity.ifPresent(label -> head.add(new Chip(label.text(), Chip.Tone.LATE)));
        badge.ifPresent(b -> head.add(new Chip(b.label(), b.tone())));
        var title = new H2(new Anchor("/van-ban/" + resolution.id(), resolution.shortTitle()));
        var issued = new Paragraph(
                getTranslation("content.library.issued", resolution.issuer(), Formats.date(resolution.issued())));
        issued.addClassName("eyebrow");
        add(head, title, issued, topics(resolution), foot(resolution, badge));
    }

    private UnorderedList topics(Resolution resolution) {
        var topics = new UnorderedList();
        topics.addClassName("library-topics");
        topics.getElement().setAttribute("aria-label", getTranslation("content.library.topics"));
        resolution.topics().forEach(topic -> topics.add(new ListItem(new Chip(topic, Chip.Tone.NEUTRAL))));
        return topics;
    }

    private Div foot(Resolution resolution, Optional<LibraryBadge.Badge> badge) {
        var size = new Paragraph(getTranslation(
                "content.library.size",
                Formats.number(resolution.readableClauses().size(), getLocale()),
                Formats.number(TextHtml.minutes(resolution), getLocale())));
        size.addClassNames("eyebrow", "num");
        var foot = new Div(size);
        foot.addClassName("library-card-foot");
        if (Caretakers.includeReader()) {
            var history = new Anchor("/lich-su/" + resolution.id(), getTranslation("content.history.link"));
            history.addClassName("library-card-history");
            history.setAriaLabel(getTranslation("content.history.linkTo", resolution.number()));
            foot.add(history);
        }
        badge.ifPresent(b -> {
            var percent = Formats.number(b.percent(), getLocale());
            foot.add(new ProgressRing(
                    b.percent(),
                    percent + "%",
                    getTranslation("content.library.ring", percent),
                    ProgressRing.Size.MINI));
        });
        return foot;
    }

    private String kind(Resolution resolution) {
        return getTranslation("content.kind." + resolution.kind().name().toLowerCase(Locale.ROOT));
    }
}
