package vn.quantriet.organisation;

/** A one-time link is unknown, used or too old: which of them is not said. */
public class LinkExpired extends RuntimeException {
    LinkExpired() {
        super("one-time link unknown, used or too old");
    }
}
