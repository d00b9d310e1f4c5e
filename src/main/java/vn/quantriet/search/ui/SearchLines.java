package vn.quantriet.search.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.RouterLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.quantriet.content.Library;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.search.Search.Order;
import vn.quantriet.search.Search.Results;
import vn.quantriet.ui.EmptyState;

/** What the search page says around the passages: how the words were read, what limits the search, and what to try instead. */
final class SearchLines {
    private final Component page;
    private final Locale locale;
    private final FacetWords words;
    private final Library library;

    /** @param page that speaks */
    SearchLines(Component page, Locale locale, FacetWords words, Library library) {
        this.page = page;
        this.locale = locale;
        this.words = words;
        this.library = library;
    }

    /** How words in quotes and words with a minus are read, for those who want to know. */
    Component help() {
        var lines = new UnorderedList();
        for (String line : List.of("quotes", "minus", "number", "accents")) {
            lines.add(new ListItem(say("search.help." + line)));
        }
        return new Details(say("search.help.title"), lines);
    }

    List<Component> notes(SearchAddress address, Results found, boolean building) {
        List<Component> notes = new ArrayList<>();
        if (building) {
            notes.add(note(new Span(say("search.page.building"))));
        }
        found.readAs()
                .ifPresent(readAs -> notes.add(note(
                        new Span(new Span(say("search.page.read_as") + " "), strong(readAs)),
                        link(say("search.page.exactly", address.text()), address.asTyped(true)))));
        if (address.asTyped()) {
            notes.add(note(
                    new Span(say("search.page.as_typed")), link(say("search.page.restore"), address.asTyped(false))));
        }
        if (!found.groups().isEmpty()) {
            found.orRather().ifPresent(rather -> notes.add(rather(address, rather)));
        }
        return notes;
    }

    /** What limits the search, each with one click to take it off. */
    Component chosen(SearchAddress address) {
        var list = new UnorderedList();
        list.addClassNames("chips", "chosen");
        list.getElement().setAttribute("aria-label", say("search.chosen.title"));
        address.within()
                .ifPresent(text ->
                        list.add(new ListItem(chip(say("search.chosen.text", number(text)), address.everywhere()))));
        address.chosen()
                .forEach((facet, values) -> values.forEach(value ->
                        list.add(new ListItem(chip(words.of(facet, value, locale), address.toggled(facet, value))))));
        var all = link(say("search.chosen.none"), address.unfiltered());
        all.addClassNames("btn", "quiet", "small");
        list.add(new ListItem(all));
        return list;
    }

    private RouterLink chip(String name, SearchAddress without) {
        var chip = link(name, without);
        chip.addClassNames("chip", "off");
        chip.getElement().setAttribute("aria-label", say("search.chosen.off", name));
        return chip;
    }

    Nav sorts(SearchAddress address) {
        var sorts = new Nav();
        sorts.addClassName("sorts");
        sorts.getElement().setAttribute("aria-label", say("search.sort.title"));
        for (Order order : Order.values()) {
            String key = order == Order.NEWEST ? "search.sort.newest" : "search.sort.relevance";
            var link = link(say(key), address.by(order));
            if (address.order() == order) {
                link.getElement().setAttribute("aria-current", "true");
            }
            sorts.add(link);
        }
        return sorts;
    }

    Nav pager(SearchAddress address, long total) {
        var pager = new Nav();
        pager.addClassName("pager");
        pager.getElement().setAttribute("aria-label", say("search.page.pages"));
        if (address.page() > 1) {
            pager.add(button("search.page.previous", address.onPage(address.page() - 1)));
        }
        if (address.hasNextPage(total)) {
            pager.add(button("search.page.next", address.onPage(address.page() + 1)));
        }
        pager.setVisible(pager.getComponentCount() > 0);
        return pager;
    }

    private RouterLink button(String key, SearchAddress to) {
        var link = link(say(key), to);
        link.addClassName("btn");
        return link;
    }

    /** Before anything is asked. */
    EmptyState examples() {
        var list = new Div();
        list.addClassNames("chips", "examples");
        for (String key : List.of("number", "accents", "words", "quotes")) {
            String example = say("search.example." + key);
            var link = link(example, SearchAddress.of(example));
            link.addClassName("chip");
            list.add(link);
        }
        return new EmptyState(say("search.empty.title"), say("search.empty.explanation"), list);
    }

    /** Nothing was found: what to try. */
    EmptyState nothing(SearchAddress address, Results found) {
        List<Component> ways = new ArrayList<>();
        found.orRather().ifPresent(rather -> ways.add(rather(address, rather)));
        if (address.isNarrowed()) {
            var without = link(say("search.nothing.unfiltered"), address.unfiltered());
            without.addClassNames("btn", "main");
            ways.add(without);
        }
        String advice = address.isNarrowed() ? "search.nothing.narrowed" : "search.nothing.explanation";
        return new EmptyState(say("search.nothing.title"), say(advice), ways.toArray(Component[]::new));
    }

    private Paragraph rather(SearchAddress address, String other) {
        return note(new Span(new Span(say("search.page.rather") + " "), strong(link(other, address.withText(other)))));
    }

    private String number(ResolutionId text) {
        return library.resolution(text).map(Resolution::number).orElse(text.value());
    }

    private static Span strong(String words) {
        var strong = new Span(words);
        strong.addClassName("search-read-as");
        return strong;
    }

    private static RouterLink strong(RouterLink link) {
        link.addClassName("search-read-as");
        return link;
    }

    private static Paragraph note(Component... parts) {
        var note = new Paragraph(parts);
        note.addClassName("search-note");
        return note;
    }

    private static RouterLink link(String text, SearchAddress to) {
        var link = new RouterLink(text, SearchView.class);
        link.setQueryParameters(to.parameters());
        return link;
    }

    private String say(String key, Object... values) {
        return page.getTranslation(key, values);
    }

    /** A line that opens. */
    @Tag("details")
    private static class Details extends HtmlContainer {
        Details(String title, Component content) {
            addClassName("search-help");
            var summary = new Element("summary");
            summary.setText(title);
            getElement().appendChild(summary);
            add(content);
        }
    }
}
