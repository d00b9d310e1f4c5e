package vn.quantriet.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.quantriet.content.Clause;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.Library;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.portal.MovableClock;
import vn.quantriet.portal.People;
import vn.quantriet.portal.PortalTest;
import vn.quantriet.study.Reading.Beat;
import vn.quantriet.study.Reading.Standing;

@PortalTest
class ReadingTest {
    private static final ResolutionId TEXT = new ResolutionId("57-nq-tw");

    @Autowired
    Reading reading;

    @Autowired
    StudyDesk desk;

    @Autowired
    Library library;

    @Autowired
    MovableClock clock;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    MemberId reader = new MemberId(1);
    Resolution text;
    String window = UUID.randomUUID().toString();

    @BeforeEach
    void someoneWhoHasReadNothing() {
        reader = people.newcomer();
        text = library.get(TEXT).resolution();
    }

    private Clause first() {
        return text.readableClauses().getFirst();
    }

    private Clause second() {
        return text.readableClauses().get(1);
    }

    private Standing beat(String from, boolean takeOver, Clause... visible) {
        var ids = List.of(visible).stream().map(Clause::id).toList();
        return people.as(reader, () -> reading.beat(TEXT, new Beat(from, ids, Optional.of(ids.getFirst()), takeOver)));
    }

    private Standing beatAfter(Duration time, Clause... visible) {
        clock.advance(time);
        return beat(window, false, visible);
    }

    @Test
    void firstBeatGivesNoCredit() {
        assertThat(beat(window, true, first()).shares()).isEmpty();
    }

    @Test
    void timeBetweenTwoBeatsGoesToTheClauseInViewAtBoth() {
        beat(window, true, first());

        Standing standing = beatAfter(Duration.ofSeconds(2), first());

        double expected = 2000.0 / Pace.needed(first()).toMillis();
        assertThat(standing.shares())
                .hasEntrySatisfying(first().id(), share -> assertThat(share).isEqualTo(expected));
        assertThat(standing.read()).isZero();
    }

    @Test
    void scrollingPastGivesNothing() {
        beat(window, true, first());

        assertThat(beatAfter(Duration.ofSeconds(5), second()).shares()).isEmpty();
    }

    @Test
    void absenceGivesNothing() {
        beat(window, true, first());

        assertThat(beatAfter(Duration.ofSeconds(16), first()).shares()).isEmpty();
    }

    @Test
    void clauseIsReadAfterTheTimeThatSkimmingTakesAndNotBefore() {
        beat(window, true, first());
        Duration needed = Pace.needed(first());
        assertThat(needed).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(30));
        long beats = needed.toSeconds();
        for (int second = 0; second < beats; second++) {
            assertThat(beatAfter(Duration.ofSeconds(1), first()).read())
                    .isEqualTo(second + 1 >= needed.toMillis() / 1000.0 ? 1 : 0);
        }
        assertThat(beatAfter(Duration.ofSeconds(1), first()).read()).isEqualTo(1);
    }

    @Test
    void creditNeverExceedsTheTimeThatPassedHoweverMuchIsInView() {
        var all = text.readableClauses().toArray(Clause[]::new);
        beat(window, true, all);

        var credited = Duration.ZERO;
        Standing standing = beatAfter(Duration.ofSeconds(10), all);
        for (var share : standing.shares().entrySet()) {
            Duration needed = Pace.needed(text.clause(share.getKey()).orElseThrow());
            credited = credited.plusMillis(Math.round(needed.toMillis() * share.getValue()));
        }

        assertThat(credited).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void secondWindowEarnsNothingUntilItTakesOver() {
        String other = UUID.randomUUID().toString();
        beat(window, true, first());
        clock.advance(Duration.ofSeconds(1));
        assertThat(beat(other, false, first()).superseded()).isTrue();

        assertThat(beat(other, true, first()).superseded()).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(beat(window, false, first()).superseded()).isTrue();
        assertThat(beat(other, false, first()).shares()).containsKey(first().id());
    }

    @Test
    void placeWhereReadingStoppedIsKept() {
        beat(window, true, second());

        var task = people.as(reader, () -> desk.task(library.get(TEXT)));

        assertThat(task.position()).contains(second().id());
        assertThat(task.isBegun()).isTrue();
    }

    @Test
    void clausesThatAreNotInTheTextAreIgnored() {
        var made = new Beat(window, List.of(new ClauseId("xx.99")), Optional.of(new ClauseId("xx.99")), true);

        Standing standing = people.as(reader, () -> reading.beat(TEXT, made));

        assertThat(standing.shares()).isEmpty();
        assertThat(people.as(reader, () -> desk.task(library.get(TEXT))).position())
                .isEmpty();
    }
}
