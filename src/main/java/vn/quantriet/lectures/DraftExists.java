package vn.quantriet.lectures;

import vn.quantriet.content.DeckId;

/** The member has another draft of this name. */
public class DraftExists extends RuntimeException {
    public DraftExists(DeckId deck) {
        super("there is a draft of " + deck + " already");
    }
}
