package vn.quantriet.editing;

/** Why an approved draft could not be published. */
public enum Failure {
    /** Somebody published another version meanwhile: merge first. */
    REPLACED,
    /** The files have problems, perhaps since a text that they cite has changed. */
    PROBLEMS,
    /** It is not said of every clause what it is or what its rewording means. */
    UNDECIDED,
    /** The library could not be written. */
    LIBRARY
}
