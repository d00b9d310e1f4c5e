package vn.quantriet.documents;

import java.util.List;

/**
 * What was made of a document.
 *
 * @param head what it says of itself; for a deck only the title
 * @param body Markdown without front matter
 * @param unclear in the order of the document, what concerns all of it first
 * @param sourceHtml the document as plain HTML, where block n has the id {@code s<n>}; not yet sanitised
 * @param previewHtml the result in the same way, where what came of block n has the id {@code r<n>}
 */
public record Reading(
        Kind kind, TextHead head, String body, List<Unclear> unclear, String sourceHtml, String previewHtml) {
    public Reading {
        unclear = List.copyOf(unclear);
    }

    /** What a document becomes. */
    public enum Kind {
        TEXT,
        DECK
    }
}
