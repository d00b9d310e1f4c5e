package vn.quantriet.search.ui;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.quantriet.search.IndexReport;
import vn.quantriet.search.IndexReport.Work;
import vn.quantriet.ui.Formats;
import vn.quantriet.ui.ProgressBar;

/** How the index is: a sentence, a bar while it is worked on, and its figures. */
class IndexState extends Section {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy", Locale.ROOT);
    private static final long MEGABYTE = 1 << 20;

    private final transient Clock clock;
    private final H2 what = new H2();
    private final Paragraph detail = new Paragraph();
    private final Div bar = new Div();
    private final Div figures = new Div();

    IndexState(Clock clock) {
        this.clock = clock;
        addClassNames("card", "index-state");
        // The heading changes seldom; the counting below it would never let a screen reader finish.
        what.getElement().setAttribute("role", "status");
        detail.addClassName("sub");
        add(what, bar, detail, figures);
    }

    void show(IndexReport report) {
        bar.removeAll();
        report.work().ifPresentOrElse(this::show, () -> showRest(report));
        figures.removeAll();
        figures.add(figures(report));
    }

    private void show(Work work) {
        what.setText(
                switch (work.task()) {
                    case COMPARING -> getTranslation("search.index.comparing");
                    case BUILDING -> getTranslation("search.index.building");
                    case REBUILDING -> getTranslation("search.index.rebuilding");
                });
        String done = Formats.number(work.done(), getLocale());
        String all = Formats.number(work.all(), getLocale());
        detail.setText(getTranslation("search.index.since", moment(work.since())) + " "
                + switch (work.step()) {
                    case FILES -> getTranslation("search.index.files");
                    case TEXTS -> getTranslation("search.index.texts", done, all);
                    case OTHERS -> getTranslation("search.index.others", done);
                });
        bar.add(new ProgressBar(percent(work), what.getText()));
    }

    /** Of what is not known beforehand the bar shows ever less, and is never full. */
    private static int percent(Work work) {
        return switch (work.step()) {
            case FILES -> 0;
            case TEXTS -> work.all() == 0 ? 80 : Math.toIntExact(80 * work.done() / work.all());
            case OTHERS -> Math.toIntExact(80 + 19 * work.done() / (work.done() + 5000));
        };
    }

    private void showRest(IndexReport report) {
        what.setText(getTranslation(report.behind() ? "search.index.behind" : "search.index.resting"));
        detail.setText(report.behind() ? getTranslation("search.index.behind-lead") : "");
    }

    private DescriptionList figures(IndexReport report) {
        var list = new DescriptionList();
        figure(
                list,
                "search.index.finished",
                report.finished().map(this::moment).orElse("–"));
        figure(list, "search.index.passages", Formats.number(report.passages(), getLocale()));
        figure(list, "search.index.size", size(report.bytes()));
        return list;
    }

    private void figure(DescriptionList list, String key, String value) {
        var pair = new Div(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value));
        list.getElement().appendChild(pair.getElement());
    }

    private String size(long bytes) {
        return bytes < MEGABYTE
                ? getTranslation("search.index.kilobytes", Formats.number((bytes + 1023) / 1024, getLocale()))
                : getTranslation("search.index.megabytes", Formats.number(bytes / MEGABYTE, getLocale()));
    }

    private String moment(Instant instant) {
        return MOMENT.format(instant.atZone(clock.getZone()));
    }
}
