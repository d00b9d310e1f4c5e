package vn.quantriet.organisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.quantriet.organisation.ImportPlan.Change;
import vn.quantriet.organisation.ImportPlan.PlannedMember;
import vn.quantriet.organisation.ImportPlan.PlannedUnit;
import vn.quantriet.organisation.ImportProblem.ImportFile;
import vn.quantriet.organisation.ImportRows.MemberRow;
import vn.quantriet.organisation.ImportRows.UnitRow;
import vn.quantriet.organisation.StoredOrganisation.Snapshot;
import vn.quantriet.organisation.StoredOrganisation.StoredMember;
import vn.quantriet.tables.TableProblem;

/** Compares the rows of an import with what is stored. Changes nothing. */
final class ImportPlanner {

    private final ImportRows rows;
    private final Snapshot stored;
    private final Optional<MemberId> acting;
    private final Map<UnitId, String> storedCodes = new HashMap<>();
    /** Every unit after the import to its parent, the root's being empty. */
    private final Map<String, String> parents = new TreeMap<>();

    private final List<ImportProblem> problems = new ArrayList<>();

    /** @param acting who imports, absent for the system itself */
    ImportPlanner(ImportRows rows, Snapshot stored, Optional<MemberId> acting) {
        this.rows = rows;
        this.stored = stored;
        this.acting = acting;
        problems.addAll(rows.problems());
        stored.units().values().forEach(unit -> storedCodes.put(unit.id(), unit.code()));
        stored.units()
                .values()
                .forEach(unit -> parents.put(
                        unit.code(), unit.parent().map(this::storedCode).orElse("")));
        rows.units().forEach(row -> parents.put(row.code(), row.parent()));
    }

    ImportPlan plan() {
        checkUnits();
        List<PlannedUnit> units = rows.units().stream()
                .map(row -> new PlannedUnit(row, change(row)))
                .toList();
        checkMembers();
        List<PlannedMember> members = rows.members().stream()
                .map(row -> {
                    Optional<StoredMember> before =
                            Optional.ofNullable(stored.members().get(row.code()));
                    return new PlannedMember(row, before, change(row, before));
                })
                .toList();
        return new ImportPlan(units, members, problems);
    }

    private Change change(UnitRow row) {
        Unit before = stored.units().get(row.code());
        if (before == null) {
            return Change.ADDED;
        }
        if (!row.parent().equals(before.parent().map(this::storedCode).orElse(""))) {
            return Change.MOVED;
        }
        return row.name().equals(before.name()) && row.kind() == before.kind() ? Change.UNCHANGED : Change.CHANGED;
    }

    private Change change(MemberRow row, Optional<StoredMember> stored) {
        if (stored.isEmpty()) {
            return Change.ADDED;
        }
        StoredMember before = stored.get();
        if (!row.unit().equals(storedCode(before.unit()))) {
            return Change.MOVED;
        }
        boolean same = row.fullName().equals(before.fullName())
                && row.partyMember() == before.partyMember()
                && (row.born().isEmpty() || row.born().equals(before.born()))
                && row.post().map(post -> post.equals(before.post().orElse(""))).orElse(true)
                && row.roles().map(before.roles()::equals).orElse(true)
                && (row.username().isEmpty() || row.username().equals(before.username()));
        return same ? Change.UNCHANGED : Change.CHANGED;
    }

    private void checkUnits() {
        Map<String, Long> lines = new HashMap<>();
        String root = stored.units().values().stream()
                .filter(unit -> unit.parent().isEmpty())
                .map(Unit::code)
                .findAny()
                .orElse("");
        for (UnitRow row : rows.units()) {
            Long first = lines.putIfAbsent(row.code(), row.line());
            if (first != null) {
                unitProblem(row, "code", "twice", row.code(), String.valueOf(first));
            }
            if (row.parent().isEmpty()) {
                if (root.isEmpty()) {
                    root = row.code();
                } else if (!root.equals(row.code())) {
                    unitProblem(row, "parent", "second-root", row.code(), root);
                }
            } else if (row.code().equals(root)) {
                unitProblem(row, "parent", "root-moved", root);
            } else if (!parents.containsKey(row.parent())) {
                unitProblem(row, "parent", "unit-unknown", row.parent());
            } else if (isBelowItself(row.code())) {
                unitProblem(row, "parent", "cycle", row.code(), row.parent());
            }
        }
    }

    private boolean isBelowItself(String code) {
        Set<String> seen = new HashSet<>();
        String above = parents.getOrDefault(code, "");
        while (!above.isEmpty() && seen.add(above)) {
            if (above.equals(code)) {
                return true;
            }
            above = parents.getOrDefault(above, "");
        }
        return false;
    }

    private void checkMembers() {
        Map<String, Long> lines = new HashMap<>();
        Map<String, Long> usernameLines = new HashMap<>();
        for (MemberRow row : rows.members()) {
            Long first = lines.putIfAbsent(row.code(), row.line());
            if (first != null) {
                memberProblem(row, "code", "twice", row.code(), String.valueOf(first));
            }
            if (!parents.containsKey(row.unit())) {
                memberProblem(row, "unit", "unit-unknown", row.unit());
            }
            row.username().ifPresent(username -> {
                Long line = usernameLines.putIfAbsent(username, row.line());
                String holder = stored.usernames().getOrDefault(username, row.code());
                if (line != null) {
                    memberProblem(row, "username", "twice", username, String.valueOf(line));
                } else if (!holder.equals(row.code())) {
                    memberProblem(row, "username", "username-taken", username, holder);
                }
            });
            StoredMember before = stored.members().get(row.code());
            if (before != null && acting.filter(before.id()::equals).isPresent() && losesAdministration(row, before)) {
                memberProblem(row, "roles", "own-administrator", row.code());
            }
        }
    }

    /** Someone who took away their own right by an import could not mend it by another. */
    private boolean losesAdministration(MemberRow row, StoredMember before) {
        if (!before.roles().contains(Role.ADMINISTRATOR)) {
            return false;
        }
        boolean moves = !row.unit().equals(storedCode(before.unit()));
        return moves
                || row.roles().map(roles -> !roles.contains(Role.ADMINISTRATOR)).orElse(false);
    }

    private String storedCode(UnitId unit) {
        return storedCodes.getOrDefault(unit, "");
    }

    private void unitProblem(UnitRow row, String column, String code, String... args) {
        problems.add(problem(ImportFile.UNITS, row.line(), column, code, args));
    }

    private void memberProblem(MemberRow row, String column, String code, String... args) {
        problems.add(problem(ImportFile.MEMBERS, row.line(), column, code, args));
    }

    private static ImportProblem problem(ImportFile file, long line, String column, String code, String... args) {
        return new ImportProblem(file, new TableProblem(line, column, "organisation.import.problem." + code, args));
    }
}
