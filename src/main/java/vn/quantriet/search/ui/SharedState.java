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
import vn.quantriet.search.SharedReport;
import vn.quantriet.search.SharedReport.Condition;
import vn.quantriet.ui.Formats;

/** How the index is that several nodes share: a sentence, since when, and what that means for who searches. */
class SharedState extends Section {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy", Locale.ROOT);

    private final transient Clock clock;
    private final H2 what = new H2();
    private final Paragraph detail = new Paragraph();
    private final Div figures = new Div();

    SharedState(Clock clock) {
        this.clock = clock;
        addClassNames("card", "index-state");
        what.getElement().setAttribute("role", "status");
        detail.addClassName("sub");
        add(what, detail, figures);
    }

    void show(SharedReport report) {
        what.setText(
                switch (report.condition()) {
                    case ANSWERS -> getTranslation("search.index.shared.answers");
                    case FILLING -> getTranslation("search.index.shared.filling");
                    case UNREACHABLE -> getTranslation("search.index.shared.unreachable");
                    case REFUSED -> getTranslation("search.index.shared.refused");
                    case TOO_OLD -> getTranslation("search.index.shared.too-old");
                    case OF_A_NEWER_PORTAL -> getTranslation("search.index.shared.newer");
                    case FAILING -> getTranslation("search.index.shared.failing");
                });
        boolean answers = report.condition() == Condition.ANSWERS;
        detail.setText(getTranslation(
                answers ? "search.index.shared.since" : "search.index.shared.instead", moment(report.since())));
        figures.removeAll();
        var list = new DescriptionList();
        figure(list, "search.index.shared.address", report.address());
        if (answers) {
            figure(list, "search.index.passages", Formats.number(report.passages(), getLocale()));
        }
        figures.add(list);
    }

    private void figure(DescriptionList list, String key, String value) {
        var pair = new Div(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value));
        list.getElement().appendChild(pair.getElement());
    }

    private String moment(Instant instant) {
        return MOMENT.format(instant.atZone(clock.getZone()));
    }
}
