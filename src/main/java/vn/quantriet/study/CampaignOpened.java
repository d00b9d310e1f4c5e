package vn.quantriet.study;

import java.util.List;
import vn.quantriet.content.ResolutionId;

/** A campaign exists and its obligations have been written, in the transaction that is still open. */
public record CampaignOpened(CampaignId campaign, List<ResolutionId> texts) {
    public CampaignOpened {
        texts = List.copyOf(texts);
    }
}
