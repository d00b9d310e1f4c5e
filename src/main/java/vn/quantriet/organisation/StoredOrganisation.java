package vn.quantriet.organisation;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is stored now, by the codes that an import uses. */
@Repository
class StoredOrganisation {
    private final Units units;
    private final JdbcClient jdbc;

    StoredOrganisation(Units units, JdbcClient jdbc) {
        this.units = units;
        this.jdbc = jdbc;
    }

    /**
     * @param units by code, parents before children
     * @param members by code
     * @param usernames codes of their members
     */
    record Snapshot(Map<String, Unit> units, Map<String, StoredMember> members, Map<String, String> usernames) {}

    /** @param roles held at the member's own unit */
    record StoredMember(
            MemberId id,
            String code,
            String fullName,
            UnitId unit,
            boolean partyMember,
            Optional<Integer> born,
            Optional<String> post,
            Set<Role> roles,
            Optional<String> username) {}

    Snapshot read() {
        Map<String, Unit> unitsByCode = new LinkedHashMap<>();
        units.all().forEach(unit -> unitsByCode.put(unit.code(), unit));
        Map<Long, String> posts = new HashMap<>();
        jdbc.sql("select member_id, title from post where held_to is null order by id")
                .query(row -> {
                    posts.put(row.getLong("member_id"), row.getString("title"));
                });
        Map<Long, Set<Role>> roles = new HashMap<>();
        jdbc.sql("""
                        select g.member_id, g.role from role_grant g
                          join member m on m.id = g.member_id and m.unit_id = g.unit_id""").query(row -> {
            roles.computeIfAbsent(row.getLong("member_id"), id -> EnumSet.noneOf(Role.class))
                    .add(Role.valueOf(row.getString("role")));
        });
        Map<String, StoredMember> members = new HashMap<>();
        Map<String, String> usernames = new HashMap<>();
        jdbc.sql("""
                        select m.id, m.code, m.full_name, m.unit_id, m.party_member, m.born, a.username
                          from member m left join account a on a.member_id = m.id""").query(row -> {
            long id = row.getLong("id");
            String code = row.getString("code");
            Optional<String> username = Optional.ofNullable(row.getString("username"));
            username.ifPresent(name -> usernames.put(name, code));
            members.put(
                    code,
                    new StoredMember(
                            new MemberId(id),
                            code,
                            row.getString("full_name"),
                            new UnitId(row.getLong("unit_id")),
                            row.getBoolean("party_member"),
                            Optional.ofNullable(row.getObject("born", Integer.class)),
                            Optional.ofNullable(posts.get(id)),
                            Set.copyOf(roles.getOrDefault(id, new HashSet<>())),
                            username));
        });
        return new Snapshot(unitsByCode, members, usernames);
    }
}
