package vn.quantriet.oversight;

import java.util.Locale;
import vn.quantriet.organisation.UnitId;
import vn.quantriet.ui.Formats;

/**
 * How far the party members of a unit and everything below it are with one text of a campaign. Persons, never turns.
 *
 * @param owed all who are asked to study
 * @param studying those who began and have not completed
 */
public record Completion(UnitId unit, long owed, long studying, long completed) {

    static Completion of(UnitId unit, Tally tally) {
        return new Completion(unit, tally.owed(), tally.studying(), tally.completed());
    }

    public long notStarted() {
        return owed - studying - completed;
    }

    /** Those who have not completed, whether they began or not. */
    public long missing() {
        return owed - completed;
    }

    public boolean isOwed() {
        return owed > 0;
    }

    /** Share of those who have completed, such as 99,16%. */
    public String rate(Locale locale) {
        return Formats.rate(completed, owed, locale);
    }

    /** Share of those who have at least begun. */
    public String begunRate(Locale locale) {
        return Formats.rate(completed + studying, owed, locale);
    }

    /** The rate in whole percent for a bar, rounded down: full only when all have completed. */
    public int percent() {
        return percentOf(completed);
    }

    public int begunPercent() {
        return percentOf(completed + studying);
    }

    private int percentOf(long part) {
        return owed == 0 ? 0 : Math.toIntExact(part * 100 / owed);
    }
}
