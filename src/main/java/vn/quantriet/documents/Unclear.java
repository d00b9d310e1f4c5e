package vn.quantriet.documents;

import java.util.List;

/**
 * Something in a document that was not understood, left out or changed, so that somebody looks at it. Its sentence is the
 * translation {@code documents.unclear.<code>} with {@code arguments}.
 *
 * @param block number of the block in the document, from 1; 0 for the whole document
 * @param page from 1; 0 when it is not known
 * @param words the first words of the place; may be empty
 */
public record Unclear(int block, int page, String code, List<String> arguments, String words) {
    private static final int LONGEST = 80;

    public Unclear {
        arguments = List.copyOf(arguments);
        words = words.length() <= LONGEST ? words : words.substring(0, LONGEST).strip() + "…";
    }
}
