package vn.quantriet.content;

import java.util.Map;
import vn.quantriet.ui.Chip;

/** Contributes how far the member who is acting has come with each text to the library's cards. Called once per page. */
public interface LibraryBadge {

    /** Texts without an entry show no status. */
    Map<ResolutionId, Badge> badges();

    /**
     * A status on a card.
     *
     * @param percent 0 to 100, drawn as a ring
     * @param label translated
     */
    record Badge(int percent, String label, Chip.Tone tone) {}
}
