package vn.quantriet.study.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import vn.quantriet.organisation.MemberDirectory;
import vn.quantriet.organisation.Role;
import vn.quantriet.study.ledger.LedgerCheck;
import vn.quantriet.study.ledger.LedgerInspection;
import vn.quantriet.study.ledger.LedgerInspection.State;
import vn.quantriet.ui.EmptyState;
import vn.quantriet.ui.Formats;
import vn.quantriet.ui.Polling;
import vn.quantriet.ui.ProgressBar;

/** The ledger as its administrator sees it: whether everything in it fits, and the seals to compare with what was written down. */
@Route(LedgerView.ADDRESS)
@RolesAllowed(Role.ADMINISTRATOR_NAME)
class LedgerView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    static final String ADDRESS = "quan-tri/so-hoc-tap";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy", Locale.ROOT);
    private static final int SEALS = 30;

    private final transient LedgerInspection inspection;
    private final transient MemberDirectory members;
    private final transient Clock clock;
    private final H2 what = new H2();
    private final Paragraph detail = new Paragraph();
    private final Div below = new Div();
    private final NativeButton inspect = new NativeButton();
    private transient @Nullable State shown;
    private final Polling polling = new Polling(this, this::look);

    LedgerView(LedgerInspection inspection, MemberDirectory members, Clock clock) {
        this.inspection = inspection;
        this.members = members;
        this.clock = clock;
        addClassNames("wrap", "ledger");
        // The heading changes seldom; the counting below it would never let a screen reader finish.
        what.getElement().setAttribute("role", "status");
        inspect.setText(getTranslation("study.ledger.inspect"));
        inspect.addClassNames("btn", "main");
        inspect.addClickListener(click -> begin());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("study.ledger.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        try {
            var state = inspection.state();
            add(head(), inspectionCard(), sealsCard());
            show(state);
        } catch (AccessDeniedException e) {
            add(EmptyState.page(
                    getTranslation("study.ledger.forbidden"), getTranslation("study.ledger.forbidden-lead")));
        }
    }

    private Div head() {
        var back = new Anchor("/quan-tri", getTranslation("study.ledger.back"));
        back.addClassName("way-back");
        var lead = new Paragraph(getTranslation("study.ledger.lead"));
        lead.addClassName("sub");
        return new Div(back, new H1(getPageTitle()), lead);
    }

    private Section inspectionCard() {
        var card = new Section(what, detail, below, inspect);
        card.addClassNames("card", "ledger-inspection");
        return card;
    }

    private Section sealsCard() {
        var card = new Section(new H2(getTranslation("study.ledger.seals")));
        card.addClassNames("card", "ledger-seals");
        var seals = inspection.seals(SEALS);
        if (seals.isEmpty()) {
            card.add(new Paragraph(getTranslation("study.ledger.seals-none")));
        } else {
            card.add(new Paragraph(getTranslation("study.ledger.seals-lead")), new SealTable(seals, at -> moment(at)));
        }
        return card;
    }

    private void look() {
        show(inspection.state());
    }

    private void begin() {
        inspection.begin();
        look();
    }

    private void show(State state) {
        if (!state.equals(shown)) {
            shown = state;
            below.removeAll();
            inspect.setEnabled(!(state instanceof State.Running));
            switch (state) {
                case State.NotBegun ignored ->
                    say("study.ledger.not-begun", getTranslation("study.ledger.not-begun-lead"));
                case State.Running running -> showRunning(running);
                case State.Finished finished -> showFinished(finished.at(), finished.report());
                case State.Failed failed ->
                    say("study.ledger.failed", getTranslation("study.ledger.failed-lead", moment(failed.at())));
            }
        }
        polling.watch(state instanceof State.Running);
    }

    private void say(String key, String more) {
        what.setText(getTranslation(key));
        detail.setText(more);
    }

    private void showRunning(State.Running running) {
        say(
                "study.ledger.running",
                getTranslation(
                        "study.ledger.running-lead",
                        Formats.number(running.members(), getLocale()),
                        Formats.number(running.all(), getLocale())));
        int percent = Math.toIntExact(Math.min(99, 100 * running.members() / Math.max(1, running.all())));
        below.add(new ProgressBar(percent, what.getText()));
    }

    private void showFinished(Instant at, LedgerCheck.Report report) {
        what.setText(
                report.isSound()
                        ? getTranslation("study.ledger.sound")
                        : getTranslation("study.ledger.broken", Formats.number(report.broken(), getLocale())));
        detail.setText(getTranslation(
                "study.ledger.inspected",
                moment(at),
                Formats.number(report.entries(), getLocale()),
                Formats.number(report.members(), getLocale())));
        if (!report.isSound()) {
            below.add(
                    new Paragraph(getTranslation("study.ledger.broken-lead")),
                    new MisfitTable(report.misfits(), members));
        }
    }

    private String moment(Instant instant) {
        return MOMENT.format(instant.atZone(clock.getZone()));
    }
}
