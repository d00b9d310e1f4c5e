package vn.quantriet.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.portal.People;
import vn.quantriet.portal.PortalTest;
import vn.quantriet.search.StudyStandings;
import vn.quantriet.search.StudyStandings.Standing;

@PortalTest
@SuppressWarnings("NullAway.Init")
class MemberStandingsTest {
    @Autowired
    StudyStandings standings;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private MemberId member = new MemberId(1);

    @BeforeEach
    void chooseSomebodyWithoutAnything() {
        member = new MemberId(jdbc.sql("""
                        select m.id from member m
                         where not m.party_member
                           and not exists (select 1 from obligation o where o.member_id = m.id)
                           and not exists (select 1 from study_record r where r.member_id = m.id)
                         order by m.id desc limit 1""").query(Long.class).single());
    }

    private void owe(String text, String step) {
        jdbc.sql("insert into campaign (title, unit_id, opens_on, due_on, created_at)"
                        + " values ('Đợt', 1, date '2026-11-01', date '2026-12-01', current_timestamp)")
                .update();
        jdbc.sql("""
                        insert into obligation (campaign_id, resolution_id, member_id, unit_id, due_on, step, version)
                        select max(id), :text, :member, 1, date '2026-12-01', :step, 0 from campaign""")
                .param("text", text)
                .param("member", member.value())
                .param("step", step)
                .update();
    }

    private void record(String text, int clauses, boolean completed) {
        jdbc.sql("""
                        insert into study_record (member_id, resolution_id, position, read_clauses, quiz_passed, completed_at, updated_at)
                        values (:member, :text, 'i', :clauses, false, case when :completed then current_timestamp end,
                                current_timestamp)""")
                .param("member", member.value())
                .param("text", text)
                .param("clauses", clauses)
                .param("completed", completed)
                .update();
    }

    @Test
    void eachTextHasTheFarthestOfWhatIsKnown() {
        owe("owed", "NOT_STARTED");
        owe("begun", "STUDYING");
        owe("done", "COMPLETED");
        owe("twice", "NOT_STARTED");
        owe("twice", "STUDYING");
        owe("done-before", "NOT_STARTED");
        record("done-before", 9, true);
        record("unasked", 2, false);
        record("unasked-done", 9, true);
        record("looked-into", 0, false);

        assertThat(people.as(member, standings::ofCurrentMember))
                .isEqualTo(Map.of(
                        new ResolutionId("owed"), Standing.OWED,
                        new ResolutionId("begun"), Standing.BEGUN,
                        new ResolutionId("done"), Standing.COMPLETED,
                        new ResolutionId("twice"), Standing.BEGUN,
                        new ResolutionId("done-before"), Standing.COMPLETED,
                        new ResolutionId("unasked"), Standing.BEGUN,
                        new ResolutionId("unasked-done"), Standing.COMPLETED));
    }

    @Test
    void nobodyIsToldOfAnother() {
        owe("owed", "NOT_STARTED");

        assertThat(people.as(people.newcomer(), standings::ofCurrentMember))
                .doesNotContainKey(new ResolutionId("owed"));
    }
}
