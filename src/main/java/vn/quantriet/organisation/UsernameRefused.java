package vn.quantriet.organisation;

/** A username cannot be used. */
public class UsernameRefused extends RuntimeException {

    /** Why not. */
    public enum Reason {
        NOT_A_USERNAME,
        TAKEN
    }

    private final Reason reason;

    UsernameRefused(Reason reason) {
        super("username refused: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
