package vn.quantriet.organisation;

import java.util.List;
import java.util.Optional;
import vn.quantriet.organisation.ImportRows.MemberRow;
import vn.quantriet.organisation.ImportRows.UnitRow;
import vn.quantriet.organisation.OrganisationImport.Counts;
import vn.quantriet.organisation.StoredOrganisation.StoredMember;

/** What an import would do, row by row, and why it may not. */
record ImportPlan(List<PlannedUnit> units, List<PlannedMember> members, List<ImportProblem> problems) {

    ImportPlan {
        units = List.copyOf(units);
        members = List.copyOf(members);
        problems = List.copyOf(problems);
    }

    /** What happens to a row's unit or member. One that moves may have changed otherwise too. */
    enum Change {
        ADDED,
        CHANGED,
        MOVED,
        UNCHANGED
    }

    record PlannedUnit(UnitRow row, Change change) {}

    record PlannedMember(MemberRow row, Optional<StoredMember> before, Change change) {}

    OrganisationImport.Preview preview() {
        return new OrganisationImport.Preview(
                counts(units.stream().map(PlannedUnit::change).toList()),
                counts(members.stream().map(PlannedMember::change).toList()),
                problems);
    }

    private static Counts counts(List<Change> changes) {
        return new Counts(
                count(changes, Change.ADDED),
                count(changes, Change.CHANGED),
                count(changes, Change.MOVED),
                count(changes, Change.UNCHANGED));
    }

    private static int count(List<Change> changes, Change change) {
        return (int) changes.stream().filter(change::equals).count();
    }
}
