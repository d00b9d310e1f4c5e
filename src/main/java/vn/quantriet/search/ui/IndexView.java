package vn.quantriet.search.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
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
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import vn.quantriet.organisation.Role;
import vn.quantriet.search.IndexReport;
import vn.quantriet.search.IndexUpkeep;
import vn.quantriet.search.SharedReport;
import vn.quantriet.ui.EmptyState;
import vn.quantriet.ui.Formats;
import vn.quantriet.ui.Polling;

/** The search index as its administrator sees it: what is being done to it, what it lacks, and building it anew. */
@Route(IndexView.ADDRESS)
@RolesAllowed(Role.ADMINISTRATOR_NAME)
class IndexView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    static final String ADDRESS = "quan-tri/chi-muc";

    private final transient IndexUpkeep upkeep;
    private final IndexState state;
    private final SharedState shared;
    private final NativeButton rebuild = new NativeButton();
    private final Section skipped = new Section();
    private transient @Nullable IndexReport shown;

    /** For the shared index to answer. */
    private boolean waiting;

    private final Polling polling = new Polling(this, this::look);

    IndexView(IndexUpkeep upkeep, Clock clock) {
        this.upkeep = upkeep;
        state = new IndexState(clock);
        shared = new SharedState(clock);
        addClassNames("wrap", "search-index");
        rebuild.setText(getTranslation("search.index.rebuild"));
        rebuild.addClassName("btn");
        rebuild.addClickListener(click -> confirm());
        skipped.addClassNames("card", "index-skipped");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("search.index.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        IndexReport report;
        try {
            report = upkeep.report();
        } catch (AccessDeniedException e) {
            add(EmptyState.page(
                    getTranslation("search.index.forbidden"), getTranslation("search.index.forbidden-lead")));
            return;
        }
        var back = new Anchor("/quan-tri", getTranslation("search.index.back"));
        back.addClassName("way-back");
        var lead = new Paragraph(getTranslation("search.index.lead"));
        lead.addClassName("sub");
        add(new Div(back, new H1(getPageTitle()), lead), shared, state, renewal(), skipped);
        show(report);
    }

    private Section renewal() {
        var why = new Paragraph(getTranslation("search.index.rebuild-lead"));
        var section = new Section(new H2(getTranslation("search.index.rebuild")), why, rebuild);
        section.addClassNames("card", "index-renewal");
        return section;
    }

    private void look() {
        show(upkeep.report());
    }

    private void show(IndexReport report) {
        var before = shown;
        shown = report;
        state.show(report);
        showShared();
        boolean building = report.work()
                .filter(w -> w.task() != IndexReport.Task.COMPARING)
                .isPresent();
        rebuild.setEnabled(!building);
        if (before == null
                || before.skippedInAll() != report.skippedInAll()
                || !before.skipped().equals(report.skipped())) {
            showSkipped(report);
        }
        polling.watch(report.work().isPresent() || report.behind() || waiting);
    }

    private void showShared() {
        var report = upkeep.shared();
        shared.setVisible(report.isPresent());
        report.ifPresent(shared::show);
        waiting = report.filter(r -> r.condition() != SharedReport.Condition.ANSWERS)
                .isPresent();
    }

    private void showSkipped(IndexReport report) {
        skipped.removeAll();
        skipped.add(new H2(getTranslation("search.index.skipped")));
        if (report.skipped().isEmpty()) {
            skipped.add(new Paragraph(getTranslation("search.index.skipped-none")));
            return;
        }
        skipped.add(
                new Paragraph(getTranslation(
                        "search.index.skipped-lead", Formats.number(report.skippedInAll(), getLocale()))),
                new SkippedTable(report.skipped()));
    }

    private void confirm() {
        var dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation("search.index.confirm.title"));
        dialog.setText(getTranslation("search.index.confirm.text"));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("search.index.confirm.cancel"));
        dialog.setConfirmText(getTranslation("search.index.rebuild"));
        dialog.addConfirmListener(confirmed -> {
            upkeep.rebuild();
            rebuild.setEnabled(false);
            // It begins in the background, perhaps a moment after this answer.
            polling.watch(true);
        });
        dialog.open();
    }
}
