package vn.quantriet.lectures.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.quantriet.content.Library;
import vn.quantriet.content.Resolution;
import vn.quantriet.lectures.DeckAddress;
import vn.quantriet.lectures.DeckDesk;
import vn.quantriet.lectures.Lectures;
import vn.quantriet.lectures.ListedLecture;
import vn.quantriet.ui.EmptyState;
import vn.quantriet.ui.Formats;

/** Every lecture by text, and for reporters the way to their desk. */
@Route("bai-giang")
@PermitAll
@Menu(order = 3, title = "lectures.list.menu")
class LecturesView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final String QUERY = "q";
    private static final String PAGE = "trang";
    private static final int TEXTS_PER_PAGE = 12;

    private final transient Lectures lectures;
    private final transient DeckDesk desk;
    private final TextField filter = new TextField();
    private final Div results = new Div();

    LecturesView(Lectures lectures, DeckDesk desk, Library library, Clock clock) {
        this.lectures = lectures;
        this.desk = desk;
        addClassNames("wrap", "lectures");
        filter.setLabel(getTranslation("lectures.list.filter"));
        filter.setPlaceholder(getTranslation("lectures.list.filter.example"));
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                filterBy(e.getValue());
            }
        });
        results.addClassName("decks-by-text");
        results.getElement().setAttribute("aria-live", "polite");
        add(heading());
        if (desk.isOpen()) {
            add(new MyDrafts(desk, library, clock));
        }
        var tools = new Div(filter);
        tools.addClassName("tools");
        add(tools, results);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        String words = query.getSingleParameter(QUERY).orElse("");
        filter.setValue(words);
        show(words, page(query));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("lectures.list.title");
    }

    private static int page(QueryParameters query) {
        return query.getSingleParameter(PAGE)
                .filter(p -> p.matches("[1-9][0-9]{0,5}"))
                .map(Integer::parseInt)
                .orElse(1);
    }

    private Div heading() {
        var sub = new Paragraph(getTranslation("lectures.list.sub"));
        sub.addClassName("sub");
        var words = new Div(new H1(getTranslation("lectures.list.title")), sub);
        var heading = new Div(words);
        heading.addClassNames("page-heading", "with-action");
        if (desk.isOpen()) {
            var upload = new Anchor(DeckAddress.DESK, getTranslation("lectures.list.upload"));
            upload.addClassNames("btn", "main");
            heading.add(upload);
        }
        return heading;
    }

    /** The address follows what is typed without a step in the browser's history for each letter. */
    private void filterBy(String words) {
        getUI().ifPresent(ui -> ui.getPage()
                .getHistory()
                .replaceState(null, new Location(DeckAddress.LIST.substring(1), address(words, 1))));
        show(words, 1);
    }

    private static QueryParameters address(String words, int page) {
        var query = words.isBlank() ? QueryParameters.empty() : QueryParameters.of(QUERY, words);
        return page == 1 ? query : query.merging(PAGE, String.valueOf(page));
    }

    private void show(String words, int page) {
        results.removeAll();
        Map<Resolution, List<ListedLecture>> byText = lectures.all().stream()
                .filter(lecture -> words.isBlank() || lecture.matches(words.strip()))
                .collect(Collectors.groupingBy(ListedLecture::text, LinkedHashMap::new, Collectors.toList()));
        if (byText.isEmpty()) {
            results.add(nothing(words));
            return;
        }
        int pages = (byText.size() + TEXTS_PER_PAGE - 1) / TEXTS_PER_PAGE;
        int shown = Math.min(page, pages);
        byText.entrySet().stream()
                .skip((shown - 1L) * TEXTS_PER_PAGE)
                .limit(TEXTS_PER_PAGE)
                .forEach(entry -> results.add(text(entry.getKey(), entry.getValue())));
        if (pages > 1) {
            results.add(pager(words, shown, pages));
        }
    }

    private EmptyState nothing(String words) {
        return words.isBlank()
                ? new EmptyState(getTranslation("lectures.list.none"), getTranslation("lectures.list.none.why"))
                : new EmptyState(
                        getTranslation("lectures.list.unfound", words), getTranslation("lectures.list.unfound.why"));
    }

    private Section text(Resolution text, List<ListedLecture> decks) {
        var list = new UnorderedList();
        list.addClassName("deck-list");
        boolean reporter = desk.isOpen();
        decks.forEach(lecture -> list.add(new ListItem(new DeckCard(lecture.deck(), reporter))));
        var section = new Section(new H2(getTranslation("lectures.list.text", text.number(), text.shortTitle())), list);
        section.addClassName("decks-of-text");
        return section;
    }

    private Div pager(String words, int page, int pages) {
        var pager = new Div();
        pager.addClassName("pager");
        if (page > 1) {
            pager.add(pageLink("lectures.list.previous", words, page - 1));
        }
        pager.add(new Paragraph(getTranslation(
                "lectures.list.page", Formats.number(page, getLocale()), Formats.number(pages, getLocale()))));
        if (page < pages) {
            pager.add(pageLink("lectures.list.next", words, page + 1));
        }
        return pager;
    }

    private Anchor pageLink(String key, String words, int page) {
        String query = address(words, page).getQueryString();
        var link = new Anchor(DeckAddress.LIST + (query.isEmpty() ? "" : "?" + query), getTranslation(key));
        link.addClassName("btn");
        return link;
    }
}
