package vn.quantriet.editing.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import vn.quantriet.editing.DraftState;
import vn.quantriet.editing.DraftSummary;
import vn.quantriet.ui.Confirmation;
import vn.quantriet.ui.DayPicker;

/** Publishes what was agreed to: now, or on a day at a time. */
class ReleasePanel extends Section {
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final transient Clock clock;
    private final DayPicker day = new DayPicker(getTranslation("editing.release.day"));
    private final TimePicker time = new TimePicker(getTranslation("editing.release.time"));

    /** What was asked for. */
    interface Deeds {
        SerializableConsumer<DraftSummary> now();

        void at(DraftSummary draft, Instant when);

        SerializableConsumer<DraftSummary> never();
    }

    ReleasePanel(DraftSummary draft, boolean ready, Deeds deeds, Clock clock) {
        this.clock = clock;
        addClassNames("card", "release");
        add(new H2(getTranslation("editing.release.title")));
        if (!ready) {
            add(new Paragraph(getTranslation("editing.failure.undecided")));
        }
        var now = new NativeButton(
                getTranslation("editing.release.now"),
                e -> new Confirmation(
                                "editing.release.confirm",
                                draft.number(),
                                () -> deeds.now().accept(draft))
                        .open());
        now.addClassNames("btn", "main");
        now.setEnabled(ready);
        var first = new Div(now);
        first.addClassName("actions");
        add(first, schedule(draft, ready, deeds));
    }

    private Div schedule(DraftSummary draft, boolean ready, Deeds deeds) {
        var row = new Div();
        row.addClassName("release-row");
        if (draft.state() == DraftState.SCHEDULED && draft.publishAt().isPresent()) {
            var never = new NativeButton(
                    getTranslation("editing.release.unschedule"),
                    e -> deeds.never().accept(draft));
            never.addClassName("btn");
            row.add(
                    new Paragraph(getTranslation(
                            "editing.release.scheduled",
                            Moment.of(draft.publishAt().get(), clock))),
                    never);
            return row;
        }
        day.setMin(LocalDate.now(clock));
        day.setValue(LocalDate.now(clock).plusDays(1));
        time.setLocale(getLocale());
        time.setStep(Duration.ofMinutes(15));
        time.setValue(MORNING);
        var later = new NativeButton(getTranslation("editing.release.later"), e -> later(draft, deeds));
        later.addClassName("btn");
        later.setEnabled(ready);
        row.add(day, time, later);
        return row;
    }

    private void later(DraftSummary draft, Deeds deeds) {
        LocalDate on = day.getValue();
        LocalTime at = time.getValue();
        day.setErrorMessage(getTranslation("editing.release.past"));
        Instant when = on == null || at == null
                ? clock.instant()
                : on.atTime(at).atZone(clock.getZone()).toInstant();
        day.setInvalid(!when.isAfter(clock.instant()));
        if (!day.isInvalid()) {
            deeds.at(draft, when);
        }
    }
}
