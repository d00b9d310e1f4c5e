package vn.quantriet.search.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.quantriet.content.ClauseRef;
import vn.quantriet.content.Library;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.ValidityLabel;
import vn.quantriet.search.Facet;
import vn.quantriet.search.Passage;
import vn.quantriet.search.Search;
import vn.quantriet.search.Search.Results;
import vn.quantriet.ui.EmptyState;
import vn.quantriet.ui.Formats;

/** The search page: passages appear while one types, and each opens at its clause. Its address holds all of its state. */
@Route(SearchAddress.ROUTE)
@PermitAll
class SearchView extends Div implements HasDynamicTitle, BeforeEnterObserver {
    private static final int TYPING_PAUSE_MS = 150;
    private static final int LONGEST_QUERY = 400;

    private final transient Search search;
    private final transient Library library;
    private final transient ValidityLabel validity;
    private final TextField field = new TextField();
    private final Paragraph status = new Paragraph();
    private final Div results = new Div();
    private transient SearchAddress address = SearchAddress.of(QueryParameters.empty());

    SearchView(Search search, Library library, ValidityLabel validity) {
        this.search = search;
        this.library = library;
        this.validity = validity;
        addClassName("wrap");
        field.setPlaceholder(getTranslation("search.page.placeholder"));
        field.setAriaLabel(getTranslation("search.page.field"));
        field.setAutofocus(true);
        field.setClearButtonVisible(true);
        field.setMaxLength(LONGEST_QUERY);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(TYPING_PAUSE_MS);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                type(change.getValue());
            }
        });
        status.addClassName("search-status");
        status.getElement().setAttribute("role", "status");
        var box = new Div(field);
        box.addClassName("search-box");
        box.getElement().setAttribute("role", "search");
        results.addClassName("search-results");
        add(new H1(getTranslation("search.page.title")), box, status, results);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = SearchAddress.of(event.getLocation().getQueryParameters());
        field.setValue(address.text());
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

    private void show() {
        results.removeAll();
        if (address.text().isBlank()) {
            status.setText("");
            results.add(examples());
            return;
        }
        Results found = search.find(address.query());
        status.setText(getTranslation("search.page.found", Formats.number(found.total(), locale())));
        if (search.building()) {
            results.add(note("search.page.building"));
        }
        found.readAs().ifPresent(readAs -> results.add(readAs(readAs)));
        if (address.asTyped()) {
            results.add(offer("search.page.as_typed", "search.page.restore", address.asTyped(false)));
        }
        if (address.within().isPresent()) {
            results.add(offer("search.page.within", "search.page.everywhere", address.everywhere()));
        }
        if (!found.counts().isEmpty()) {
            results.add(facets(found));
        }
        if (found.hits().isEmpty()) {
            results.add(nothing());
        } else {
            var hits = new OrderedList();
            hits.addClassName("hits");
            found.hits()
                    .forEach(hit -> hits.add(new HitItem(
                            hit, this::label, validity.of(hit.passage().resolution(), getLocale()))));
            results.add(hits, pager(found.texts()));
        }
    }

    private String label(ClauseRef clause) {
        return library.resolution(clause.resolution())
                .map(text -> text.label(clause.clause()))
                .orElse(clause.clause().value());
    }

    private Paragraph readAs(String restored) {
        var words = new Span(restored);
        words.addClassName("search-read-as");
        var line = new Paragraph(
                new Span(getTranslation("search.page.read_as") + " "),
                words,
                new Span(" · "),
                link(getTranslation("search.page.exactly"), address.asTyped(true)));
        line.addClassName("search-note");
        return line;
    }

    private Paragraph offer(String said, String offered, SearchAddress to) {
        String number = address.within().map(ResolutionId::value).orElse("");
        var line = new Paragraph(
                new Span(getTranslation(said, number)), new Span(" · "), link(getTranslation(offered), to));
        line.addClassName("search-note");
        return line;
    }

    private Paragraph note(String key) {
        var line = new Paragraph(getTranslation(key));
        line.addClassName("search-note");
        return line;
    }

    private Nav facets(Results found) {
        var facets = new Nav();
        facets.addClassName("facets");
        facets.getElement().setAttribute("aria-label", getTranslation("search.page.facets"));
        Map<String, Long> counts = found.counts().getOrDefault(Facet.KIND, Map.of());
        long all = counts.values().stream().mapToLong(n -> n).sum();
        facets.add(facet(Optional.empty(), all));
        for (Passage.Kind kind : Passage.Kind.values()) {
            Long count = counts.get(kind.name());
            if (count != null) {
                facets.add(facet(Optional.of(kind), count));
            }
        }
        return facets;
    }

    private RouterLink facet(Optional<Passage.Kind> kind, long count) {
        String name =
                getTranslation("search.kind." + kind.map(SearchAddress::slug).orElse("all"));
        var link = link(
                getTranslation("search.page.facet", name, Formats.number(count, locale())), address.withKind(kind));
        link.addClassName("chip");
        if (address.kind().equals(kind)) {
            link.addClassName("red");
            link.getElement().setAttribute("aria-current", "true");
        }
        return link;
    }

    private Nav pager(long total) {
        var pager = new Nav();
        pager.addClassName("pager");
        pager.getElement().setAttribute("aria-label", getTranslation("search.page.pages"));
        int page = address.page();
        if (page > 1) {
            pager.add(button("search.page.previous", address.onPage(page - 1)));
        }
        if (address.hasNextPage(total)) {
            pager.add(button("search.page.next", address.onPage(page + 1)));
        }
        pager.setVisible(pager.getComponentCount() > 0);
        return pager;
    }

    private RouterLink button(String key, SearchAddress to) {
        var link = link(getTranslation(key), to);
        link.addClassName("btn");
        return link;
    }

    private EmptyState examples() {
        var list = new Div();
        list.addClassName("facets");
        for (String key : List.of("number", "accents", "words")) {
            String example = getTranslation("search.example." + key);
            var link = link(example, address.withText(example));
            link.addClassName("chip");
            list.add(link);
        }
        return new EmptyState(getTranslation("search.empty.title"), getTranslation("search.empty.explanation"), list);
    }

    private EmptyState nothing() {
        String advice = address.kind().isPresent() ? "search.nothing.kind" : "search.nothing.explanation";
        return new EmptyState(getTranslation("search.nothing.title"), getTranslation(advice));
    }

    private static RouterLink link(String text, SearchAddress to) {
        var link = new RouterLink(text, SearchView.class);
        link.setQueryParameters(to.parameters());
        return link;
    }

    private Locale locale() {
        return getLocale();
    }
}
