package vn.quantriet.editing;

/** Since it was shown here, the draft was changed in another window, on another device, or by somebody else. */
public class DraftChangedElsewhere extends RuntimeException {
    public DraftChangedElsewhere(DraftId id) {
        super("draft " + id + " is no longer the one that was read");
    }
}
