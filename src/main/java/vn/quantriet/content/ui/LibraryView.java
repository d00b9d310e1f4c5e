package vn.quantriet.content.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import vn.quantriet.content.Library;
import vn.quantriet.content.LibraryBadge;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.TextFinder;
import vn.quantriet.ui.EmptyState;
import vn.quantriet.ui.Formats;

/**
 * The texts as cards, a page at a time, found by number, title, issuer, topic, year or kind. Filter and page are in the address:
 * {@code ?q=&loai=&trang=}.
 */
@Route("thu-vien")
@PermitAll
@Menu(order = 2, title = "content.library.menu")
class LibraryView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final String WORDS = "q";
    private static final String KIND = "loai";
    private static final String PAGE = "trang";
    private static final int CARDS_PER_PAGE = 24;

    private final transient Library library;
    private final transient TextFinder finder;
    private final Map<ResolutionId, LibraryBadge.Badge> badges = new HashMap<>();
    private final Paragraph lead = new Paragraph();
    private final TextField words = new TextField();
    private final RadioButtonGroup<Optional<Resolution.Kind>> kind = new RadioButtonGroup<>();
    private final Div cards = new Div();

    LibraryView(Library library, TextFinder finder, ObjectProvider<LibraryBadge> badge) {
        this.library = library;
        this.finder = finder;
        badge.ifAvailable(source -> badges.putAll(source.badges()));
        addClassName("wrap");
        lead.addClassName("sub");
        lead.getElement().setAttribute("role", "status");
        add(new H1(getPageTitle()), lead);
        notice();
        add(filters(), cards);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("content.library.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var query = event.getLocation().getQueryParameters();
        var filter = filterIn(query);
        words.setValue(filter.words());
        kind.setValue(kinds().contains(filter.kind()) ? filter.kind() : Optional.empty());
        show(filter, pageIn(query));
    }

    private Div filters() {
        words.setLabel(getTranslation("content.library.filter"));
        words.setHelperText(getTranslation("content.library.filterHint"));
        words.setClearButtonVisible(true);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.addValueChangeListener(event -> filterChanged(event.isFromClient()));
        kind.setLabel(getTranslation("content.library.kind"));
        kind.setItems(kinds());
        kind.setItemLabelGenerator(this::name);
        kind.addValueChangeListener(event -> filterChanged(event.isFromClient()));
        var filters = new Div(words, kind);
        filters.addClassName("library-filters");
        return filters;
    }

    private List<Optional<Resolution.Kind>> kinds() {
        List<Optional<Resolution.Kind>> kinds = new ArrayList<>();
        kinds.add(Optional.empty());
        Arrays.stream(Resolution.Kind.values())
                .filter(k -> library.resolutions().stream().anyMatch(r -> r.kind() == k))
                .forEach(k -> kinds.add(Optional.of(k)));
        return kinds;
    }

    private String name(Optional<Resolution.Kind> value) {
        return getTranslation(value.map(k -> "content.kind." + slug(k)).orElse("content.library.allKinds"));
    }

    private void filterChanged(boolean byReader) {
        if (byReader) {
            var filter =
                    new LibraryFilter(words.getValue(), kind.getOptionalValue().flatMap(value -> value));
            getUI().ifPresent(ui -> ui.navigate(LibraryView.class, parametersOf(filter, 1)));
        }
    }

    private void show(LibraryFilter filter, int page) {
        var all = library.resolutions();
        var found = filter.of(finder);
        var count = Formats.number(all.size(), getLocale());
        lead.setText(
                filter.isEmpty()
                        ? getTranslation("content.library.lead", count)
                        : getTranslation("content.library.found", Formats.number(found.size(), getLocale()), count));
        cards.removeAll();
        if (all.isEmpty()) {
            cards.add(new EmptyState(
                    getTranslation("content.library.emptyTitle"), getTranslation("content.library.empty")));
        } else if (found.isEmpty()) {
            cards.add(new EmptyState(
                    getTranslation("content.library.nothingTitle"),
                    getTranslation("content.library.nothing"),
                    button("/thu-vien", "content.library.clear")));
        } else {
            int pages = Math.ceilDiv(found.size(), CARDS_PER_PAGE);
            int shown = Math.min(page, pages);
            var list = new UnorderedList();
            list.addClassName("library-cards");
            found.stream()
                    .skip((shown - 1L) * CARDS_PER_PAGE)
                    .limit(CARDS_PER_PAGE)
                    .forEach(r -> list.add(new LibraryCard(r, Optional.ofNullable(badges.get(r.id())))));
            cards.add(list);
            if (pages > 1) {
                cards.add(pager(filter, shown, pages));
            }
        }
    }

    private Nav pager(LibraryFilter filter, int page, int pages) {
        var pager = new Nav();
        pager.addClassName("pager");
        pager.setAriaLabel(getTranslation("content.library.pages"));
        if (page > 1) {
            pager.add(pageLink("content.library.previous", filter, page - 1));
        }
        pager.add(new Paragraph(getTranslation(
                "content.library.page", Formats.number(page, getLocale()), Formats.number(pages, getLocale()))));
        if (page < pages) {
            pager.add(pageLink("content.library.next", filter, page + 1));
        }
        return pager;
    }

    private Anchor pageLink(String key, LibraryFilter filter, int page) {
        var query = parametersOf(filter, page).getQueryString();
        return button("/thu-vien" + (query.isEmpty() ? "" : "?" + query), key);
    }

    private void notice() {
        int problems = library.problems().size();
        if (problems > 0 && Caretakers.includeReader()) {
            var notice = new Div(
                    new Paragraph(getTranslation("content.library.problems", Formats.number(problems, getLocale()))),
                    button("/thu-vien/loi", "content.library.showProblems"));
            notice.addClassNames("notice", "library-notice");
            add(notice);
        }
    }

    private Anchor button(String href, String key) {
        var button = new Anchor(href, getTranslation(key));
        button.addClassName("btn");
        return button;
    }

    private static LibraryFilter filterIn(QueryParameters parameters) {
        var wanted = parameters.getSingleParameter(KIND);
        return new LibraryFilter(
                parameters.getSingleParameter(WORDS).orElse(""),
                Arrays.stream(Resolution.Kind.values())
                        .filter(k -> wanted.filter(slug(k)::equals).isPresent())
                        .findFirst());
    }

    private static int pageIn(QueryParameters query) {
        return query.getSingleParameter(PAGE)
                .filter(page -> page.matches("[1-9][0-9]{0,5}"))
                .map(Integer::parseInt)
                .orElse(1);
    }

    private static QueryParameters parametersOf(LibraryFilter filter, int page) {
        Map<String, String> parameters = new HashMap<>();
        if (!filter.words().isEmpty()) {
            parameters.put(WORDS, filter.words());
        }
        filter.kind().ifPresent(k -> parameters.put(KIND, slug(k)));
        if (page > 1) {
            parameters.put(PAGE, String.valueOf(page));
        }
        return QueryParameters.simple(parameters);
    }

    private static String slug(Resolution.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
