package vn.quantriet.documents.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Writes the letters of a paragraph as one line of Markdown that means exactly them. */
final class Inline {
    private static final Pattern SIGNS = Pattern.compile("[\\\\`*_\\[\\]<>]|~(?=~)|(?<=~)~|&(?=#?\\w+;)");
    private static final Pattern LINE_START = Pattern.compile("^(?:([#>+=~-])|(\\d{1,9})([.)])(?=\\s|$)|(:)(?=\\s))");
    private static final Pattern ADDRESS = Pattern.compile("https://[^\\s<>\"()\\\\]+|clause:[a-z0-9.#-]+");

    private Inline() {}

    static String escaped(String text) {
        return SIGNS.matcher(text).replaceAll("\\\\$0");
    }

    /** As {@link #escaped}, where a line begins. */
    static String escapedLine(String line) {
        var start = LINE_START.matcher(line);
        if (!start.find()) {
            return line;
        }
        return start.group(2) != null
                ? start.group(2) + "\\" + line.substring(start.group(2).length())
                : "\\" + line;
    }

    /** In a cell of a table also the sign that parts cells. */
    static String cell(List<Run> runs) {
        return markdown(runs).replace("|", "\\|");
    }

    static String line(List<Run> runs) {
        return escapedLine(markdown(runs));
    }

    static boolean isAllowed(String address) {
        return ADDRESS.matcher(address).matches();
    }

    private static String markdown(List<Run> runs) {
        var shown = boundariesMoved(runs);
        var out = new StringBuilder();
        for (var run : shown) {
            if (run.note() > 0) {
                out.append(" \\[").append(run.note()).append("\\]");
                continue;
            }
            var text = run.text();
            var core = text.strip();
            if (core.isEmpty()) {
                out.append(text);
                continue;
            }
            out.append(text, 0, text.indexOf(core));
            var marks = (run.bold() ? "**" : "") + (run.italic() ? "*" : "") + (run.strike() ? "~~" : "");
            var words = escaped(core);
            if (isAllowed(run.link())) {
                words = "[" + words + "](" + run.link() + ")";
            }
            out.append(marks)
                    .append(words)
                    .append(new StringBuilder(marks).reverse())
                    .append(text.substring(text.indexOf(core) + core.length()));
        }
        return out.toString();
    }

    /**
     * Marks of emphasis only count between a space or sign and a letter: signs at the ends of an emphasised stretch that touch letters
     * outside go out of it.
     */
    private static List<Run> boundariesMoved(List<Run> runs) {
        List<Run> moved = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            var run = runs.get(i);
            if (!isEmphasised(run) || run.note() > 0) {
                moved.add(run);
                continue;
            }
            var text = run.text();
            int from = 0;
            int to = text.length();
            if (i > 0 && endsWithLetter(runs.get(i - 1).text())) {
                while (from < to && !Character.isLetterOrDigit(text.charAt(from))) {
                    from++;
                }
            }
            if (i + 1 < runs.size() && startsWithLetter(runs.get(i + 1).text())) {
                while (to > from && !Character.isLetterOrDigit(text.charAt(to - 1))) {
                    to--;
                }
            }
            if (from > 0) {
                moved.add(Run.plain(text.substring(0, from)));
            }
            if (from < to) {
                moved.add(run.withText(text.substring(from, to)));
            }
            if (to < text.length()) {
                moved.add(Run.plain(text.substring(to)));
            }
        }
        return moved;
    }

    private static boolean isEmphasised(Run run) {
        return run.bold() || run.italic() || run.strike();
    }

    private static boolean endsWithLetter(String text) {
        return !text.isEmpty() && Character.isLetterOrDigit(text.charAt(text.length() - 1));
    }

    private static boolean startsWithLetter(String text) {
        return !text.isEmpty() && Character.isLetterOrDigit(text.charAt(0));
    }
}
