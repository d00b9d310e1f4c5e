package vn.quantriet.study;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.quantriet.ui.Chip;
import vn.quantriet.ui.Formats;
import vn.quantriet.ui.Translations;

/** Says until when a text is owed, and how urgent that is. */
@Component
public class DueLabel {

    private final StudyDesk desk;
    private final Translations translations;

    DueLabel(StudyDesk desk, Translations translations) {
        this.desk = desk;
        this.translations = translations;
    }

    /** A sentence and its tone. */
    public record Due(String text, Chip.Tone tone) {}

    /** Absent when the text is not owed. */
    public Optional<Due> of(StudyDesk.Task task, Locale locale) {
        if (task.isCompleted()) {
            return task.due().map(due -> new Due(say("study.due.done", locale), Chip.Tone.DONE));
        }
        return task.due().map(due -> open(due, locale));
    }

    private Due open(LocalDate due, Locale locale) {
        long days = ChronoUnit.DAYS.between(desk.today(), due);
        if (days < 0) {
            return new Due(
                    say("study.due.late", locale, Formats.day(due), Formats.number(-days, locale)), Chip.Tone.LATE);
        }
        if (days == 0) {
            return new Due(say("study.due.today", locale), Chip.Tone.DOING);
        }
        return new Due(say("study.due.left", locale, Formats.day(due), Formats.number(days, locale)), Chip.Tone.DOING);
    }

    private String say(String key, Locale locale, Object... arguments) {
        return translations.getTranslation(key, locale, arguments);
    }
}
