package vn.quantriet.content.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.quantriet.content.merge.Part.Kind;

/** Takes a file apart and puts parts together. Any text can be taken apart; nothing but blank lines gets lost. */
final class Parts {
    private static final String FENCE = "---";
    private static final Pattern HEADING = Pattern.compile("^ {0,3}(#{1,6})(?:\\s.*)?$");
    private static final Pattern CODE = Pattern.compile("^ {0,3}(```|~~~).*");
    private static final Pattern KEY = Pattern.compile("^([^\\s#:-][^:]*):(?:\\s.*)?$");
    private static final Pattern INNER = Pattern.compile("^(\\s+|(?=- ))(-\\s+.*|[^\\s#:-][^:]*:.*)$");

    private final Layout layout;
    private final List<String> lines;
    private final List<Part> parts = new ArrayList<>();

    private Parts(Layout layout, String text) {
        this.layout = layout;
        this.lines = text.lines().toList();
    }

    /** The parts in their order; a front matter's first. */
    static List<Part> of(Layout layout, String text) {
        return new Parts(layout, text).takeApart();
    }

    private List<Part> takeApart() {
        int body = 0;
        int close = closingFence();
        if (close > 0) {
            frontMatter(close);
            body = close + 1;
        }
        if (layout == Layout.SLIDES) {
            slides(body);
        } else {
            sections(body);
        }
        return List.copyOf(parts);
    }

    private int closingFence() {
        if (lines.isEmpty() || !lines.getFirst().stripTrailing().equals(FENCE)) {
            return -1;
        }
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).stripTrailing().equals(FENCE)) {
                return i;
            }
        }
        return -1;
    }

    /** A part per key, and per key or item directly below a key that holds nothing else. */
    private void frontMatter(int close) {
        var top = "";
        boolean opens = false;
        int indent = -1;
        int start = -1;
        int depth = 0;
        var name = "";
        for (int i = 1; i < close; i++) {
            var line = lines.get(i);
            var key = KEY.matcher(line);
            var inner = INNER.matcher(line);
            if (key.matches()) {
                front(start, i, depth, name);
                start = i;
                depth = 0;
                top = key.group(1).strip();
                name = top;
                opens = line.stripTrailing().endsWith(":");
                indent = -1;
            } else if (opens && inner.matches() && (indent < 0 || indent == indentOf(line))) {
                front(start, i, depth, name);
                start = i;
                depth = 1;
                indent = indentOf(line);
                name = top + "/" + nameOf(inner.group(2));
            } else if (start < 0) {
                start = i;
                name = "";
            }
        }
        front(start, close, depth, name);
    }

    private static int indentOf(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static String nameOf(String entry) {
        return entry.startsWith("-")
                ? entry.strip()
                : entry.substring(0, entry.indexOf(':')).strip();
    }

    private void front(int start, int end, int depth, String name) {
        if (start >= 0) {
            parts.add(new Part(Kind.FRONT_MATTER, depth, name, "", text(start, end)));
        }
    }

    private void sections(int from) {
        var places = new ArrayList<String>();
        boolean inCode = false;
        int start = from;
        int level = 0;
        for (int i = from; i <= lines.size(); i++) {
            int next = i == lines.size() || inCode ? 0 : levelOf(lines.get(i));
            if (i == lines.size() || next > 0) {
                section(start, i, level, places);
                start = i;
                level = next;
            }
            if (i < lines.size() && CODE.matcher(lines.get(i)).matches()) {
                inCode = !inCode;
            }
        }
    }

    private static int levelOf(String line) {
        var heading = HEADING.matcher(line);
        return heading.matches() ? heading.group(1).length() : 0;
    }

    private void section(int start, int end, int level, List<String> places) {
        var text = text(start, end);
        if (text.isBlank()) {
            return;
        }
        var plain = new Part(Kind.BODY, level, "", "", text);
        var name = level == 0 ? "" : layout == Layout.QUESTIONS ? prompt(text) : Part.title(plain.heading());
        parts.add(new Part(Kind.BODY, level, name, place(plain, places), text));
    }

    private String place(Part part, List<String> places) {
        if (layout != Layout.CLAUSES || part.number().isEmpty()) {
            return "";
        }
        while (places.size() >= Math.max(1, part.depth())) {
            places.removeLast();
        }
        while (places.size() < part.depth() - 1) {
            places.add("");
        }
        places.add(part.beforeNumber().replace("#", "").strip() + part.number().get());
        return String.join("/", places);
    }

    /** What a question asks: its first line below the heading. */
    private static String prompt(String text) {
        return text.lines()
                .skip(1)
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .findFirst()
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }

    private void slides(int from) {
        boolean inCode = false;
        int start = from;
        for (int i = from; i <= lines.size(); i++) {
            boolean rule = i < lines.size()
                    && !inCode
                    && lines.get(i).strip().equals(FENCE)
                    && (i == from || lines.get(i - 1).isBlank());
            if (i == lines.size() || rule) {
                slide(start, i);
                start = i + 1;
            } else if (CODE.matcher(lines.get(i)).matches()) {
                inCode = !inCode;
            }
        }
    }

    private void slide(int start, int end) {
        var text = text(start, end);
        if (!text.isBlank()) {
            var name = text.lines()
                    .filter(line -> levelOf(line) == 1)
                    .findFirst()
                    .map(Part::title)
                    .orElse("");
            parts.add(new Part(Kind.BODY, 1, name, "", text));
        }
    }

    /** Lines from {@code start} to before {@code end}, without blank ones at either end. */
    private String text(int start, int end) {
        int first = start;
        while (first < end && lines.get(first).isBlank()) {
            first++;
        }
        return String.join("\n", lines.subList(first, end)).stripTrailing();
    }

    /** A file of these parts, in this order but for the front matter, which comes first. */
    static String together(Layout layout, List<Part> parts) {
        var front = parts.stream().filter(p -> p.kind() == Kind.FRONT_MATTER).toList();
        var body = parts.stream()
                .filter(p -> p.kind() == Kind.BODY)
                .map(Part::text)
                .toList();
        var text = new StringBuilder();
        if (!front.isEmpty()) {
            text.append(FENCE).append('\n');
            front.forEach(part -> text.append(part.text()).append('\n'));
            text.append(FENCE).append('\n');
            text.append(body.isEmpty() ? "" : "\n");
        }
        text.append(String.join(layout == Layout.SLIDES ? "\n\n" + FENCE + "\n\n" : "\n\n", body));
        return text.append(body.isEmpty() ? "" : "\n").toString();
    }
}
