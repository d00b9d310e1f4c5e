package vn.quantriet.editing;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.quantriet.content.ClauseId;

/** The numbered headings of a text. */
final class Outline {
    private static final Pattern HEADING =
            Pattern.compile("(?:##\\s+([IVXLC]+)\\.|###\\s+(\\d+)\\.|####\\s+([a-zđ])\\))\\s*(.*)");

    private Outline() {}

    /** A heading, named as its numbering names it. */
    record Entry(ClauseId clause, String label, String title) {}

    static List<Entry> of(String markdown) {
        var above = new String[] {"", ""};
        return Part.of(markdown).stream()
                .map(part -> HEADING.matcher(part.heading()))
                .filter(Matcher::matches)
                .map(heading -> entry(heading, above))
                .filter(entry -> ClauseId.isValid(entry.id()))
                .map(entry -> new Entry(new ClauseId(entry.id()), label(entry.id()), entry.title()))
                .toList();
    }

    private static String label(String id) {
        int dot = id.indexOf('.');
        return dot < 0
                ? id.toUpperCase(Locale.ROOT)
                : id.substring(0, dot).toUpperCase(Locale.ROOT) + id.substring(dot);
    }

    private record Named(String id, String title) {}

    private static Named entry(Matcher heading, String[] above) {
        String title = heading.group(4).strip();
        if (heading.group(1) != null) {
            above[0] = heading.group(1).toLowerCase(Locale.ROOT);
            above[1] = "";
            return new Named(above[0], title);
        }
        if (heading.group(2) != null) {
            above[1] = above[0] + "." + heading.group(2);
            return new Named(above[1], title);
        }
        return new Named(above[1] + "." + heading.group(3), title);
    }
}
