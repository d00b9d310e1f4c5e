package vn.quantriet.editing;

import java.util.List;
import java.util.regex.Pattern;
import vn.quantriet.content.TextHistory.Conflict;
import vn.quantriet.editing.Merging.Choice;

/**
 * A merged file with one of its conflicts decided otherwise than the merge did, which keeps mine.
 *
 * @param file merged
 * @param theirs the whole file as the others have it
 */
record Resolved(String file, Conflict conflict, String theirs) {
    private static final Pattern NUMBER = Pattern.compile("^#+\\s*([IVXLC]+\\.|[0-9]+\\.|[a-zđ]\\))");

    String text(Choice choice) {
        int at = place(conflict.mine());
        if (at < 0 && !conflict.mine().isBlank()) {
            return renumbered(choice);
        }
        if (at < 0) {
            return inserted(conflict.theirs());
        }
        String words = chosen(choice, conflict.mine(), conflict.theirs());
        return file.substring(0, at)
                + words
                + file.substring(at + conflict.mine().length());
    }

    private static String chosen(Choice choice, String mine, String theirs) {
        return switch (choice) {
            case MINE -> mine;
            case THEIRS -> theirs;
            case BOTH -> theirs.isBlank() ? mine : mine.stripTrailing() + "\n\n" + below(mine, theirs);
        };
    }

    /** Without its heading where that says what mine does: a clause twice under one number would be none at all. */
    private static String below(String mine, String theirs) {
        var title = new Part(heading(theirs), theirs).title();
        boolean same = heading(theirs).startsWith("#") && title.equals(new Part(heading(mine), mine).title());
        return (same ? theirs.substring(heading(theirs).length()) : theirs).strip();
    }

    /** Where a part stands, from the beginning of a line to the end of one. */
    private int place(String words) {
        if (words.isBlank()) {
            return -1;
        }
        for (int at = file.indexOf(words); at >= 0; at = file.indexOf(words, at + 1)) {
            int end = at + words.length();
            boolean begins = at == 0 || file.charAt(at - 1) == '\n';
            boolean ends = end == file.length() || file.charAt(end) == '\n' || words.endsWith("\n");
            if (begins && ends) {
                return at;
            }
        }
        return -1;
    }

    /** The merge counted afresh: mine stands there under another number. */
    private String renumbered(Choice choice) {
        var mine = new Part(heading(conflict.mine()), conflict.mine());
        var merged = new StringBuilder();
        boolean found = false;
        for (var part : Part.of(file)) {
            boolean same = !found && !mine.title().isEmpty() && part.title().equals(mine.title());
            found |= same;
            merged.append(
                    same
                            ? numberedAs(part.heading(), chosen(choice, part.text(), conflict.theirs())) + "\n\n"
                            : part.text());
        }
        return found ? merged.toString() : joined(file, conflict.theirs());
    }

    private static String numberedAs(String heading, String words) {
        var number = NUMBER.matcher(heading);
        var other = NUMBER.matcher(words);
        return number.find() && other.find()
                ? number.group() + words.substring(other.end()).stripTrailing()
                : words.stripTrailing();
    }

    /** Where the others have it: below the part that stands above it there; at the end when that is gone. */
    private String inserted(String words) {
        List<Part> order = Part.of(theirs);
        int place = 0;
        while (place < order.size() && !order.get(place).text().strip().equals(words.strip())) {
            place++;
        }
        String above =
                place == 0 || place >= order.size() ? "" : order.get(place - 1).title();
        var together = new StringBuilder();
        boolean found = false;
        for (var part : Part.of(file)) {
            boolean here = !found && !above.isEmpty() && part.title().equals(above);
            found |= here;
            together.append(here ? joined(part.text(), words) + "\n" : part.text());
        }
        return found ? together.toString() : joined(file, words);
    }

    private static String joined(String above, String below) {
        return above.isBlank() ? below : above.stripTrailing() + "\n\n" + below.strip() + "\n";
    }

    private static String heading(String part) {
        int end = part.indexOf('\n');
        return end < 0 ? part : part.substring(0, end);
    }
}
