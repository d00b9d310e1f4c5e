package vn.quantriet.study;

/** How far a member is with what they owe. */
public enum Step {
    NOT_STARTED,
    STUDYING,
    COMPLETED
}
