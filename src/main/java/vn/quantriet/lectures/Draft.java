package vn.quantriet.lectures;

import java.time.Instant;
import java.util.Optional;
import vn.quantriet.content.DeckId;

/**
 * A deck that its reporter is still writing.
 *
 * @param fileName of the file it was begun with, empty when it was typed
 * @param baseHash of the published deck that it was made from, absent when there was none
 * @param version what the next save is based on; grows with every change
 */
public record Draft(
        DeckId deck, String fileName, String markdown, Optional<String> baseHash, Instant updatedAt, int version) {}
