package vn.quantriet.oversight;

import java.time.LocalDate;
import vn.quantriet.organisation.MemberProfile;
import vn.quantriet.organisation.Unit;
import vn.quantriet.study.Step;

/**
 * A member who has not completed a text.
 *
 * @param unit where the member is counted
 */
public record MissingMember(
        MemberProfile profile, Unit unit, Step step, LocalDate dueOn, int readClauses, boolean quizPassed) {

    public boolean isLate(LocalDate today) {
        return today.isAfter(dueOn);
    }
}
