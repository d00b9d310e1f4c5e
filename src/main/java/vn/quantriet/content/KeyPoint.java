package vn.quantriet.content;

import java.util.List;

/**
 * What is new or essential in a text.
 *
 * @param number from 1, in the order of the file
 * @param html sanitised body
 * @param text the body as plain text
 * @param cites at least one clause of the same text
 * @param changes clauses of earlier texts that it changes, to which the text is related
 */
public record KeyPoint(
        int number, String title, String html, String text, List<ClauseId> cites, List<ClauseRef> changes) {
    public KeyPoint {
        cites = List.copyOf(cites);
        changes = List.copyOf(changes);
    }
}
