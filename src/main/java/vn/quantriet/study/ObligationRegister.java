package vn.quantriet.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.CurrentMember;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.organisation.Role;
import vn.quantriet.organisation.UnitId;
import vn.quantriet.organisation.UnitTree;

/** Who owes what, for those who answer for it. Only a secretary of a unit, or of one above it, is told. */
@Service
@Transactional(readOnly = true)
public class ObligationRegister {

    private final JdbcClient jdbc;
    private final CurrentMember current;
    private final UnitTree units;

    ObligationRegister(JdbcClient jdbc, CurrentMember current, UnitTree units) {
        this.jdbc = jdbc;
        this.current = current;
        this.units = units;
    }

    /**
     * One member's standing.
     *
     * @param readClauses 0 when nothing was begun
     */
    public record Standing(
            MemberId member,
            UnitId unit,
            Step step,
            LocalDate dueOn,
            int readClauses,
            boolean quizPassed,
            Optional<Instant> completedAt) {}

    /** A page of standings and how many there are in all. */
    public record Page(List<Standing> standings, long total) {
        public Page {
            standings = List.copyOf(standings);
        }
    }

    /**
     * Members counted in today's subtree of {@code unit} at one of {@code steps}, those of one unit together.
     *
     * @throws org.springframework.security.access.AccessDeniedException unless secretary of {@code unit}
     */
    public Page standings(
            CampaignId campaign, ResolutionId text, UnitId unit, Collection<Step> steps, int offset, int limit) {
        current.requireRoleIn(Role.SECRETARY, unit);
        if (steps.isEmpty()) {
            return new Page(List.of(), 0);
        }
        String where = """

                 where o.campaign_id = :campaign and o.resolution_id = :text and u.path like :path and o.step in (:steps)
                """;
        var names = steps.stream().map(Step::name).toList();
        String path = units.get(unit).path() + "%";
        long total = jdbc.sql("select count(*) from obligation o join unit u on u.id = o.unit_id" + where)
                .param("campaign", campaign.value())
                .param("text", text.value())
                .param("path", path)
                .param("steps", names)
                .query(Long.class)
                .single();
        var standings = jdbc.sql("""
                        select o.member_id, o.unit_id, o.step, o.due_on, r.read_clauses, r.quiz_passed, r.completed_at
                          from obligation o
                          join unit u on u.id = o.unit_id
                          left join study_record r
                            on r.member_id = o.member_id and r.resolution_id = o.resolution_id""" + where + """
                         order by u.path, o.member_id
                         limit :limit offset :offset""")
                .param("campaign", campaign.value())
                .param("text", text.value())
                .param("path", path)
                .param("steps", names)
                .param("limit", limit)
                .param("offset", offset)
                .query(ObligationRegister::standing)
                .list();
        return new Page(standings, total);
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        var completed = row.getObject("completed_at", OffsetDateTime.class);
        return new Standing(
                new MemberId(row.getLong("member_id")),
                new UnitId(row.getLong("unit_id")),
                Step.valueOf(row.getString("step")),
                row.getObject("due_on", LocalDate.class),
                row.getInt("read_clauses"),
                row.getBoolean("quiz_passed"),
                Optional.ofNullable(completed).map(OffsetDateTime::toInstant));
    }
}
