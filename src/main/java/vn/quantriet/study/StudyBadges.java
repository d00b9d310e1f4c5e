package vn.quantriet.study;

import java.util.HashMap;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.quantriet.content.LibraryBadge;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.ui.Chip;
import vn.quantriet.ui.Translations;

/** Marks the cards of the library with how far the reader is. */
@Component
class StudyBadges implements LibraryBadge {

    private final StudyDesk desk;
    private final Translations translations;

    StudyBadges(StudyDesk desk, Translations translations) {
        this.desk = desk;
        this.translations = translations;
    }

    @Override
    public Map<ResolutionId, Badge> badges() {
        Map<ResolutionId, Badge> badges = new HashMap<>();
        for (StudyDesk.Task task : desk.tasks()) {
            badges.put(task.text().id(), badge(task));
        }
        return badges;
    }

    private Badge badge(StudyDesk.Task task) {
        if (task.isCompleted()) {
            return new Badge(100, say("study.step.completed"), Chip.Tone.DONE);
        }
        if (task.isLate(desk.today())) {
            return new Badge(task.percent(), say("study.step.late"), Chip.Tone.LATE);
        }
        return task.isBegun()
                ? new Badge(task.percent(), say("study.step.studying"), Chip.Tone.DOING)
                : new Badge(0, say("study.step.notStarted"), Chip.Tone.NEUTRAL);
    }

    private String say(String key) {
        return translations.getTranslation(key, LocaleContextHolder.getLocale());
    }
}
