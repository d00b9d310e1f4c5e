package vn.quantriet.content;

/** A clause of a named text. */
public record ClauseRef(ResolutionId resolution, ClauseId clause) {}
