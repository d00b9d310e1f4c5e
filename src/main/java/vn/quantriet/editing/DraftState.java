package vn.quantriet.editing;

/** How far a draft has come. */
public enum DraftState {
    DRAFT,
    IN_REVIEW,
    /** Its reviewer asks for changes. */
    SENT_BACK,
    APPROVED,
    SCHEDULED,
    /** Taken for publishing; a moment, or until it is taken over after a crash. */
    PUBLISHING,
    PUBLISHED;

    /** Whether its author may write on. */
    public boolean isWritable() {
        return this == DRAFT || this == SENT_BACK;
    }

    /** Whether its reviewer has agreed and it is not out yet. */
    public boolean isReleasable() {
        return this == APPROVED || this == SCHEDULED;
    }
}
