package vn.quantriet.documents.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.quantriet.documents.reading.Block.Cell;
import vn.quantriet.documents.reading.Block.Paragraph;
import vn.quantriet.documents.reading.Block.Table;

/**
 * Puts the lines of a PDF together to paragraphs by where they stand: a line goes on the one before when that reached the right margin
 * and this begins at the left one. What stands at the top or foot of many pages is no part of the text.
 */
final class PdfParagraphs {
    private static final Pattern PAGE_NUMBER =
            Pattern.compile("(?iu)(?:[-–—\\s]*|trang\\s+)\\d{1,4}(?:\\s*/\\s*\\d{1,4})?[-–—\\s]*");
    private static final Pattern NOTE = Pattern.compile("^\\(?(\\d{1,3})\\)?[.)]?\\s*(?=\\p{L}|“)");
    private static final float INDENT = 9;
    private static final float SMALL = 0.9f;
    private static final float CENTRED = 12;
    private static final float GAP = 1.6f;
    /** How much of a line's width may be missing at the right of a full line, since not all texts are justified. */
    private static final float RAGGED = 0.1f;

    private final List<PdfLine> lines;
    private final Collected collected;
    private final Map<Integer, List<Run>> notes = new HashMap<>();
    private final float left;
    private final float right;
    private final float size;
    private final float pitch;

    PdfParagraphs(List<PdfLine> all, Collected collected) {
        this.collected = collected;
        this.size = most(all.stream().map(PdfLine::size).toList(), 12);
        this.lines = withoutFurniture(all);
        var full = lines.stream().filter(line -> line.text().length() > 30).toList();
        this.left =
                most(full.stream().map(line -> (float) Math.round(line.left())).toList(), 72);
        this.right = (float) full.stream()
                .mapToDouble(PdfLine::right)
                .sorted()
                .skip(full.size() * 9L / 10)
                .findFirst()
                .orElse(540);
        this.pitch = most(pitches(), size * 1.4f);
    }

    private List<Float> pitches() {
        List<Float> pitches = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            float pitch = lines.get(i).y() - lines.get(i - 1).y();
            if (lines.get(i).page() == lines.get(i - 1).page() && pitch > size / 2 && pitch < 3 * size) {
                pitches.add((float) Math.round(pitch));
            }
        }
        return pitches;
    }

    private static float most(List<Float> values, float otherwise) {
        return values.stream()
                .collect(Collectors.groupingBy(v -> v, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(otherwise);
    }

    private static List<PdfLine> withoutFurniture(List<PdfLine> all) {
        var byPage = all.stream().collect(Collectors.groupingBy(PdfLine::page, TreeMap::new, Collectors.toList()));
        Map<String, Integer> seen = new HashMap<>();
        byPage.values().forEach(page -> edges(page).forEach(line -> seen.merge(mask(line), 1, Integer::sum)));
        Set<PdfLine> dropped = new HashSet<>();
        byPage.values()
                .forEach(page -> edges(page).forEach(line -> {
                    boolean repeated = byPage.size() > 2 && seen.getOrDefault(mask(line), 0) * 2 > byPage.size();
                    if (repeated || PAGE_NUMBER.matcher(line.text()).matches()) {
                        dropped.add(line);
                    }
                }));
        return all.stream().filter(line -> !dropped.contains(line)).toList();
    }

    /** The first and last two lines of a page. */
    private static List<PdfLine> edges(List<PdfLine> page) {
        int size = page.size();
        Set<PdfLine> edges = new HashSet<>(page.subList(0, Math.min(2, size)));
        edges.addAll(page.subList(Math.max(0, size - 2), size));
        return List.copyOf(edges);
    }

    private static String mask(PdfLine line) {
        return line.text().replaceAll("\\d+", "#") + "@" + Math.round(line.y() / 4);
    }

    Original original() {
        for (var group : PdfTables.in(withoutNotes(), size)) {
            switch (group) {
                case PdfTables.Rows rows -> table(rows);
                case PdfTables.Flow flow -> flow(flow.lines());
            }
        }
        return collected.original(notes);
    }

    private void table(PdfTables.Rows rows) {
        collected.onPage(rows.page());
        var place = collected.next();
        List<List<Cell>> cells = rows.cells().stream()
                .map(row -> row.stream()
                        .map(lines -> {
                            List<Block> blocks = new ArrayList<>();
                            lines.forEach(line -> collected.add(
                                    new Paragraph(collected.next(), 0, "", 0, true, line.runs()), blocks));
                            return new Cell(blocks, 1, false);
                        })
                        .toList())
                .toList();
        var table = new Table(place, cells);
        collected.blocks().add(table);
        collected.unclear(place, "columns", table.text());
    }

    private void flow(List<PdfLine> body) {
        List<PdfLine> open = new ArrayList<>();
        for (var line : body) {
            if (!open.isEmpty() && !continues(open.getLast(), line, open)) {
                end(open);
                open = new ArrayList<>();
            }
            open.add(line);
        }
        if (!open.isEmpty()) {
            end(open);
        }
    }

    private boolean continues(PdfLine before, PdfLine line, List<PdfLine> open) {
        boolean newPage = before.page() != line.page();
        float step = line.y() - before.y();
        if (!newPage && (step < size / 2 || step > GAP * pitch)) {
            return false;
        }
        if (Math.abs(before.size() - line.size()) > 1
                || before.isBold() != line.isBold()
                        && (before.isBold() && open.size() == 1 && !reachesRight(before) || line.isBold())) {
            return false;
        }
        boolean begins = Numeral.typed(line.text()).isPresent();
        boolean indented = line.left() > left + INDENT;
        if (isCentred(before) || isCentred(line)) {
            return false;
        }
        return reachesRight(before) && !indented && !(begins && endsSentence(before));
    }

    private boolean reachesRight(PdfLine line) {
        return line.right() >= right - RAGGED * (right - left);
    }

    private boolean isCentred(PdfLine line) {
        return line.left() > left + 2 * INDENT && Math.abs(line.middle() - (left + right) / 2) < CENTRED;
    }

    private static boolean endsSentence(PdfLine line) {
        return line.text().matches("(?s).*[.;:!?”\"]$");
    }

    private void end(List<PdfLine> paragraph) {
        List<Run> runs = new ArrayList<>();
        for (var line : paragraph) {
            join(runs, line.runs());
        }
        collected.onPage(paragraph.getFirst().page());
        collected.add(
                new Paragraph(collected.next(), 0, "", 0, isCentred(paragraph.getFirst()), runs), collected.blocks());
    }

    /** A hyphen at the end of a line stays between syllables, as in “Lê-nin”, and goes from within a word of another language. */
    private static void join(List<Run> runs, List<Run> next) {
        if (!runs.isEmpty() && runs.getLast().text().matches("(?s).*\\p{L}-") && !next.isEmpty()) {
            var last = runs.removeLast();
            var before =
                    last.text().replaceAll("(?s).*[^\\p{L}](?=\\p{L}+-$)", "").replace("-", "");
            var after = next.getFirst().text().replaceAll("(?s)^(\\p{L}*).*", "$1");
            boolean syllables = Syllables.isSyllable(before) && Syllables.isSyllable(after);
            runs.add(last.withText(
                    syllables
                            ? last.text()
                            : last.text().substring(0, last.text().length() - 1)));
        } else if (!runs.isEmpty()) {
            runs.add(Run.plain(" "));
        }
        runs.addAll(next);
    }

    /** Notes stand in small letters at the foot of a page and begin with the number that marks them. */
    private List<PdfLine> withoutNotes() {
        Set<Integer> marked = lines.stream()
                .flatMap(line -> line.runs().stream())
                .map(Run::note)
                .filter(n -> n > 0)
                .collect(Collectors.toSet());
        List<PdfLine> body = new ArrayList<>();
        int open = 0;
        int page = 0;
        for (var line : lines) {
            if (line.page() != page) {
                open = 0;
                page = line.page();
            }
            var number = NOTE.matcher(line.text());
            boolean small = line.size() < SMALL * size;
            int raised = line.runs().getFirst().note();
            if (small && raised > 0) {
                open = raised;
                notes.put(
                        open, new ArrayList<>(line.runs().subList(1, line.runs().size())));
            } else if (small && number.find() && marked.contains(Integer.parseInt(number.group(1)))) {
                open = Integer.parseInt(number.group(1));
                notes.put(open, new ArrayList<>(Runs.after(line.runs(), number.end())));
            } else if (small && open > 0) {
                join(notes.computeIfAbsent(open, key -> new ArrayList<>()), line.runs());
            } else {
                open = 0;
                body.add(line);
            }
        }
        return body.stream().map(line -> withKnownNotes(line)).toList();
    }

    /** A small digit that marks no note is a power, or part of a sign. */
    private PdfLine withKnownNotes(PdfLine line) {
        var runs = line.runs().stream()
                .map(run -> run.note() == 0 || notes.containsKey(run.note())
                        ? run
                        : Run.plain(
                                switch (run.note()) {
                                    case 2 -> "²";
                                    case 3 -> "³";
                                    default -> String.valueOf(run.note());
                                }))
                .toList();
        return new PdfLine(line.page(), line.left(), line.right(), line.y(), line.size(), Runs.tidy(runs));
    }
}
