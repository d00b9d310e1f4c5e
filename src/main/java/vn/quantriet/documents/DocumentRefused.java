package vn.quantriet.documents;

/** A document cannot be read, for a reason that can be told to whoever brought it. */
public class DocumentRefused extends RuntimeException {
    private final Reason reason;

    public DocumentRefused(Reason reason) {
        super("document refused: " + reason);
        this.reason = reason;
    }

    public DocumentRefused(Reason reason, Throwable cause) {
        super("document refused: " + reason, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why. The sentence is the translation {@code documents.refused.<name>}. */
    public enum Reason {
        EMPTY,
        TOO_LARGE,
        /** None of the kinds of files that can be read. */
        UNKNOWN_KIND,
        ENCRYPTED,
        DAMAGED,
        /** A PDF of pictures of pages. */
        NO_TEXT_LAYER,
        /** A deck that was downloaded without the words of the speaker: the deck would lose them. */
        WITHOUT_NOTES,
        /** Needs more memory, or holds more, than any document that somebody wrote. */
        TOO_COMPLEX,
        TOO_SLOW,
        CANCELLED,
        /** The reading could not be begun, or was interrupted: not the document's fault. */
        FAILED
    }
}
