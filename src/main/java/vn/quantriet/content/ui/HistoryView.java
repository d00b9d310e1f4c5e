package vn.quantriet.content.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quantriet.content.Library;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.TextHistory;
import vn.quantriet.content.TextHistory.Version;
import vn.quantriet.content.TextPublishing.Edition;
import vn.quantriet.content.TextPublishing.FilesHaveProblems;
import vn.quantriet.content.TextPublishing.IdentityUndecided;
import vn.quantriet.content.TextPublishing.TextReplacedMeanwhile;
import vn.quantriet.content.history.TextReturn;
import vn.quantriet.ui.EmptyState;

/** The versions of a text, what differs between two, and the way back to one. What is shown is in the address. */
@Route("lich-su/:text")
@RolesAllowed({Caretakers.REPORTER, Caretakers.EDITOR, Caretakers.SECRETARY, Caretakers.ADMINISTRATOR})
class HistoryView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryView.class);
    private static final int ON_A_PAGE = 20;

    private final transient TextHistory history;
    private final transient TextReturn way;
    private final transient Library library;
    private final transient Clock clock;

    private String title = "";
    private Optional<String> base = Optional.empty();

    HistoryView(TextHistory history, TextReturn way, Library library, Clock clock) {
        this.history = history;
        this.way = way;
        this.library = library;
        this.clock = clock;
        addClassNames("wrap", "wide");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        event.getRouteParameters()
                .get("text")
                .filter(ResolutionId::isValid)
                .map(ResolutionId::new)
                .filter(id -> !history.versions(id, 0, 1).isEmpty())
                .ifPresentOrElse(
                        id -> show(HistoryAddress.of(id, event.getLocation().getQueryParameters())), this::showMissing);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(HistoryAddress address) {
        Optional<Resolution> text = library.resolution(address.text());
        var number = text.map(Resolution::number).orElse(address.text().value());
        title = getTranslation("content.history.title", number);
        base = way.isOpen() ? way.present(address.text()).map(Edition::version) : Optional.empty();
        var back = new Anchor("/van-ban/" + address.text(), getTranslation("content.history.read", number));
        back.addClassName("way-back");
        var lead = new Paragraph(text.map(Resolution::shortTitle).orElse(""));
        lead.addClassName("sub");
        add(back, new H1(title), lead, ways(address));
        if (address.byClause()) {
            add(new ClauseAuthors(address, text, history.lastChanges(address.text()), clock.getZone()));
            return;
        }
        if (address.earlier().isPresent() && address.later().isPresent()) {
            add(difference(address));
        }
        versions(address);
    }

    private Nav ways(HistoryAddress address) {
        var ways = new Nav(
                way(address.versions(), "content.history.versions", !address.byClause()),
                way(address.clauses(), "content.history.clauses", address.byClause()));
        ways.addClassName("history-ways");
        ways.setAriaLabel(getTranslation("content.history.ways"));
        return ways;
    }

    private Anchor way(HistoryAddress to, String key, boolean current) {
        var link = new Anchor(to.href(), getTranslation(key));
        link.addClassName("chip");
        if (current) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return link;
    }

    private void versions(HistoryAddress address) {
        int offset = (address.page() - 1) * ON_A_PAGE;
        var found = history.versions(address.text(), offset, ON_A_PAGE + 1);
        var section = new Section(new H2(getTranslation("content.history.versions")));
        add(section);
        if (found.isEmpty()) {
            section.add(new EmptyState(
                    getTranslation("content.history.noMore"),
                    getTranslation("content.history.noMore.text"),
                    button(address.onPage(1), "content.history.newest")));
            return;
        }
        var shown = found.subList(0, Math.min(ON_A_PAGE, found.size()));
        Optional<SerializableConsumer<Version>> mayReturn =
                way.isOpen() ? Optional.of(version -> confirm(address, version)) : Optional.empty();
        section.add(new VersionList(address, List.copyOf(shown), offset == 0, clock.getZone(), mayReturn));
        var pager = new Div();
        pager.addClassName("pager");
        if (address.page() > 1) {
            pager.add(button(address.onPage(address.page() - 1), "content.history.newer"));
        }
        if (found.size() > ON_A_PAGE) {
            pager.add(button(address.onPage(address.page() + 1), "content.history.older"));
        }
        section.add(pager);
    }

    private Component difference(HistoryAddress address) {
        Optional<Version> earlier = address.earlier().flatMap(commit -> history.version(address.text(), commit));
        Optional<Version> later = address.later().flatMap(commit -> history.version(address.text(), commit));
        if (earlier.isEmpty() || later.isEmpty()) {
            return notice(getTranslation("content.history.unknown"));
        }
        var heading = new H2(getTranslation(
                "content.history.between",
                Moments.of(earlier.get().at(), clock.getZone()),
                earlier.get().author().name(),
                Moments.of(later.get().at(), clock.getZone()),
                later.get().author().name()));
        var section = new Section(heading);
        var clauses = history.difference(
                address.text(), earlier.get().commit(), later.get().commit());
        var others = history.otherDifferences(
                address.text(), earlier.get().commit(), later.get().commit());
        boolean same = others.isEmpty()
                && clauses.stream()
                        .noneMatch(c -> c.isReworded() || !c.labelBefore().equals(c.labelAfter()));
        if (same) {
            section.add(new Paragraph(getTranslation("content.history.allSame")));
        } else {
            var words = new Div();
            section.add(words);
            // Answering makes a short answer the last one that Flow keeps, and not the one with all the words.
            words.getElement()
                    .executeJs(
                            "this.innerHTML = $0; return true",
                            DifferenceHtml.of(clauses, others, (key, args) -> getTranslation(key, args)))
                    .then(arrived -> {});
        }
        return section;
    }

    private void confirm(HistoryAddress address, Version version) {
        var moment = Moments.of(version.at(), clock.getZone());
        var dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation("content.history.return.title"));
        dialog.setText(getTranslation(
                "content.history.return.text", moment, version.author().name()));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("content.history.return.cancel"));
        dialog.setConfirmText(getTranslation("content.history.return"));
        dialog.addConfirmListener(e -> goBack(address, version, moment));
        dialog.open();
    }

    private void goBack(HistoryAddress address, Version version, String moment) {
        try {
            way.to(address.text(), version.commit(), base, getTranslation("content.history.return.message", moment));
            removeAll();
            show(address.versions());
            addComponentAtIndex(3, notice(getTranslation("content.history.return.done", moment)));
            getUI().ifPresent(ui -> ui.getPage()
                    .getHistory()
                    .replaceState(null, address.versions().path()));
        } catch (FilesHaveProblems e) {
            say(getTranslation(
                    "content.history.return.problems", e.problems().getFirst().place()));
        } catch (TextReplacedMeanwhile e) {
            say(getTranslation("content.history.return.replaced"));
        } catch (IdentityUndecided e) {
            say(getTranslation("content.history.return.undecided"));
        } catch (UncheckedIOException e) {
            LOG.error("text {} could not be returned to {}", address.text(), version.commit(), e);
            say(getTranslation("content.history.return.failed"));
        }
    }

    private void say(String words) {
        addComponentAtIndex(3, notice(words));
    }

    private static Div notice(String words) {
        var notice = new Div(new Paragraph(words));
        notice.addClassName("notice");
        notice.getElement().setAttribute("role", "status");
        return notice;
    }

    private Anchor button(HistoryAddress to, String key) {
        var button = new Anchor(to.href(), getTranslation(key));
        button.addClassName("btn");
        return button;
    }

    private void showMissing() {
        title = getTranslation("content.history.missing.title");
        var back = new Anchor("/thu-vien", getTranslation("content.reading.missing.action"));
        back.addClassNames("btn", "main");
        add(EmptyState.page(title, getTranslation("content.history.missing.text"), back));
    }
}
