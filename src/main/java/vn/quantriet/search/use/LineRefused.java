package vn.quantriet.search.use;

/** A line of the word list was to be changed in a way that makes no sense, or no longer. */
public class LineRefused extends RuntimeException {
    private final Reason reason;

    LineRefused(Reason reason, String line) {
        super(reason + ": " + line);
        this.reason = reason;
    }

    /** Why it was refused. */
    public enum Reason {
        /** Neither {@code TW = trung ương} nor {@code bỏ ~ bãi bỏ}. */
        NOT_A_LINE,
        /** More than six words on one side, which no query is looked up by. */
        TOO_LONG,
        /** It says nothing new. */
        THERE_ALREADY,
        /** Somebody has changed or removed it meanwhile. */
        GONE
    }

    public Reason reason() {
        return reason;
    }
}
