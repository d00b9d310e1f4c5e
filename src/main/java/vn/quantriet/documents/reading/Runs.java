package vn.quantriet.documents.reading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Works on the letters of a paragraph. */
final class Runs {
    private static final Pattern SPACES = Pattern.compile("[\\s\\x{A0}\\x{2000}-\\x{200A}\\x{202F}\\x{3000}]+");
    private static final Pattern UNSEEN =
            Pattern.compile("[\\x{00}-\\x{08}\\x{0B}\\x{0C}\\x{0E}-\\x{1F}\\x{7F}-\\x{9F}\\x{200B}-\\x{200F}"
                    + "\\x{202A}-\\x{202E}\\x{2060}-\\x{2069}\\x{FEFF}\\x{FFFE}\\x{FFFF}\\x{D800}-\\x{DFFF}]");

    private Runs() {}

    /** One line in NFC, without letters that are not seen. */
    static String text(List<Run> runs) {
        var all = new StringBuilder();
        runs.forEach(run -> all.append(run.text()));
        return SPACES.matcher(all).replaceAll(" ").strip();
    }

    /** Whether there are letters and all of them are as asked. */
    static boolean all(List<Run> runs, Predicate<Run> as) {
        var written = runs.stream()
                .filter(run -> run.text().codePoints().anyMatch(Character::isLetterOrDigit))
                .toList();
        return !written.isEmpty() && written.stream().allMatch(as);
    }

    /**
     * The same in NFC, neighbours that look alike joined, single spaces, none at either end. A mark that was cut off from its
     * letter by a change of looks goes back to it. Soft hyphens stay: they may be letters yet ({@link Legacy}).
     */
    static List<Run> tidy(List<Run> runs) {
        List<Run> joined = new ArrayList<>();
        for (var run : runs) {
            add(joined, run.withText(UNSEEN.matcher(run.text()).replaceAll("")));
        }
        List<Run> tidy = new ArrayList<>();
        boolean space = true;
        for (var run : joined) {
            if (run.note() > 0) {
                tidy.add(run);
                continue;
            }
            String text = SPACES.matcher(Normalizer.normalize(run.text(), Normalizer.Form.NFC))
                    .replaceAll(" ");
            if (space && text.startsWith(" ")) {
                text = text.substring(1);
            }
            if (!text.isEmpty()) {
                space = text.endsWith(" ");
                tidy.add(run.withText(text));
            }
        }
        trimEnd(tidy);
        return List.copyOf(tidy);
    }

    private static void add(List<Run> joined, Run run) {
        Run next = run;
        if (!joined.isEmpty() && run.note() == 0 && joined.getLast().note() == 0) {
            int marks = 0;
            while (marks < next.text().length() && isMark(next.text().charAt(marks))) {
                marks++;
            }
            if (marks > 0) {
                var last = joined.removeLast();
                joined.add(last.withText(last.text() + next.text().substring(0, marks)));
                next = next.withText(next.text().substring(marks));
            }
        }
        if (next.text().isEmpty() && next.note() == 0) {
            return;
        }
        if (!joined.isEmpty() && joined.getLast().looksLike(next)) {
            var last = joined.removeLast();
            joined.add(last.withText(last.text() + next.text()));
        } else {
            joined.add(next);
        }
    }

    private static boolean isMark(char letter) {
        return Character.getType(letter) == Character.NON_SPACING_MARK;
    }

    private static void trimEnd(List<Run> runs) {
        for (int i = runs.size() - 1; i >= 0; i--) {
            var run = runs.get(i);
            if (run.note() > 0) {
                continue;
            }
            var text = run.text().stripTrailing();
            if (text.isEmpty()) {
                runs.remove(i);
                continue;
            }
            runs.set(i, run.withText(text));
            return;
        }
    }

    /** What follows the first {@code letters} letters. */
    static List<Run> after(List<Run> runs, int letters) {
        return cut(runs, letters, Integer.MAX_VALUE);
    }

    /** The letters from {@code from} to {@code to}; footnote marks within or at the end of them. */
    static List<Run> cut(List<Run> runs, int from, int to) {
        List<Run> part = new ArrayList<>();
        int at = 0;
        for (var run : runs) {
            int length = run.text().length();
            if (run.note() > 0) {
                if (at >= from && at <= to && (at > from || from == 0 || to == Integer.MAX_VALUE)) {
                    part.add(run);
                }
                continue;
            }
            int begin = Math.max(from - at, 0);
            int end = (int) Math.min((long) to - at, length);
            if (begin < end) {
                part.add(run.withText(run.text().substring(begin, end)));
            }
            at += length;
        }
        return tidy(part);
    }

    /** Split at line breaks. */
    static List<List<Run>> lines(List<Run> runs) {
        List<List<Run>> lines = new ArrayList<>();
        List<Run> line = new ArrayList<>();
        for (var run : runs) {
            String[] parts = run.text().split("\n", -1);
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) {
                    lines.add(line);
                    line = new ArrayList<>();
                }
                if (!parts[i].isEmpty() || run.note() > 0) {
                    line.add(run.withText(parts[i]));
                }
            }
        }
        lines.add(line);
        return lines;
    }
}
