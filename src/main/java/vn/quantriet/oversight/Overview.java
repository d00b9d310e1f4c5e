package vn.quantriet.oversight;

import java.util.List;
import java.util.Optional;
import vn.quantriet.organisation.Unit;
import vn.quantriet.study.Campaign;

/**
 * What a secretary sees of a unit.
 *
 * @param crumbs from the highest unit that the secretary answers for down to {@code unit}
 * @param campaigns that concern the unit, the newest first
 * @param rollout absent when no campaign was ever opened here
 */
public record Overview(Unit unit, List<Unit> crumbs, List<Campaign> campaigns, Optional<Rollout> rollout) {
    public Overview {
        crumbs = List.copyOf(crumbs);
        campaigns = List.copyOf(campaigns);
    }
}
