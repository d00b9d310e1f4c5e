package vn.quantriet.lectures;

import vn.quantriet.content.DeckId;

/** A deck is replaced by whoever published it last or by an administrator, and by nobody else. */
public class DeckOfAnother extends RuntimeException {
    private final String author;

    public DeckOfAnother(DeckId deck, String author) {
        super(deck + " was last published by someone else");
        this.author = author;
    }

    /** Name of the reporter who published it last. */
    public String author() {
        return author;
    }
}
