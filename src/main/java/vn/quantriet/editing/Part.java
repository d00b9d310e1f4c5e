package vn.quantriet.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A stretch of a Markdown file: a heading line with what stands under it, or what stands before the first.
 *
 * @param heading the line; empty before the first
 * @param text all of it, heading included; the parts of a file put together are the file
 */
record Part(String heading, String text) {
    private static final Pattern HEADING = Pattern.compile("#{1,6}[ \\t].*");
    private static final String FENCE = "---";
    private static final Pattern NUMBER = Pattern.compile(
            "^#+\\s*((?:(?:Phần|Chương|Mục|Điều|Khoản|Điểm)\\s+)?(?:[IVXLC]+\\.|[0-9]+\\.|[a-zđ]\\)))?\\s*");

    static List<Part> of(String markdown) {
        List<Part> parts = new ArrayList<>();
        var text = new StringBuilder();
        String heading = "";
        boolean inFront = false;
        boolean inCode = false;
        int number = 0;
        for (var line : lines(markdown)) {
            var words = line.stripTrailing();
            if (words.equals(FENCE) && (number == 0 || inFront)) {
                inFront = !inFront;
            } else if (!inFront && (words.startsWith("```") || words.startsWith("~~~"))) {
                inCode = !inCode;
            } else if (!inFront && !inCode && HEADING.matcher(words).matches()) {
                add(parts, heading, text);
                heading = words;
            }
            text.append(line);
            number++;
        }
        add(parts, heading, text);
        return parts;
    }

    /** The heading's words without marks and number, by which a part is known again when it has moved. */
    String title() {
        return NUMBER.matcher(heading).replaceFirst("");
    }

    /** Everything but the number, by which a part is known again among others with its title. */
    String words() {
        return title() + text.substring(heading.length()).stripTrailing();
    }

    private static void add(List<Part> parts, String heading, StringBuilder text) {
        if (!text.isEmpty()) {
            parts.add(new Part(heading, text.toString()));
            text.setLength(0);
        }
    }

    /** Lines with their ends. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            int next = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(from, next));
            from = next;
        }
        return lines;
    }
}
