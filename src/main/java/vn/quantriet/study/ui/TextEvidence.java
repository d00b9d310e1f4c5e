package vn.quantriet.study.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.quantriet.content.Library;
import vn.quantriet.content.Listing;
import vn.quantriet.content.Resolution;
import vn.quantriet.study.StudyHistory.TextStudied;
import vn.quantriet.study.ledger.Entry;
import vn.quantriet.ui.Chip;
import vn.quantriet.ui.Formats;
import vn.quantriet.ui.PlainTable;

/** What was done with one text, in a line; opened, the entries of the ledger that say so. */
class TextEvidence extends NativeDetails {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy", Locale.ROOT);

    private final transient ZoneId zone;

    TextEvidence(TextStudied studied, Library library, ZoneId zone) {
        this.zone = zone;
        addClassName("evidence");
        Optional<Resolution> text = library.listing(studied.text()).map(Listing::resolution);
        setSummary(summary(studied, text));
        // The rows are made when somebody asks why: most never do.
        addToggleListener(toggled -> {
            if (toggled.isOpened() && getContent() == null) {
                setContent(table(studied, text));
            }
        });
    }

    private Component summary(TextStudied studied, Optional<Resolution> text) {
        var name = new Paragraph(text.map(t -> t.number() + " · " + t.shortTitle())
                .orElseGet(() ->
                        getTranslation("study.history.gone", studied.text().value())));
        var details = new Span(details(studied, text));
        details.addClassName("small");
        return new Div(new Div(name, details), chip(studied));
    }

    private Chip chip(TextStudied studied) {
        return studied.completedAt().isPresent()
                ? new Chip(getTranslation("study.step.completed"), Chip.Tone.DONE)
                : new Chip(getTranslation("study.step.studying"), Chip.Tone.DOING);
    }

    private String details(TextStudied studied, Optional<Resolution> text) {
        List<String> said = new ArrayList<>();
        String read = Formats.number(studied.readClauses().size(), getLocale());
        said.add(text.map(t -> getTranslation(
                        "study.history.clauses",
                        read,
                        Formats.number(t.readableClauses().size(), getLocale())))
                .orElseGet(() -> getTranslation("study.history.clauses-only", read)));
        studied.passed().ifPresent(score -> said.add(getTranslation("study.history.passed", score)));
        studied.completedAt().ifPresent(at -> said.add(getTranslation("study.history.completed-at", moment(at))));
        return String.join(" · ", said);
    }

    private Component table(TextStudied studied, Optional<Resolution> text) {
        var table = new PlainTable(
                List.of("study.history.number", "study.history.at", "study.history.what", "study.history.where"));
        for (Entry entry : studied.evidence()) {
            table.row(List.of(
                    PlainTable.words(String.valueOf(entry.seq())),
                    PlainTable.words(moment(entry.at())),
                    PlainTable.words(what(entry)),
                    where(entry, text)));
        }
        return table;
    }

    private String what(Entry entry) {
        String act = getTranslation("study.history.act." + entry.act().name());
        return entry.detail().isEmpty() ? act : act + " " + entry.detail();
    }

    private Component where(Entry entry, Optional<Resolution> text) {
        return entry.clause()
                .<Component>map(id -> text.flatMap(t -> t.clause(id))
                        .<Component>map(clause -> new Anchor(
                                "/van-ban/" + entry.text() + "#" + id, clause.label() + " " + clause.title()))
                        .orElseGet(() -> PlainTable.words(getTranslation("study.history.clause-gone", id.value()))))
                .orElseGet(() -> PlainTable.words(getTranslation("study.history.whole")));
    }

    private String moment(Instant at) {
        return MOMENT.format(at.atZone(zone));
    }
}
