package vn.quantriet.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.UnitId;
import vn.quantriet.study.Campaign;
import vn.quantriet.study.CampaignId;

class TimelinessTest {
    private static final UnitId UNIT = new UnitId(1);
    private static final Campaign TEN_DAYS = new Campaign(
            new CampaignId(1),
            "Đợt học",
            UNIT,
            LocalDate.of(2026, 12, 1),
            LocalDate.of(2026, 12, 10),
            List.of(new ResolutionId("57-nq-tw")));

    @Test
    void rateEqualToTheShareOfDaysGoneIsOnTrackAndBelowItMayBeLate() {
        var fourthDay = LocalDate.of(2026, 12, 4);

        assertThat(Timeliness.of(completed(30), TEN_DAYS, fourthDay)).isEqualTo(Timeliness.ON_TRACK);
        assertThat(Timeliness.of(completed(29), TEN_DAYS, fourthDay)).isEqualTo(Timeliness.MAY_BE_LATE);
    }

    @Test
    void nobodyIsLateOnTheFirstDayOrBefore() {
        assertThat(Timeliness.of(completed(0), TEN_DAYS, LocalDate.of(2026, 12, 1)))
                .isEqualTo(Timeliness.ON_TRACK);
        assertThat(Timeliness.of(completed(0), TEN_DAYS, LocalDate.of(2026, 10, 1)))
                .isEqualTo(Timeliness.ON_TRACK);
    }

    @Test
    void dueDayIsStillInTimeAndTheDayAfterIsNot() {
        assertThat(Timeliness.of(completed(99), TEN_DAYS, LocalDate.of(2026, 12, 10)))
                .isEqualTo(Timeliness.ON_TRACK);
        assertThat(Timeliness.of(completed(99), TEN_DAYS, LocalDate.of(2026, 12, 11)))
                .isEqualTo(Timeliness.OVERDUE);
        assertThat(Timeliness.of(completed(100), TEN_DAYS, LocalDate.of(2026, 12, 11)))
                .isEqualTo(Timeliness.ON_TRACK);
    }

    @Test
    void unitWithoutObligationsIsNeitherInTimeNorLate() {
        assertThat(Timeliness.of(new Completion(UNIT, 0, 0, 0), TEN_DAYS, LocalDate.of(2027, 1, 1)))
                .isEqualTo(Timeliness.NOTHING_OWED);
    }

    private static Completion completed(int members) {
        return new Completion(UNIT, 100, 0, members);
    }
}
