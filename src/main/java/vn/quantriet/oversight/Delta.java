package vn.quantriet.oversight;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.UnitId;
import vn.quantriet.study.CampaignId;

/** What changed in one unit alone; in a rollup row, what changed in it and below. */
record Delta(CampaignId campaign, ResolutionId text, UnitId unit, Tally change) {

    /**
     * The units that count what is counted in {@code unit}, from the root down to it. Read from the path in the database and not
     * from the tree in memory, which is another until an import has been committed.
     *
     * @param path of the unit, such as {@code /1/4/17/}; without one the unit counts for itself alone
     */
    static List<UnitId> lineage(UnitId unit, Optional<String> path) {
        return path.map(ids -> Arrays.stream(ids.split("/", -1))
                        .filter(id -> !id.isEmpty())
                        .map(id -> new UnitId(Long.parseLong(id)))
                        .toList())
                .orElse(List.of(unit));
    }
}
