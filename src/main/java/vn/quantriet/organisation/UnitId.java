package vn.quantriet.organisation;

/** Identity of a {@link Unit}. */
public record UnitId(long value) {
    public UnitId {
        if (value <= 0) {
            throw new IllegalArgumentException("unit id must be positive, got " + value);
        }
    }
}
