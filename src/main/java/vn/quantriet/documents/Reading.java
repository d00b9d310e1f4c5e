package vn.quantriet.documents;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
 * @param pages of a deck
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
        Map<String, String> files,
        List<SlidePage> pages) {
    /** As it is written here: brackets in its words have a backslash before them. */
    private static final Pattern IMAGE = Pattern.compile("!\\[(?:[^\\[\\]\\\\\n]|\\\\.)*+\\]\\(files/([a-z0-9.-]+)\\)");

    public Reading {
        pages = List.copyOf(pages);
        unclear = List.copyOf(unclear);
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    public static Reading of(
            Kind kind, TextHead head, String body, List<Unclear> unclear, String sourceHtml, String previewHtml) {
        return new Reading(kind, head, body, unclear, sourceHtml, previewHtml, "", "", Map.of(), List.of());
    }

    Reading withoutHtml() {
        return new Reading(kind, head, body, unclear, "", "", copyOf, madeOf, files, pages);
    }

    public Reading with(List<SlidePage> deckPages) {
        return new Reading(kind, head, body, unclear, sourceHtml, previewHtml, copyOf, madeOf, files, deckPages);
    }

    /** Names of the files that the body shows; those of pages are not among them. */
    Set<String> shown() {
        return IMAGE.matcher(body)
                .results()
                .map(image -> image.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** With more to be said of the whole document. */
    Reading saying(List<Unclear> more) {
        List<Unclear> all = new ArrayList<>(more);
        all.addAll(unclear);
        return new Reading(kind, head, body, all, sourceHtml, previewHtml, copyOf, madeOf, files, pages);
    }

    /**
     * The body as it is to be taken.
     *
     * @param pictures names of the files that there are: no other is shown
     * @param everyPage whether a picture of every page is to be shown that there is one of, or only where words do not say all
     */
    String body(Set<String> pictures, boolean everyPage) {
        var text = new StringBuilder(body);
        for (var page : pages.reversed()) {
            if (pictures.contains(page.file()) && (everyPage || page.needed())) {
                text.insert(page.place(), page.markdown());
            }
        }
        return IMAGE.matcher(text)
                .replaceAll(image -> pictures.contains(image.group(1)) ? Matcher.quoteReplacement(image.group()) : "");
    }

    /** What a document becomes. */
    public enum Kind {
        TEXT,
        DECK,
        /** It was written by this portal, and comes back as the files it was made of, with what was changed in it since. */
        COPY
    }
}
