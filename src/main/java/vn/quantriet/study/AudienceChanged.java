package vn.quantriet.study;

import java.util.List;

/**
 * The organisation changed, and with it who owes what or under which units they are counted. The obligations have been
 * written in the transaction that is still open.
 *
 * @param campaigns all that may count otherwise than before
 */
public record AudienceChanged(List<CampaignId> campaigns) {
    public AudienceChanged {
        campaigns = List.copyOf(campaigns);
    }
}
