package vn.quantriet.lectures;

import java.time.Instant;
import vn.quantriet.content.DeckId;

/** A draft in a list, without its text. */
public record DraftEntry(DeckId deck, String fileName, Instant updatedAt) {}
