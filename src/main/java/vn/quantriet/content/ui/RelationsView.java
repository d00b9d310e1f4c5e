package vn.quantriet.content.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import vn.quantriet.content.Library;
import vn.quantriet.content.Relations;
import vn.quantriet.content.Relations.Tie;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.Resolution.Relation.Type;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.ValidityLabel;
import vn.quantriet.content.format.RelationWords;
import vn.quantriet.ui.Chip;
import vn.quantriet.ui.EmptyState;
import vn.quantriet.ui.Formats;

/** How a text stands to others, both ways, as a picture and as lists, at {@code /van-ban/57-nq-tw/quan-he}. */
@Route("van-ban/:text/quan-he")
@PermitAll
class RelationsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int WIDE_COLUMNS = 4;
    private static final int WIDE_BOX = 200;
    private static final int NARROW_COLUMNS = 2;
    private static final int NARROW_BOX = 148;

    private final transient Library library;
    private final transient Relations relations;
    private final transient ValidityLabel validity;
    private String title = "";

    RelationsView(Library library, Relations relations, ValidityLabel validity) {
        this.library = library;
        this.relations = relations;
        this.validity = validity;
        addClassNames("wrap", "relations");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        event.getRouteParameters()
                .get("text")
                .filter(ResolutionId::isValid)
                .map(ResolutionId::new)
                .flatMap(library::find)
                .map(holding -> holding.resolution())
                .ifPresentOrElse(this::show, this::showMissing);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(Resolution text) {
        title = getTranslation("content.relations.title", kind(text), text.number());
        var name = new Paragraph(text.shortTitle());
        name.addClassName("sub");
        add(crumb(text), new H1(title), name);
        validity.of(text.id(), getLocale()).ifPresent(label -> add(notice(label)));
        var ties = relations.of(text.id());
        if (ties.isEmpty()) {
            add(new EmptyState(
                    getTranslation("content.relations.none.title"),
                    getTranslation("content.relations.none.text"),
                    button("/van-ban/" + text.id(), "content.relations.read")));
            return;
        }
        add(picture(text));
        add(list(
                "content.relations.outgoing",
                ties.stream().filter(Tie::outgoing).toList()));
        add(list(
                "content.relations.incoming",
                ties.stream().filter(tie -> !tie.outgoing()).toList()));
    }

    private Nav crumb(Resolution text) {
        var crumb = new Nav(
                new Anchor("/thu-vien", getTranslation("content.library.title")),
                new Anchor("/van-ban/" + text.id(), text.number()));
        crumb.addClassName("crumb");
        crumb.setAriaLabel(getTranslation("content.relations.crumb"));
        return crumb;
    }

    private Paragraph notice(ValidityLabel.Label label) {
        var notice = new Paragraph(new Span(label.sentence()));
        label.instead().ifPresent(instead -> notice.add(new Span(" "), new Anchor(instead.href(), instead.words())));
        notice.addClassName("not-in-force");
        return notice;
    }

    /** Drawn for a wide page and for a narrow one; style shows the one that fits. */
    private Section picture(Resolution text) {
        var graph = RelationGraph.around(text, relations);
        var unknown = getTranslation("content.relations.noYear");
        var drawing = new Div();
        drawing.addClassName("relation-drawing");
        drawing.getElement()
                .setProperty(
                        "innerHTML",
                        new RelationPicture(graph, "across", WIDE_COLUMNS, WIDE_BOX, unknown).draw()
                                + new RelationPicture(graph, "upright", NARROW_COLUMNS, NARROW_BOX, unknown).draw());
        var types = EnumSet.noneOf(Type.class);
        graph.edges().forEach(edge -> types.add(edge.type()));
        var legend = new UnorderedList();
        legend.addClassNames("legend", "relation-legend");
        legend.getElement().setAttribute("aria-hidden", "true");
        types.forEach(type -> {
            var item = new ListItem(getTranslation("content.relation.to." + slug(type)));
            item.addClassName("rel-" + slug(type));
            legend.add(item);
        });
        var section = new Section(drawing, legend);
        section.addClassNames("card", "relation-card");
        return section;
    }

    private Component list(String heading, List<Tie> ties) {
        var section = new Section();
        if (ties.isEmpty()) {
            section.setVisible(false);
            return section;
        }
        var rows = new UnorderedList();
        rows.addClassNames("card", "relation-rows");
        ties.forEach(tie -> rows.add(row(tie)));
        section.add(new H2(getTranslation(heading)), rows);
        return section;
    }

    private ListItem row(Tie tie) {
        var word = new Paragraph(getTranslation(RelationWords.key(tie)));
        word.addClassName("eyebrow");
        var words = new Div(word, name(tie));
        var dates = dates(tie);
        if (!dates.isEmpty()) {
            var small = new Span(dates);
            small.addClassName("small");
            words.add(small);
        }
        var row = new ListItem(words, chip(tie));
        row.addClassNames("row", "plain");
        return row;
    }

    private Component name(Tie tie) {
        return tie.text()
                .<Component>map(text -> new Anchor(
                        "/van-ban/" + text.id(),
                        getTranslation("content.reading.title", text.number(), text.shortTitle())))
                .orElseGet(() -> new Span(tie.name()));
    }

    private String dates(Tie tie) {
        List<String> parts = new ArrayList<>();
        tie.since().ifPresent(day -> parts.add(getTranslation("content.relations.since", Formats.date(day))));
        tie.until().ifPresent(day -> parts.add(getTranslation("content.relations.until", Formats.date(day))));
        return String.join(" · ", parts);
    }

    private Component chip(Tie tie) {
        if (tie.text().isEmpty()) {
            return new Chip(getTranslation("content.relations.notHere"), Chip.Tone.NEUTRAL);
        }
        if (!tie.holds()) {
            return new Chip(getTranslation("content.relations.notNow"), Chip.Tone.NEUTRAL);
        }
        return validity.of(tie.other(), getLocale())
                .<Component>map(label -> new Chip(label.text(), Chip.Tone.LATE))
                .orElseGet(Span::new);
    }

    private void showMissing() {
        title = getTranslation("content.reading.missing.title");
        var back = button("/thu-vien", "content.reading.missing.action");
        add(EmptyState.page(title, getTranslation("content.reading.missing.text"), back));
    }

    private Anchor button(String href, String key) {
        var button = new Anchor(href, getTranslation(key));
        button.addClassNames("btn", "main");
        return button;
    }

    private String kind(Resolution text) {
        return getTranslation("content.kind." + text.kind().name().toLowerCase(Locale.ROOT));
    }

    private static String slug(Type type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
