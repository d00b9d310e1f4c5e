package vn.quantriet.documents;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was made of a document.
 *
 * @param head what it says of itself; for a deck only the title, for a copy nothing
 * @param body Markdown without front matter; empty for a copy
 * @param unclear in the order of the document, what concerns all of it first
 * @param sourceHtml the document as plain HTML, where block n has the id {@code s<n>}; not yet sanitised
 * @param previewHtml the result in the same way, where what came of block n has the id {@code r<n>}
 * @param copyOf the text of this library that a copy was made of; otherwise empty
 * @param madeOf the commit of the library that a copy was made of; otherwise empty
 * @param files of a copy, by path below the folder of its text
 */
public record Reading(
        Kind kind,
        TextHead head,
        String body,
        List<Unclear> unclear,
        String sourceHtml,
        String previewHtml,
        String copyOf,
        String madeOf,
        Map<String, String> files) {
    public Reading {
        unclear = List.copyOf(unclear);
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    public static Reading of(
            Kind kind, TextHead head, String body, List<Unclear> unclear, String sourceHtml, String previewHtml) {
        return new Reading(kind, head, body, unclear, sourceHtml, previewHtml, "", "", Map.of());
    }

    Reading withoutHtml() {
        return new Reading(kind, head, body, unclear, "", "", copyOf, madeOf, files);
    }

    /** What a document becomes. */
    public enum Kind {
        TEXT,
        DECK,
        /** It was written by this portal, and comes back as the files it was made of, with what was changed in it since. */
        COPY
    }
}
