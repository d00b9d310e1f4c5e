package vn.quantriet.editing;

/** A file cannot be part of a draft. */
public class FileRefused extends RuntimeException {
    /** Why. */
    public enum Reason {
        /** No file of a text is called so. */
        NAME,
        EXISTS,
        TOO_LARGE,
        TOO_MANY,
        /** Of pictures and documents. */
        PICTURES_MANY,
        /** All pictures and documents together. */
        PICTURES_LARGE,
        /** A text is nothing without this one. */
        NEEDED
    }

    private final Reason reason;

    public FileRefused(Reason reason, String path) {
        super("refused " + path + ": " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
