package vn.quantriet.oversight;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.Unit;
import vn.quantriet.study.Campaign;

/**
 * How far a unit is with one text of a campaign. The completions of {@code units} and {@code direct} add up to {@code total}.
 *
 * @param units directly below, each with everything below it
 * @param direct the members who belong to the unit itself and to no unit below; absent when there are none, or nothing else
 * @param texts every text of the campaign with the completion of the whole unit
 * @param asOf when the figures were read, in the time zone of the portal
 */
public record Rollout(
        Campaign campaign,
        TextName text,
        Completion total,
        Timeliness timeliness,
        List<UnitRow> units,
        Optional<Completion> direct,
        List<TextRow> texts,
        LocalDateTime asOf) {
    public Rollout {
        units = List.copyOf(units);
        texts = List.copyOf(texts);
    }

    /** How a text is called in lists. */
    public record TextName(ResolutionId id, String number, String shortTitle) {}

    /**
     * A unit below.
     *
     * @param cells below it; 1 for a cell
     */
    public record UnitRow(Unit unit, int cells, Completion completion, Timeliness timeliness) {}

    /** A text of the campaign. */
    public record TextRow(TextName text, Completion completion, Timeliness timeliness) {}

    /** Whether the due day has passed: from then on everyone who is missing is late. */
    public boolean isOver() {
        return today().isAfter(campaign.dueOn());
    }

    public long late() {
        return isOver() ? total.missing() : 0;
    }

    public LocalDate today() {
        return asOf.toLocalDate();
    }
}
