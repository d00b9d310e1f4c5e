package vn.quantriet.organisation;

/** Units, members, posts or roles have changed. Whoever keeps something derived from them looks again. */
public record OrganisationChanged(int unitsChanged, int membersChanged) {}
