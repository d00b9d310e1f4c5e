package vn.quantriet.search.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Set;
import vn.quantriet.content.Library;
import vn.quantriet.search.Facet;
import vn.quantriet.search.PeopleSearch;
import vn.quantriet.search.Search;
import vn.quantriet.search.Search.Results;
import vn.quantriet.search.SearchUse;
import vn.quantriet.ui.Formats;

/** The search page: passages appear while one types, and each opens at its clause. Its address holds all of its state. */
@Route(SearchAddress.ROUTE)
@PermitAll
class SearchView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private static final int SETTLED_MS = 2000;

    private final transient Search search;
    private final transient GroupList groups;
    private final transient SearchLines lines;
    private final transient PeopleSearch people;
    private final transient SearchUse use;
    private final SearchField field = new SearchField();
    private final Paragraph status = new Paragraph();
    private final Div sorts = new Div();
    private final Div bar = new Div(status);
    private final Div notes = new Div();
    private final FacetPanel facets;
    private final NativeButton filter = new NativeButton();
    private final NativeButton done = new NativeButton();
    private final Div results = new Div();
    private final Div columns;
    private transient SearchAddress address = SearchAddress.of(QueryParameters.empty());

    SearchView(Search search, GroupList groups, FacetWords words, Library library, PeopleSearch people, SearchUse use) {
        this.search = search;
        this.groups = groups;
        this.people = people;
        this.use = use;
        this.lines = new SearchLines(this, getLocale(), words, library);
        addClassNames("wrap", "wide", "search-page");
        field.addTypedListener(this::type);
        status.addClassName("search-status");
        status.getElement().setAttribute("role", "status");
        facets = new FacetPanel(words, this::toggle);
        filter.addClassNames("btn", "small", "facet-toggle");
        filter.getElement().setAttribute("aria-controls", FacetPanel.ID);
        filter.addClickListener(click -> unfold(!facets.hasClassName("open")));
        done.addClassNames("btn", "main", "facet-done");
        done.addClickListener(click -> unfold(false));
        bar.add(filter, sorts);
        bar.addClassName("search-bar");
        notes.addClassName("search-notes");
        results.addClassName("search-results");
        columns = new Div(facets, results);
        columns.addClassName("search-columns");
        add(new H1(getTranslation("search.page.title")), field, lines.help(), bar, notes, columns);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = SearchAddress.of(event.getLocation().getQueryParameters());
        field.say(address.text());
        if (address.text().isBlank()) {
            field.takeFocus();
        }
        show();
    }

    @Override
    public String getPageTitle() {
        return address.text().isBlank()
                ? getTranslation("search.page.title")
                : getTranslation("search.page.title_of", address.text());
    }

    /** Replaces the address instead of adding to the history: one step back leaves the page, not one letter. */
    private void type(String text) {
        address = address.withText(text);
        getUI().ifPresent(ui -> {
            ui.getPage().getHistory().replaceState(null, new Location(SearchAddress.ROUTE, address.parameters()));
            ui.getPage().setTitle(getPageTitle());
        });
        show();
    }

    private void toggle(Facet facet, String value) {
        getUI().ifPresent(ui ->
                ui.navigate(SearchView.class, address.toggled(facet, value).parameters()));
    }

    private void unfold(boolean open) {
        facets.setClassName("open", open);
        filter.getElement().setAttribute("aria-expanded", String.valueOf(open));
    }

    private void show() {
        notes.removeAll();
        results.removeAll();
        sorts.removeAll();
        if (address.text().isBlank()) {
            status.setText("");
            filter.setVisible(false);
            facets.setVisible(false);
            columns.addClassName("alone");
            results.add(lines.examples());
            return;
        }
        Results found = search.find(address.query());
        if (found.groups().isEmpty() && found.total() > 0) {
            // The address names a page behind the last one.
            address = address.onPage(1);
            found = search.find(address.query());
        }
        status.setText(status(found));
        // The card below says it to those who see.
        status.setClassName("sr", found.total() == 0);
        lines.notes(address, found, search.building()).forEach(notes::add);
        if (address.isNarrowed()) {
            notes.add(lines.chosen(address));
        }
        if (found.texts() > 1 && address.within().isEmpty()) {
            sorts.add(lines.sorts(address));
        }
        facets(found);
        people();
        if (found.groups().isEmpty()) {
            results.add(lines.nothing(address, found));
        } else {
            results.add(
                    groups.of(address, found, getLocale()),
                    lines.pager(address, address.within().isPresent() ? found.total() : found.texts()));
        }
        getElement().executeJs("window.qtSearch?.returned()");
        getElement()
                .executeJs(
                        "clearTimeout(this.settling); this.settling = setTimeout(() => this.$server.settled($0, $1), $2)",
                        address.text(),
                        found.total() > 0,
                        SETTLED_MS);
    }

    /** Said by the page once a query has stood for a while; whatever it says is only counted. */
    @ClientCallable
    private void settled(String text, boolean found) {
        if (text.equals(address.text())) {
            use.asked(text, found);
        }
    }

    /** Names are looked for once, above the first page of a search over everything. */
    private void people() {
        if (people.isOpen() && address.page() == 1 && address.within().isEmpty() && !address.isNarrowed()) {
            PeopleSearch.Found named = people.find(address.text());
            if (!named.isEmpty()) {
                results.add(new NamesFound(named));
            }
        }
    }

    private String status(Results found) {
        return found.total() == 0
                ? getTranslation("search.page.found_none")
                : getTranslation(
                        "search.page.found",
                        Formats.number(found.total(), getLocale()),
                        Formats.number(found.texts(), getLocale()));
    }

    private void facets(Results found) {
        int chosen = address.chosen().values().stream().mapToInt(Set::size).sum();
        filter.setText(
                chosen == 0
                        ? getTranslation("search.facet.title")
                        : getTranslation("search.facet.title_of", Formats.number(chosen, getLocale())));
        done.setText(getTranslation("search.facet.done", Formats.number(found.total(), getLocale())));
        facets.show(address, found.counts(), done);
        filter.setVisible(facets.isVisible());
        columns.setClassName("alone", !facets.isVisible());
        unfold(facets.hasClassName("open"));
    }
}
