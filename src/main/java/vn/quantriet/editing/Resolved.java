package vn.quantriet.editing;

import java.util.List;
import java.util.regex.Pattern;
import vn.quantriet.content.TextHistory.Conflict;
import vn.quantriet.editing.Merging.Choice;

/**
 * A merged file with one of its conflicts decided otherwise than the merge did, which keeps mine. Parts are found by their words: the
 * title of a question is that of most others.
 *
 * @param file merged
 * @param theirs the whole file as the others have it
 */
record Resolved(String file, Conflict conflict, String theirs) {
    private static final Pattern NUMBER = Pattern.compile(
            "^(#+\\s*(?:(?:Phần|Chương|Mục|Điều|Khoản|Điểm)\\s+)?)([IVXLC]{1,12}|[0-9]{1,4}|[a-zđ])(?=[.)])");

    String text(Choice choice) {
        int at = place(conflict.mine());
        if (at < 0) {
            return conflict.mine().isBlank() ? inserted(conflict.theirs()) : joined(file, conflict.theirs());
        }
        String words = chosen(choice, conflict.mine(), numberedAs(conflict.mine(), conflict.theirs()));
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

    /** With the number that mine has in the merged file: both are the same part. */
    private static String numberedAs(String mine, String theirs) {
        var number = NUMBER.matcher(mine);
        var other = NUMBER.matcher(theirs);
        return number.find() && other.find()
                ? theirs.substring(0, other.start(2)) + number.group(2) + theirs.substring(other.end(2))
                : theirs;
    }

    /** Where the others have it: below the part that stands above it there; at the end when that is gone. */
    private String inserted(String words) {
        List<Part> order = Part.of(theirs);
        int place = 0;
        while (place < order.size() && !order.get(place).text().strip().equals(words.strip())) {
            place++;
        }
        var here = Part.of(file);
        int above = place == 0 || place >= order.size() ? -1 : sameAs(order.get(place - 1), here);
        var together = new StringBuilder();
        for (int i = 0; i < here.size(); i++) {
            together.append(
                    i == above
                            ? joined(here.get(i).text(), words) + "\n"
                            : here.get(i).text());
        }
        return above < 0 ? joined(file, words) : together.toString();
    }

    /** The part with the same words or, when there is none, with the same title. */
    private static int sameAs(Part wanted, List<Part> parts) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).words().equals(wanted.words())) {
                return i;
            }
        }
        for (int i = 0; i < parts.size(); i++) {
            if (!wanted.title().isEmpty() && parts.get(i).title().equals(wanted.title())) {
                return i;
            }
        }
        return -1;
    }

    private static String joined(String above, String below) {
        return above.isBlank() ? below : above.stripTrailing() + "\n\n" + below.strip() + "\n";
    }

    private static String heading(String part) {
        int end = part.indexOf('\n');
        return end < 0 ? part : part.substring(0, end);
    }
}
