package vn.quantriet.lectures;

import vn.quantriet.content.DeckId;

/** Since it was read here, the draft was changed, published or discarded in another window or on another device. */
public class DraftChangedElsewhere extends RuntimeException {
    public DraftChangedElsewhere(DeckId deck) {
        super("draft of " + deck + " is no longer the one that was read");
    }
}
