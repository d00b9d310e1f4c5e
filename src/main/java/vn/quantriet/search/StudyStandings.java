package vn.quantriet.search;

import java.util.Map;
import vn.quantriet.content.ResolutionId;

/** How far the member who is acting has come with each text. Told by the module that keeps the record of study. */
public interface StudyStandings {

    /** Texts of which there is anything to tell; the others are {@link Standing#NOT_ASKED}. One query, whatever their number. */
    Map<ResolutionId, Standing> ofCurrentMember();

    /** One member's way with one text. */
    enum Standing {
        /** Asked of the member, and not begun. */
        OWED,
        BEGUN,
        COMPLETED,
        NOT_ASKED
    }
}
