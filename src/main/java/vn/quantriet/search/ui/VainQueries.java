package vn.quantriet.search.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.quantriet.search.use.SearchWords.Line;
import vn.quantriet.search.use.UseReview.InVain;
import vn.quantriet.search.use.UseReview.Want;
import vn.quantriet.ui.Chip;
import vn.quantriet.ui.Formats;
import vn.quantriet.ui.Unaccented;

/** Queries that were in vain, each with what can be done about it. */
class VainQueries extends UnorderedList {
    private final Want want;
    private final Set<String> taught;
    private final SerializableConsumer<InVain> teach;
    private final SerializableConsumer<InVain> ignore;

    /** @param known lines of the word list; a query that one of them is about says so */
    VainQueries(
            Want want,
            List<InVain> queries,
            List<Line> known,
            SerializableConsumer<InVain> teach,
            SerializableConsumer<InVain> ignore) {
        this.want = want;
        this.teach = teach;
        this.ignore = ignore;
        taught = known.stream()
                .flatMap(line -> Stream.of(line.text().split("[~=,|]")))
                .map(phrase -> Unaccented.of(phrase).strip())
                .collect(Collectors.toSet());
        addClassNames("card", "vain-queries");
        queries.forEach(query -> add(row(query)));
    }

    private ListItem row(InVain query) {
        var open = new RouterLink(query.text(), SearchView.class);
        open.setQueryParameters(QueryParameters.of("q", query.text()));
        var text = new Paragraph(open);
        if (taught.contains(Unaccented.of(query.text()))) {
            text.add(new Chip(getTranslation("search.words.taught"), Chip.Tone.DONE));
        }
        var counts = new Span(getTranslation(
                "search.words.counts." + want,
                Formats.number(query.times(), getLocale()),
                Formats.number(query.asked(), getLocale()),
                Formats.date(query.lastDay())));
        counts.addClassName("small");
        var actions = new Div(
                button("search.words.teach", query, teach, "btn", "small"),
                button("search.words.ignore", query, ignore, "btn", "small", "quiet"));
        actions.addClassName("row-actions");
        var row = new ListItem(new Div(text, counts), actions);
        row.addClassNames("row", "plain");
        return row;
    }

    private NativeButton button(String key, InVain query, SerializableConsumer<InVain> then, String... classes) {
        var button = new NativeButton(getTranslation(key), click -> then.accept(query));
        button.addClassNames(classes);
        button.getElement().setAttribute("aria-label", getTranslation(key + ".of", query.text()));
        return button;
    }
}
