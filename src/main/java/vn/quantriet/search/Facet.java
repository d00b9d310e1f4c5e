package vn.quantriet.search;

/** A property by which what was found can be narrowed. Its values are the strings named here. */
public enum Facet {
    /** What a passage is: the name of a {@link Passage.Kind}. */
    KIND,
    /** What sort of document its text is: the name of a {@code Resolution.Kind}. */
    DOCUMENT,
    /** Who issued its text, as the text says. */
    ISSUER,
    /** The year of issue of its text, in digits. */
    YEAR,
    /** A topic of its text, as the text says; a text may have several. */
    TOPIC,
    /** Whether its text is in force today: the name of a {@link Force}. */
    FORCE,
    /** What the member who asks has done of its text: the name of a {@link StudyStandings.Standing}. */
    STANDING,
    /** The unit whose local note it is: the unit's number. */
    UNIT;

    /** Values of {@link #FORCE}. */
    public enum Force {
        IN_FORCE,
        NOT_YET,
        ENDED
    }
}
