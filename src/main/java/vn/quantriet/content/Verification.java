package vn.quantriet.content;

/** Whether a stated fact has been checked against its source. */
public enum Verification {
    VERIFIED,
    UNVERIFIED
}
