package vn.quantriet.oversight;

import java.util.Optional;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.UnitId;
import vn.quantriet.study.CampaignId;

/** What a secretary looks at; what is left open is chosen for them. */
public record Focus(Optional<UnitId> unit, Optional<CampaignId> campaign, Optional<ResolutionId> text) {

    /** The secretary's highest unit and the newest campaign there. */
    public static final Focus OPEN = new Focus(Optional.empty(), Optional.empty(), Optional.empty());
}
