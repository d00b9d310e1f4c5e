package vn.quantriet.organisation;

/** Identity of a member or non-member who studies here. */
public record MemberId(long value) {
    public MemberId {
        if (value <= 0) {
            throw new IllegalArgumentException("member id must be positive, got " + value);
        }
    }
}
