package vn.quantriet.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import vn.quantriet.organisation.ImportPlan.Change;
import vn.quantriet.organisation.ImportPlan.PlannedMember;
import vn.quantriet.organisation.ImportPlan.PlannedUnit;
import vn.quantriet.organisation.ImportRows.MemberRow;
import vn.quantriet.organisation.ImportRows.UnitRow;
import vn.quantriet.organisation.StoredOrganisation.StoredMember;

/** Writes a plan that has no problems, in batches. The caller has the transaction. */
@Component
class ImportWriter {
    private final Units units;
    private final MemberWords words;
    private final NamedParameterJdbcTemplate jdbc;
    private final Clock clock;

    ImportWriter(Units units, MemberWords words, NamedParameterJdbcTemplate jdbc, Clock clock) {
        this.units = units;
        this.words = words;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void write(ImportPlan plan) {
        writeUnits(plan.units());
        new MemberBatches(unitIds()).write(plan.members());
    }

    /** New units come in at the top and are then hung into place, because a row does not know its id before. */
    private void writeUnits(List<PlannedUnit> planned) {
        batch("""
                insert into unit (code, name, kind, path, depth) values (:code, :name, :kind, '', 0)""", rows(planned, Change.ADDED));
        batch(
                "update unit set name = :name, kind = :kind where code = :code",
                rows(planned, Change.CHANGED, Change.MOVED));
        Map<String, Long> ids = unitIds();
        batch(
                "update unit set parent_id = :parent where code = :code",
                planned.stream()
                        .filter(unit -> unit.change() == Change.ADDED || unit.change() == Change.MOVED)
                        .map(unit -> params("code", unit.row().code())
                                .addValue("parent", ids.get(unit.row().parent())))
                        .toList());
        writePaths();
    }

    private void writePaths() {
        Map<Optional<UnitId>, List<Unit>> children = new HashMap<>();
        for (Unit unit : units.all()) {
            children.computeIfAbsent(unit.parent(), parent -> new ArrayList<>()).add(unit);
        }
        record Place(Unit unit, String parentPath, int depth) {}
        Deque<Place> toVisit = new ArrayDeque<>();
        children.getOrDefault(Optional.<UnitId>empty(), List.of())
                .forEach(root -> toVisit.add(new Place(root, "/", 0)));
        List<MapSqlParameterSource> wrong = new ArrayList<>();
        while (!toVisit.isEmpty()) {
            Place place = toVisit.remove();
            String path = place.parentPath() + place.unit().id().value() + "/";
            if (!path.equals(place.unit().path())
                    || place.depth() != place.unit().depth()) {
                wrong.add(params("id", place.unit().id().value())
                        .addValue("path", path)
                        .addValue("depth", place.depth()));
            }
            children.getOrDefault(Optional.of(place.unit().id()), List.of())
                    .forEach(child -> toVisit.add(new Place(child, path, place.depth() + 1)));
        }
        batch("update unit set path = :path, depth = :depth where id = :id", wrong);
    }

    private static List<MapSqlParameterSource> rows(List<PlannedUnit> planned, Change... changes) {
        return planned.stream()
                .filter(unit -> Set.of(changes).contains(unit.change()))
                .map(PlannedUnit::row)
                .map(ImportWriter::unitParams)
                .toList();
    }

    private static MapSqlParameterSource unitParams(UnitRow row) {
        return params("code", row.code())
                .addValue("name", row.name())
                .addValue("kind", row.kind().name());
    }

    private Map<String, Long> unitIds() {
        Map<String, Long> ids = new HashMap<>();
        units.all().forEach(unit -> ids.put(unit.code(), unit.id().value()));
        return ids;
    }

    private void batch(String sql, List<MapSqlParameterSource> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows.toArray(SqlParameterSource[]::new));
        }
    }

    private static MapSqlParameterSource params(String name, Object value) {
        return new MapSqlParameterSource(name, value);
    }

    /** The statements about members, gathered row by row and run one batch per kind. */
    private final class MemberBatches {
        private final Map<String, Long> unitIds;
        private final LocalDate today = LocalDate.now(clock);
        private final OffsetDateTime now = OffsetDateTime.now(clock);
        private final List<MapSqlParameterSource> postsEnded = new ArrayList<>();
        private final List<MapSqlParameterSource> postsBegun = new ArrayList<>();
        private final List<MapSqlParameterSource> rolesTaken = new ArrayList<>();
        private final List<MapSqlParameterSource> rolesGiven = new ArrayList<>();
        private final List<MapSqlParameterSource> accountsNew = new ArrayList<>();
        private final List<MapSqlParameterSource> accountsRenamed = new ArrayList<>();
        private final Map<Long, String> namesGiven = new HashMap<>();
        private final Map<Long, String> namesTaken = new HashMap<>();

        MemberBatches(Map<String, Long> unitIds) {
            this.unitIds = unitIds;
        }

        void write(List<PlannedMember> planned) {
            batch(
                    """
                    insert into member (code, full_name, folded, unit_id, party_member, born)
                    values (:code, :name, :folded, :unit, :party, :born)""",
                    planned.stream()
                            .filter(member -> member.change() == Change.ADDED)
                            .map(member -> memberParams(member.row()))
                            .toList());
            batch(
                    """
                    update member set full_name = :name, folded = :folded, unit_id = :unit, party_member = :party,
                        born = coalesce(:born, born) where code = :code""",
                    planned.stream()
                            .filter(member -> member.change() == Change.CHANGED || member.change() == Change.MOVED)
                            .map(member -> memberParams(member.row()))
                            .toList());
            Map<String, Long> ids = memberIds();
            planned.stream()
                    .filter(member -> member.change() != Change.UNCHANGED)
                    .forEach(member ->
                            gather(member, ids.getOrDefault(member.row().code(), 0L)));
            writeWhatBelongsToMembers();
        }

        private void gather(PlannedMember member, long id) {
            MemberRow row = member.row();
            gatherName(row, member.before().map(StoredMember::fullName), id);
            long unit = unitIds.getOrDefault(row.unit(), 0L);
            boolean moved = member.change() == Change.MOVED;
            gatherPost(row, member.before(), moved, id, unit);
            // A transfer ends the roles held at the unit that was left.
            Set<Role> held = member.before().map(StoredMember::roles).orElse(Set.of());
            if (moved) {
                long left = member.before().orElseThrow().unit().value();
                held.forEach(role -> rolesTaken.add(grant(id, left, role)));
                held = Set.of();
            }
            Set<Role> kept = held;
            row.roles().ifPresent(wanted -> {
                kept.stream()
                        .filter(role -> !wanted.contains(role))
                        .forEach(role -> rolesTaken.add(grant(id, unit, role)));
                wanted.stream()
                        .filter(role -> !kept.contains(role))
                        .forEach(role -> rolesGiven.add(grant(id, unit, role)));
            });
            row.username().ifPresent(username -> {
                Optional<String> before = member.before().flatMap(StoredMember::username);
                if (before.isEmpty()) {
                    accountsNew.add(
                            params("member", id).addValue("username", username).addValue("now", now));
                } else if (!before.get().equals(username)) {
                    accountsRenamed.add(params("member", id).addValue("username", username));
                }
            });
        }

        private void gatherName(MemberRow row, Optional<String> before, long id) {
            if (!before.equals(Optional.of(row.fullName()))) {
                before.ifPresent(name -> namesTaken.put(id, name));
                namesGiven.put(id, row.fullName());
            }
        }

        private void gatherPost(MemberRow row, Optional<StoredMember> before, boolean moved, long id, long unit) {
            String held = before.flatMap(StoredMember::post).orElse("");
            String wanted = row.post().orElse(moved ? "" : held);
            if (moved || !wanted.equals(held)) {
                if (!held.isEmpty()) {
                    postsEnded.add(params("member", id).addValue("today", today));
                }
                if (!wanted.isEmpty()) {
                    postsBegun.add(params("member", id)
                            .addValue("unit", unit)
                            .addValue("title", wanted)
                            .addValue("today", today));
                }
            }
        }

        private void writeWhatBelongsToMembers() {
            words.remove(namesTaken);
            words.add(namesGiven);
            batch("update post set held_to = :today where member_id = :member and held_to is null", postsEnded);
            batch("""
                    insert into post (member_id, unit_id, title, held_from)
                    values (:member, :unit, :title, :today)""", postsBegun);
            batch("delete from role_grant where member_id = :member and unit_id = :unit and role = :role", rolesTaken);
            // Held already when it was granted at that unit before its holder came there.
            batch("delete from role_grant where member_id = :member and unit_id = :unit and role = :role", rolesGiven);
            batch("""
                    insert into role_grant (member_id, unit_id, role, granted_at)
                    values (:member, :unit, :role, :now)""", rolesGiven);
            // Two people may swap their names: the old ones are given up first.
            batch("update account set username = 'renaming ' || member_id where member_id = :member", accountsRenamed);
            batch("update account set username = :username where member_id = :member", accountsRenamed);
            batch("""
                    insert into account (member_id, username, sample, created_at)
                    values (:member, :username, false, :now)""", accountsNew);
        }

        private MapSqlParameterSource grant(long member, long unit, Role role) {
            return params("member", member)
                    .addValue("unit", unit)
                    .addValue("role", role.name())
                    .addValue("now", now);
        }

        private MapSqlParameterSource memberParams(MemberRow row) {
            return params("code", row.code())
                    .addValue("name", row.fullName())
                    .addValue("folded", Members.fold(row.fullName() + " " + row.code()))
                    .addValue("unit", unitIds.get(row.unit()))
                    .addValue("party", row.partyMember())
                    .addValue("born", row.born().orElse(null), java.sql.Types.INTEGER);
        }

        private Map<String, Long> memberIds() {
            Map<String, Long> ids = new HashMap<>();
            jdbc.query("select id, code from member", row -> {
                ids.put(row.getString("code"), row.getLong("id"));
            });
            return ids;
        }
    }
}
