package vn.quantriet.editing;

/** What was asked does not fit how far the draft has come, perhaps since this page was opened. */
public class DraftInOtherState extends RuntimeException {
    public DraftInOtherState(String deed, DraftState state) {
        super("cannot " + deed + " a draft that is " + state);
    }
}
