package vn.quantriet.lectures;

/** A file that was brought cannot be a deck. */
public class DeckFileRefused extends RuntimeException {
    /** What is not right with it. */
    public enum Reason {
        NOT_MARKDOWN,
        TOO_LARGE,
        NOT_UTF8,
        EMPTY
    }

    private final Reason reason;

    public DeckFileRefused(Reason reason) {
        super("expected a Markdown file in UTF-8 of at most " + DeckFile.LARGEST + " bytes, got: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
