package vn.quantriet.organisation;

/** A password was not good enough. */
public class PasswordRefused extends RuntimeException {

    /** What is wrong with it. */
    public enum Reason {
        SHORT,
        LONG,
        USERNAME
    }

    private final Reason reason;

    PasswordRefused(Reason reason) {
        super("password refused: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
