package vn.quantriet.content;

import java.time.LocalDate;

/** Whether a text is in force on a day, and if not, why. */
public sealed interface Validity {

    /** It applies. */
    record InForce() implements Validity {}

    /** Issued, to apply from a day to come. */
    record NotYet(LocalDate from) implements Validity {}

    /** Its own last day has passed. @param since the first day out of force */
    record Expired(LocalDate since) implements Validity {}

    /**
     * Another text stands in its place.
     *
     * @param by of several, the one that came first
     * @param since the first day out of force
     */
    record Replaced(Resolution by, LocalDate since) implements Validity {}

    default boolean isInForce() {
        return this instanceof InForce;
    }
}
