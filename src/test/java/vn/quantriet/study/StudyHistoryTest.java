package vn.quantriet.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.portal.MovableClock;
import vn.quantriet.portal.People;
import vn.quantriet.portal.PortalTest;
import vn.quantriet.study.StudyHistory.History;

@PortalTest
class StudyHistoryTest {
    @Autowired
    StudyHistory histories;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private record Told(long completed, long read, long attempts, long entries) {}

    /** Counted by the database from the raw rows, in which each text has at most one completion. */
    private Told byHand(MemberId member, Instant before) {
        return jdbc.sql("""
                        select count(distinct case when kind = 'TEXT_COMPLETED' then resolution_id end) as completed,
                               count(distinct case when kind = 'CLAUSE_READ' then resolution_id || '#' || clause_id end) as read,
                               count(case when kind like 'QUIZ%' then 1 end) as attempts,
                               count(*) as entries
                          from ledger_entry where member_id = ? and at < ?""")
                .params(member.value(), before.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Told(
                        row.getLong("completed"), row.getLong("read"), row.getLong("attempts"), row.getLong("entries")))
                .single();
    }

    private static Told told(History history) {
        return new Told(history.completed(), history.readClauses(), history.attempts(), history.entries());
    }

    @Test
    void figuresOfAnyDayAreThoseOfTheEntriesUntilItsEnd() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        List<Long> members = jdbc.sql("select member_id from ledger_head where seq > 0 order by member_id")
                .query((row, n) -> row.getLong("member_id"))
                .list();
        LocalDate today = LocalDate.now(clock);
        long completed = 0;
        for (int i = 0; i < 100; i++) {
            var member = new MemberId(members.get(random.nextInt(members.size())));
            LocalDate day = today.minusDays(random.nextInt(30));
            Instant end = day.plusDays(1).atStartOfDay(clock.getZone()).toInstant();

            History history = people.as("tam", () -> histories.of(member, day));

            assertThat(told(history))
                    .as("member %s on %s, seed %d", member, day, seed)
                    .isEqualTo(byHand(member, end));
            completed += history.completed();
        }
        assertThat(completed).as("seed %d", seed).isPositive();
    }

    @Test
    void everyFigureIsToldByItsEntries() {
        var member = new MemberId(
                jdbc.sql("select member_id from ledger_entry where kind = 'TEXT_COMPLETED' order by member_id limit 1")
                        .query((row, n) -> row.getLong("member_id"))
                        .single());

        History history = people.as("tam", () -> histories.of(member, LocalDate.now(clock)));

        assertThat(history.texts()).allSatisfy(text -> {
            assertThat(text.evidence()).allMatch(entry -> entry.text().equals(text.text()));
            assertThat(text.evidence())
                    .extracting(entry -> entry.clause().orElse(null))
                    .containsAll(text.readClauses());
        });
        var done = history.texts().stream()
                .filter(t -> t.completedAt().isPresent())
                .findFirst()
                .orElseThrow();
        var recorded = jdbc.sql(
                        "select at from ledger_entry where member_id = ? and resolution_id = ? and kind = 'TEXT_COMPLETED'")
                .params(member.value(), done.text().value())
                .query((row, n) -> row.getObject("at", OffsetDateTime.class).toInstant())
                .single();
        assertThat(done.completedAt()).contains(recorded);
        assertThat(people.as("tam", () -> histories.isIntact(member))).isTrue();
    }

    @Test
    void onlyTheMemberAndSecretariesAboveAreTold() {
        MemberId inside = someoneIn("KCQ-SKH-01");
        MemberId outside = someoneIn("KCQ-SKH-02");
        LocalDate today = LocalDate.now(clock);

        assertThat(people.as("binh", () -> histories.of(inside, today)).member().id())
                .isEqualTo(inside);
        assertThat(people.as(outside, () -> histories.of(outside, today))
                        .member()
                        .id())
                .isEqualTo(outside);
        for (MemberId other : List.of(outside, new MemberId(4_711_000))) {
            assertThatThrownBy(() -> people.as("binh", () -> histories.of(other, today)))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> people.as("binh", () -> histories.isIntact(other)))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> people.as("quantri", () -> histories.of(other, today)))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    private MemberId someoneIn(String unit) {
        return new MemberId(jdbc.sql(
                        "select m.id from member m join unit u on u.id = m.unit_id where u.code = ? order by m.id desc limit 1")
                .param(unit)
                .query((row, n) -> row.getLong("id"))
                .single());
    }
}
