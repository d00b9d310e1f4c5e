package vn.quantriet.editing;

import java.util.Optional;

/** Identity of one member's draft of a text. */
public record DraftId(long value) {
    private static final int LONGEST = 18;

    public DraftId {
        if (value <= 0) {
            throw new IllegalArgumentException("draft id must be positive, got " + value);
        }
    }

    /** From an address. */
    public static Optional<DraftId> parse(String text) {
        boolean digits =
                !text.isEmpty() && text.length() <= LONGEST && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Optional.of(Long.parseLong(text)).filter(id -> id > 0).map(DraftId::new) : Optional.empty();
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
