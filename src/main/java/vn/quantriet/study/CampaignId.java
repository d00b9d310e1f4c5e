package vn.quantriet.study;

/** Identity of a {@link Campaign}. */
public record CampaignId(long value) {
    public CampaignId {
        if (value <= 0) {
            throw new IllegalArgumentException("campaign id must be positive, got " + value);
        }
    }
}
