package vn.quantriet.organisation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who holds which role for which subtree. */
@Repository
class RoleGrants {
    private final JdbcClient jdbc;
    private final Clock clock;

    RoleGrants(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A role, and the unit in whose subtree it holds. */
    record Grant(Role role, UnitId unit) {}

    List<Grant> of(MemberId member) {
        return jdbc.sql("select role, unit_id from role_grant where member_id = :member")
                .param("member", member.value())
                .query((row, number) ->
                        new Grant(Role.valueOf(row.getString("role")), new UnitId(row.getLong("unit_id"))))
                .list();
    }

    void add(MemberId member, UnitId unit, Role role) {
        jdbc.sql("""
                        insert into role_grant (member_id, unit_id, role, granted_at)
                        values (:member, :unit, :role, :now)""")
                .param("member", member.value())
                .param("unit", unit.value())
                .param("role", role.name())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Whether anyone who can sign in administers the whole tree; the sample organisation's people count only if asked for. */
    boolean someoneAdministers(boolean countingSample) {
        return jdbc.sql("""
                        select count(*) from role_grant g join unit u on u.id = g.unit_id
                          join account a on a.member_id = g.member_id
                         where g.role = 'ADMINISTRATOR' and u.parent_id is null and a.password_hash is not null
                           and (:counting or not a.sample)""").param("counting", countingSample).query(Long.class).single() > 0;
    }
}
