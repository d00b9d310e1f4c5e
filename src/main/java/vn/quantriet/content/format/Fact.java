package vn.quantriet.content.format;

import vn.quantriet.content.Verification;

/** Where a figure in a text comes from, and whether that has been checked. */
public record Fact(Verification status, String source) {}
