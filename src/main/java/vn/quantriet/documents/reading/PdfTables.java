package vn.quantriet.documents.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds what stands in columns: two rows or more, one below the other, that each have words far apart on one line. Lines of one cell
 * stay with it when they begin where the cell does.
 */
final class PdfTables {
    private static final float SAME_LINE = 2;
    private static final float SAME_COLUMN = 12;
    private static final float FAR_BELOW = 3;

    private PdfTables() {}

    /** Lines that belong together. */
    sealed interface Group {}

    /** Lines that run on. */
    record Flow(List<PdfLine> lines) implements Group {}

    /** @param cells by row and column, each with its lines */
    record Rows(int page, List<List<List<PdfLine>>> cells) implements Group {}

    static List<Group> in(List<PdfLine> lines, float size) {
        List<List<PdfLine>> rows = rows(lines);
        List<Group> groups = new ArrayList<>();
        List<PdfLine> flow = new ArrayList<>();
        int i = 0;
        while (i < rows.size()) {
            int end = tableEnd(rows, i, size);
            if (end - i < 2) {
                flow.addAll(rows.get(i));
                i++;
                continue;
            }
            if (!flow.isEmpty()) {
                groups.add(new Flow(flow));
                flow = new ArrayList<>();
            }
            groups.add(table(rows.subList(i, end)));
            i = end;
        }
        if (!flow.isEmpty()) {
            groups.add(new Flow(flow));
        }
        return groups;
    }

    /** What stands at one height. */
    private static List<List<PdfLine>> rows(List<PdfLine> lines) {
        List<List<PdfLine>> rows = new ArrayList<>();
        for (var line : lines) {
            boolean beside = !rows.isEmpty()
                    && rows.getLast().getFirst().page() == line.page()
                    && Math.abs(rows.getLast().getFirst().y() - line.y()) < SAME_LINE;
            if (!beside) {
                rows.add(new ArrayList<>());
            }
            rows.getLast().add(line);
        }
        return rows;
    }

    private static int tableEnd(List<List<PdfLine>> rows, int from, float size) {
        if (rows.get(from).size() < 2) {
            return from;
        }
        var lefts = new ArrayList<Float>();
        rows.get(from).forEach(line -> lefts.add(line.left()));
        int wide = 1;
        int end = from + 1;
        int lastWide = end;
        while (end < rows.size()) {
            var row = rows.get(end);
            var before = rows.get(end - 1).getFirst();
            var now = row.getFirst();
            if (now.page() != before.page() || now.y() - before.y() > FAR_BELOW * size) {
                break;
            }
            if (row.size() > 1) {
                wide++;
                row.forEach(line -> lefts.add(line.left()));
                lastWide = end + 1;
            } else if (!belongs(now, rows.get(end - 1), lefts)) {
                break;
            } else {
                // A cell's next line; counts once something wide follows, or as the last line of the last row.
                lastWide = end + 1;
            }
            end++;
        }
        return wide < 2 ? from : lastWide;
    }

    /** Whether a single line begins, or has its middle, where a cell of a row above has: and not at the margin of running text alone. */
    private static boolean belongs(PdfLine line, List<PdfLine> above, List<Float> lefts) {
        boolean known = lefts.stream().anyMatch(left -> Math.abs(left - line.left()) < SAME_COLUMN)
                || above.stream().anyMatch(cell -> Math.abs(cell.middle() - line.middle()) < SAME_COLUMN);
        float widest = above.stream().map(PdfLine::right).max(Float::compare).orElse(0f);
        return known && line.right() < widest;
    }

    private static Rows table(List<List<PdfLine>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        var pattern =
                rows.stream().filter(row -> row.size() == columns).findFirst().orElse(rows.getFirst());
        List<List<List<PdfLine>>> cells = new ArrayList<>();
        for (var row : rows) {
            boolean continuation = row.size() == 1 && !cells.isEmpty();
            if (!continuation) {
                List<List<PdfLine>> empty = new ArrayList<>();
                for (int column = 0; column < columns; column++) {
                    empty.add(new ArrayList<>());
                }
                cells.add(empty);
            }
            row.forEach(line -> cells.getLast().get(column(line, pattern)).add(line));
        }
        return new Rows(rows.getFirst().getFirst().page(), cells);
    }

    private static int column(PdfLine line, List<PdfLine> pattern) {
        int nearest = 0;
        for (int i = 1; i < pattern.size(); i++) {
            if (distance(line, pattern.get(i)) < distance(line, pattern.get(nearest))) {
                nearest = i;
            }
        }
        return nearest;
    }

    private static float distance(PdfLine line, PdfLine column) {
        return Math.min(Math.abs(line.left() - column.left()), Math.abs(line.middle() - column.middle()));
    }
}
