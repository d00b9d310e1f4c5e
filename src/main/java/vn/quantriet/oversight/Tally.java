package vn.quantriet.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import vn.quantriet.study.Step;

/** How many members owe, study and have completed; as a change, each may be negative. */
record Tally(long owed, long studying, long completed) {
    static final Tally ZERO = new Tally(0, 0, 0);

    static Tally of(ResultSet row) throws SQLException {
        return new Tally(row.getLong("owed"), row.getLong("studying"), row.getLong("completed"));
    }

    /** What changes when one member goes on from a step to another. */
    static Tally ofStep(Step from, Step to) {
        return new Tally(
                0,
                count(to, Step.STUDYING) - count(from, Step.STUDYING),
                count(to, Step.COMPLETED) - count(from, Step.COMPLETED));
    }

    private static long count(Step step, Step counted) {
        return step == counted ? 1 : 0;
    }

    Tally plus(Tally other) {
        return new Tally(owed + other.owed, studying + other.studying, completed + other.completed);
    }

    Tally minus(Tally other) {
        return new Tally(owed - other.owed, studying - other.studying, completed - other.completed);
    }

    boolean isZero() {
        return equals(ZERO);
    }
}
