package vn.quantriet.editing;

/** Before this can be done with a draft something must be settled first. */
public class DraftNotReady extends RuntimeException {
    private final Failure why;

    public DraftNotReady(DraftId id, Failure why) {
        super("draft " + id + " is not ready: " + why);
        this.why = why;
    }

    public Failure why() {
        return why;
    }
}
