package vn.quantriet.lectures;

import java.time.Instant;
import vn.quantriet.content.DeckId;

/**
 * A deck that its reporter is still writing.
 *
 * @param fileName of the file it was begun with, empty when it was typed
 * @param version what the next save is based on; grows with every change
 */
public record Draft(DeckId deck, String fileName, String markdown, Instant updatedAt, int version) {}
