package vn.quantriet.search;

import java.time.Instant;

/**
 * How the index is that the nodes of an installation share, as this node last saw it.
 *
 * @param since when
 * @param address host and port
 * @param passages in it; zero while it does not answer
 */
public record SharedReport(Condition condition, Instant since, String address, long passages) {

    /** In all but the first the index of this machine answers instead. */
    public enum Condition {
        ANSWERS,
        /** It is built or compared. */
        FILLING,
        UNREACHABLE,
        /** It asks for another user or password, or more rights. */
        REFUSED,
        /** It is older than what this program can use. */
        TOO_OLD,
        /** Its passages are those of a newer version of this program. */
        OF_A_NEWER_PORTAL,
        /** It answers with errors. */
        FAILING
    }
}
