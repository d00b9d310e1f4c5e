package vn.quantriet.study;

/** How deeply a campaign asks for a text: {@code IN_DEPTH} is quán triệt, {@code MAKE_KNOWN} is phổ biến. */
public enum Depth {
    IN_DEPTH,
    MAKE_KNOWN
}
