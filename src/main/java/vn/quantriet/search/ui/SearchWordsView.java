package vn.quantriet.search.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import vn.quantriet.content.TextPublishing.FilesHaveProblems;
import vn.quantriet.organisation.Role;
import vn.quantriet.search.Search;
import vn.quantriet.search.ui.WordsAddress.Part;
import vn.quantriet.search.use.LineRefused;
import vn.quantriet.search.use.SearchWords;
import vn.quantriet.search.use.SearchWords.Line;
import vn.quantriet.search.use.UseReview;
import vn.quantriet.search.use.UseReview.InVain;
import vn.quantriet.search.use.UseReview.Want;
import vn.quantriet.ui.Confirmation;
import vn.quantriet.ui.EmptyState;
import vn.quantriet.ui.Formats;
import vn.quantriet.ui.Unaccented;

/** What people asked in vain, and the words by which editors help them. Its address holds all of its state. */
@Route(WordsAddress.ROUTE)
@RolesAllowed({Role.EDITOR_NAME, Role.ADMINISTRATOR_NAME})
class SearchWordsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int LINES_ON_A_PAGE = 30;
    private static final int SHOWN_MS = 12_000;

    private final transient UseReview review;
    private final transient SearchWords words;
    private final transient Search search;
    private final Nav parts = new Nav();
    private final Div shown = new Div();
    private transient WordsAddress address = WordsAddress.of(Part.MISSED);

    SearchWordsView(UseReview review, SearchWords words, Search search) {
        this.review = review;
        this.words = words;
        this.search = search;
        addClassNames("wrap", "search-words");
        parts.addClassName("chips");
        parts.getElement().setAttribute("aria-label", getTranslation("search.words.parts"));
        var sub = new Paragraph(getTranslation("search.words.sub"));
        sub.addClassName("sub");
        add(new H1(getTranslation("search.words.title")), sub, parts, shown);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = WordsAddress.of(event.getLocation().getQueryParameters());
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("search.words.title");
    }

    private void show() {
        parts.removeAll();
        for (Part part : Part.values()) {
            var link = link(getTranslation("search.words.part." + part), WordsAddress.of(part));
            link.addClassName("chip");
            if (part == address.part()) {
                link.getElement().setAttribute("aria-current", "page");
            }
            parts.add(link);
        }
        shown.removeAll();
        switch (address.part()) {
            case MISSED -> showQueries(Want.NOTHING_FOUND);
            case UNOPENED -> showQueries(Want.NOTHING_OPENED);
            case WORDS -> showWords();
        }
    }

    private void showQueries(Want want) {
        var page = review.page(want, address.page());
        if (page.queries().isEmpty()) {
            shown.add(new EmptyState(
                    getTranslation("search.words.none." + want), getTranslation("search.words.none.why")));
        } else {
            var known = lines();
            var list = new VainQueries(want, page.queries(), known, this::teach, this::ignore);
            shown.add(lead("search.words.lead." + want), list);
        }
        shown.add(pager(page.more()));
    }

    private void showWords() {
        var filter = new TextField();
        filter.setLabel(getTranslation("search.words.filter"));
        filter.setValue(address.filter());
        filter.setClearButtonVisible(true);
        filter.setMaxLength(100);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        var list = new Div();
        list.getElement().setAttribute("aria-live", "polite");
        filter.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                address = address.withFilter(change.getValue());
                getUI().ifPresent(ui -> ui.getPage()
                        .getHistory()
                        .replaceState(null, new Location(WordsAddress.ROUTE, address.parameters())));
                fill(list);
            }
        });
        var add = new NativeButton(getTranslation("search.words.add"), click -> new LineDialog("", this::write).open());
        add.addClassNames("btn", "main");
        var tools = new Div(filter, add);
        tools.addClassName("tools");
        shown.add(lead("search.words.lead.WORDS"), tools, list);
        fill(list);
    }

    private void fill(Div list) {
        list.removeAll();
        String wanted = Unaccented.of(address.filter()).strip();
        List<Line> found = lines().stream()
                .filter(line -> Unaccented.of(line.text()).contains(wanted))
                .toList();
        if (found.isEmpty()) {
            list.add(new EmptyState(
                    getTranslation("search.words.none.WORDS"), getTranslation("search.words.none.WORDS.why")));
            return;
        }
        int last = (found.size() + LINES_ON_A_PAGE - 1) / LINES_ON_A_PAGE;
        int page = Math.min(address.page(), last);
        var few = found.subList((page - 1) * LINES_ON_A_PAGE, Math.min(found.size(), page * LINES_ON_A_PAGE));
        list.add(new WordLines(few, this::edit, this::remove));
        address = address.onPage(page);
        list.add(pager(page < last));
    }

    /** None, and a word about it, when the file was damaged by hand. */
    private List<Line> lines() {
        try {
            return words.lines();
        } catch (FilesHaveProblems e) {
            shown.add(lead("search.words.unreadable"));
            return List.of();
        }
    }

    private void teach(InVain query) {
        new SynonymDialog(query.text(), search, this::write).open();
    }

    private void ignore(InVain query) {
        new Confirmation("search.words.ignore", query.text(), () -> {
                    review.ignore(query.id());
                    show();
                })
                .open();
    }

    private void write(String line) {
        words.add(line);
        show();
        told("search.words.added", SearchWords.checked(line), "search.words.undo", () -> undo(line));
    }

    private void undo(String line) {
        try {
            words.remove(SearchWords.checked(line));
            show();
            told("search.words.removed", line);
        } catch (LineRefused e) {
            told("search.words.refused." + e.reason(), line);
        }
    }

    private void edit(Line line) {
        new LineDialog(line.text(), better -> {
                    words.replace(line.text(), better);
                    show();
                    told("search.words.changed", SearchWords.checked(better));
                })
                .open();
    }

    private void remove(Line line) {
        new Confirmation("search.words.remove", line.text(), () -> {
                    try {
                        words.remove(line.text());
                        told("search.words.removed", line.text(), "search.words.undo", () -> write(line.text()));
                    } catch (LineRefused e) {
                        told("search.words.refused." + e.reason(), line.text());
                    }
                    show();
                })
                .open();
    }

    private void told(String key, String line) {
        Notification.show(getTranslation(key, line));
    }

    private void told(String key, String line, String offered, SerializableRunnable then) {
        var said = new Notification();
        var button = new NativeButton(getTranslation(offered), click -> {
            said.close();
            then.run();
        });
        button.addClassNames("btn", "small");
        var words = new Div(new Span(getTranslation(key, line)), button);
        words.addClassName("said");
        said.add(words);
        said.setDuration(SHOWN_MS);
        said.open();
    }

    private Paragraph lead(String key) {
        var lead = new Paragraph(getTranslation(key));
        lead.addClassName("lead");
        return lead;
    }

    private Nav pager(boolean more) {
        var pager = new Nav();
        pager.addClassName("pager");
        pager.getElement().setAttribute("aria-label", getTranslation("search.page.pages"));
        if (address.page() > 1) {
            pager.add(button("search.page.previous", address.onPage(address.page() - 1)));
        }
        if (address.page() > 1 || more) {
            pager.add(new Paragraph(getTranslation("search.words.page", Formats.number(address.page(), getLocale()))));
        }
        if (more) {
            pager.add(button("search.page.next", address.onPage(address.page() + 1)));
        }
        pager.setVisible(pager.getComponentCount() > 0);
        return pager;
    }

    private RouterLink button(String key, WordsAddress to) {
        var link = link(getTranslation(key), to);
        link.addClassName("btn");
        return link;
    }

    private static RouterLink link(String text, WordsAddress to) {
        var link = new RouterLink(text, SearchWordsView.class);
        link.setQueryParameters(to.parameters());
        return link;
    }
}
