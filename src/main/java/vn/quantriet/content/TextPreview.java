package vn.quantriet.content;

import java.util.Locale;
import java.util.Map;

/** Shows a file of a text that is still being written. Safe for use by many threads. */
public interface TextPreview {

    /**
     * The file as its readers will see it, or as near to that as its problems allow. Elements that show a part of it say in
     * {@code data-line} on which line of the file it begins.
     *
     * @param path below the text's folder, such as {@code quiz.md}
     * @param attachments addresses within the portal of those that are not in the library yet, by name
     * @return sanitised HTML; empty when nothing can be made out
     */
    String html(ResolutionId id, String path, String markdown, Locale language, Map<String, String> attachments);
}
