package vn.quantriet.content;

/** Who wrote a version, as the history names them. */
public record Author(String name, String email) {}
