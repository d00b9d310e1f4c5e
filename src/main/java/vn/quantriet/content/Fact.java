package vn.quantriet.content;

/** Where a figure in a text comes from, and whether that has been checked. */
public record Fact(Verification status, String source) {}
