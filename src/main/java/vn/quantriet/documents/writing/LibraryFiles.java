package vn.quantriet.documents.writing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.quantriet.content.ResolutionId;

/**
 * Library files made of a document.
 *
 * @param madeOf the commit of the library that they were made of; may be empty
 * @param whole whether the document held all of these files; otherwise what it left out would be lost with them
 * @param files Markdown by path below the text's folder
 */
public record LibraryFiles(ResolutionId text, String madeOf, boolean whole, Map<String, String> files) {
    public LibraryFiles {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    /** A file of the library. */
    static String file(String frontMatter, String body) {
        return frontMatter.isEmpty() ? body : "---\n" + frontMatter.stripTrailing() + "\n---\n\n" + body;
    }
}
