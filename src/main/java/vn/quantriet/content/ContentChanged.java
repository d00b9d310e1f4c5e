package vn.quantriet.content;

/** A text, its key points, decks or quiz are in service in a new version, or have left it. */
public record ContentChanged(ResolutionId id) {}
