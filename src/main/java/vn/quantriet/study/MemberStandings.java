package vn.quantriet.study;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.CurrentMember;
import vn.quantriet.search.StudyStandings;

/** Tells search how far the acting member is with each text, asked or not. Having looked into a text is not yet to have begun it. */
@Component
class MemberStandings implements StudyStandings {
    private static final int OWED = 0;
    private static final int BEGUN = 1;
    private static final int COMPLETED = 2;

    private final JdbcClient jdbc;
    private final CurrentMember current;

    MemberStandings(JdbcClient jdbc, CurrentMember current) {
        this.jdbc = jdbc;
        this.current = current;
    }

    /** Both tables are keyed by the member first. */
    @Override
    @Transactional(readOnly = true)
    public Map<ResolutionId, Standing> ofCurrentMember() {
        Map<ResolutionId, Standing> standings = new HashMap<>();
        jdbc.sql("""
                        select resolution_id, max(step) as step
                          from (select resolution_id,
                                       case step when 'COMPLETED' then 2 when 'STUDYING' then 1 else 0 end as step
                                  from obligation where member_id = :member
                                union all
                                select resolution_id, case when completed_at is null then 1 else 2 end as step
                                  from study_record
                                 where member_id = :member
                                   and (completed_at is not null or read_clauses > 0 or quiz_passed)) done
                         group by resolution_id""").param("member", current.id().value()).query(row -> {
            standings.put(new ResolutionId(row.getString("resolution_id")), standing(row.getInt("step")));
        });
        return Map.copyOf(standings);
    }

    private static Standing standing(int step) {
        return switch (step) {
            case OWED -> Standing.OWED;
            case BEGUN -> Standing.BEGUN;
            case COMPLETED -> Standing.COMPLETED;
            default -> throw new IllegalStateException("expected 0, 1 or 2, got " + step);
        };
    }
}
