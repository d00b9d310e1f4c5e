package vn.quantriet.study;

import java.time.LocalDate;
import java.util.List;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.UnitId;

/**
 * One rollout: which texts the party members below a unit study, and until when.
 *
 * @param audience the unit whose whole subtree is asked
 */
public record Campaign(
        CampaignId id, String title, UnitId audience, LocalDate opensOn, LocalDate dueOn, List<ResolutionId> texts) {
    public Campaign {
        texts = List.copyOf(texts);
    }
}
