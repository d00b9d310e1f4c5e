package vn.quantriet.editing.ui;

import java.util.Locale;
import vn.quantriet.editing.DraftState;
import vn.quantriet.ui.Chip;

/** How far a draft has come, as a word. */
class StateChip extends Chip {

    StateChip(DraftState state) {
        super("", tone(state));
        setText(getTranslation("editing.state." + state.name().toLowerCase(Locale.ROOT)));
    }

    private static Tone tone(DraftState state) {
        return switch (state) {
            case DRAFT -> Tone.NEUTRAL;
            case IN_REVIEW, SCHEDULED, PUBLISHING -> Tone.DOING;
            case SENT_BACK -> Tone.LATE;
            case APPROVED, PUBLISHED -> Tone.DONE;
        };
    }
}
