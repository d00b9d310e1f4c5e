package vn.quantriet.oversight;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import vn.quantriet.study.Campaign;

/**
 * Whether a unit will be done in time, by a rule that fits in one sentence: after the due day whoever is not complete is
 * overdue; until then a unit may be late when its rate is lower than the share of the campaign's days that have gone by.
 *
 * <p>Of a campaign from the 1st to the 10th, 3 of 10 days have gone by on the 4th; 30% is then in time and 29% may be late.
 */
public enum Timeliness {
    NOTHING_OWED,
    ON_TRACK,
    MAY_BE_LATE,
    OVERDUE;

    public static Timeliness of(Completion completion, Campaign campaign, LocalDate today) {
        if (!completion.isOwed()) {
            return NOTHING_OWED;
        }
        if (completion.missing() == 0) {
            return ON_TRACK;
        }
        if (today.isAfter(campaign.dueOn())) {
            return OVERDUE;
        }
        boolean inTime = completion.completed() * days(campaign) >= completion.owed() * daysGone(campaign, today);
        return inTime ? ON_TRACK : MAY_BE_LATE;
    }

    /** Days of the campaign, its first and its last included. */
    public static long days(Campaign campaign) {
        return ChronoUnit.DAYS.between(campaign.opensOn(), campaign.dueOn()) + 1;
    }

    /** Whole days of the campaign before {@code today}, from 0 to all of them. */
    public static long daysGone(Campaign campaign, LocalDate today) {
        return Math.clamp(ChronoUnit.DAYS.between(campaign.opensOn(), today), 0, days(campaign));
    }
}
