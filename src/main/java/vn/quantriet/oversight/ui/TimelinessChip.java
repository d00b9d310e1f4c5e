package vn.quantriet.oversight.ui;

import vn.quantriet.oversight.Timeliness;
import vn.quantriet.ui.Chip;

/** Says whether a unit is in time. */
class TimelinessChip extends Chip {

    TimelinessChip(Timeliness timeliness) {
        super("", tone(timeliness));
        setText(getTranslation(key(timeliness)));
    }

    private static Tone tone(Timeliness timeliness) {
        return switch (timeliness) {
            case NOTHING_OWED -> Tone.NEUTRAL;
            case ON_TRACK -> Tone.DONE;
            case MAY_BE_LATE -> Tone.DOING;
            case OVERDUE -> Tone.LATE;
        };
    }

    private static String key(Timeliness timeliness) {
        return switch (timeliness) {
            case NOTHING_OWED -> "oversight.timeliness.nothing-owed";
            case ON_TRACK -> "oversight.timeliness.on-track";
            case MAY_BE_LATE -> "oversight.timeliness.may-be-late";
            case OVERDUE -> "oversight.timeliness.overdue";
        };
    }
}
