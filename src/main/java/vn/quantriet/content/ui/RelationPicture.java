package vn.quantriet.content.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;
import vn.quantriet.content.Resolution.Relation.Type;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.format.RelationWords;
import vn.quantriet.content.ui.RelationGraph.Edge;
import vn.quantriet.content.ui.RelationGraph.Node;

/**
 * Draws texts as boxes in rows by their year, newest above, with an arrow from each to what it says something of. The list on the
 * page says the same in words, so the drawing is kept from assistive technology and from the tab key.
 */
final class RelationPicture {
    private static final int MARGIN = 56;
    private static final int HEIGHT = 58;
    private static final int ROW = 110;
    private static final int GAP = 16;

    /** Rows without a year stand last. */
    private static final int NO_YEAR = Integer.MIN_VALUE;

    private final RelationGraph graph;
    private final String name;
    private final int columns;
    private final int width;
    private final String noYear;
    private final Map<ResolutionId, Box> boxes = new HashMap<>();

    /** Lines drawn already between two texts; the next one keeps off them. */
    private final Map<Set<ResolutionId>, Integer> between = new HashMap<>();

    private final StringBuilder svg = new StringBuilder();

    /**
     * @param name of the drawing, unlike that of any other on the page
     * @param width of a box
     * @param noYear words for the row of those whose year is not known
     */
    RelationPicture(RelationGraph graph, String name, int columns, int width, String noYear) {
        this.graph = graph;
        this.name = name;
        this.columns = columns;
        this.width = width;
        this.noYear = noYear;
    }

    private record Box(int x, int y) {}

    String draw() {
        var rows = rows();
        int height = rows.size() * ROW + GAP;
        int across = MARGIN + columns * (width + GAP);
        svg.append("<svg class=\"relation-picture ").append(name).append("\" viewBox=\"0 0 ");
        svg.append(across).append(' ').append(height).append("\" aria-hidden=\"true\" focusable=\"false\"><defs>");
        for (var type : Type.values()) {
            svg.append("<marker id=\"")
                    .append(marker(type))
                    .append("\" class=\"rel-")
                    .append(slug(type));
            svg.append("\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\"");
            svg.append(" orient=\"auto-start-reverse\"><path d=\"M0 0 8 4 0 8z\"/></marker>");
        }
        svg.append("</defs>");
        place(rows);
        // Lines of the one text last: over the others, below the boxes.
        var focus = graph.nodes().getFirst().id();
        graph.edges().stream()
                .sorted(Comparator.comparing(
                        edge -> edge.from().equals(focus) || edge.to().equals(focus)))
                .forEach(this::line);
        graph.nodes().forEach(node -> box(node, node.id().equals(focus)));
        return svg.append("</svg>").toString();
    }

    private record Row(int year, List<Node> nodes) {}

    private List<Row> rows() {
        var byYear = new TreeMap<Integer, List<Node>>(Comparator.reverseOrder());
        for (var node : graph.nodes()) {
            int year = node.text().map(text -> text.issued().getYear()).orElse(NO_YEAR);
            byYear.computeIfAbsent(year, y -> new ArrayList<>()).add(node);
        }
        List<Row> rows = new ArrayList<>();
        byYear.forEach((year, nodes) -> {
            var newestFirst = nodes.stream()
                    .sorted(Comparator.comparing((Node node) -> node.text()
                                    .map(text -> text.issued().toString())
                                    .orElse(""))
                            .reversed()
                            .thenComparing(node -> node.id().value()))
                    .toList();
            for (int from = 0; from < newestFirst.size(); from += columns) {
                rows.add(new Row(year, newestFirst.subList(from, Math.min(from + columns, newestFirst.size()))));
            }
        });
        return rows;
    }

    private void place(List<Row> rows) {
        int last = 0;
        for (int r = 0; r < rows.size(); r++) {
            var row = rows.get(r);
            int y = r * ROW + GAP;
            if (row.year() != last) {
                var words = row.year() == NO_YEAR ? noYear : String.valueOf(row.year());
                svg.append("<text class=\"year\" x=\"0\" y=\"")
                        .append(y + HEIGHT / 2 + 5)
                        .append("\">");
                svg.append(escape(words)).append("</text>");
                last = row.year();
            }
            int free = (columns - row.nodes().size()) * (width + GAP);
            // Not all in the middle: lines that come from above would run behind the boxes.
            int start = MARGIN + (r % 2 == 0 ? free * 3 / 4 : free / 4);
            for (int c = 0; c < row.nodes().size(); c++) {
                boxes.put(row.nodes().get(c).id(), new Box(start + c * (width + GAP), y));
            }
        }
    }

    private void line(Edge edge) {
        var from = boxes.get(edge.from());
        var to = boxes.get(edge.to());
        if (from == null || to == null) {
            return;
        }
        var curve = curve(from, to, between.merge(pair(edge), 1, Integer::sum) - 1);
        svg.append("<path class=\"line rel-")
                .append(slug(edge.type()))
                .append("\" d=\"")
                .append(curve.path());
        svg.append('"');
        if (edge.type() != Type.RELATED) {
            svg.append(" marker-end=\"url(#").append(marker(edge.type())).append(")\"");
        }
        svg.append("/>");
    }

    /** Below the row within one; else straight, or past a side, wherever it runs behind the fewest boxes. */
    private Curve curve(Box from, Box to, int before) {
        boolean level = from.y() == to.y();
        boolean down = from.y() < to.y();
        int bend = 36 + 14 * before;
        int y1 = level || down ? from.y() + HEIGHT : from.y();
        int y2 = level || !down ? to.y() + HEIGHT : to.y();
        int turn1 = y1 + (level || down ? bend : -bend);
        int turn2 = y2 + (level || !down ? bend : -bend);
        int aside = width * 3 / 4 + 16;
        return Stream.of(0, -aside, aside)
                .map(side ->
                        new Curve(from.x() + width / 2, y1, side + 14 * before, turn1, turn2, to.x() + width / 2, y2))
                .min(Comparator.comparing(curve -> boxes.values().stream()
                        .filter(box -> box != from && box != to && curve.crosses(box, width))
                        .count()))
                .orElseThrow();
    }

    /** @param side how far it leans to the right of its ends */
    private record Curve(int x1, int y1, int side, int turn1, int turn2, int x2, int y2) {
        private static final int STEPS = 24;

        String path() {
            return "M" + x1 + " " + y1 + "C" + (x1 + side) + " " + turn1 + " " + (x2 + side) + " " + turn2 + " " + x2
                    + " " + y2;
        }

        boolean crosses(Box box, int width) {
            for (int i = 1; i < STEPS; i++) {
                double t = (double) i / STEPS;
                double x = at(t, x1, x1 + side, x2 + side, x2);
                double y = at(t, y1, turn1, turn2, y2);
                if (x > box.x() && x < box.x() + width && y > box.y() && y < box.y() + HEIGHT) {
                    return true;
                }
            }
            return false;
        }

        private static double at(double t, int a, int b, int c, int d) {
            double s = 1 - t;
            return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
        }
    }

    private static Set<ResolutionId> pair(Edge edge) {
        return Set.of(edge.from(), edge.to());
    }

    private void box(Node node, boolean focus) {
        var box = boxes.get(node.id());
        if (box == null) {
            return;
        }
        var number = node.text().map(text -> text.number()).orElse(node.id().value());
        var title = node.text().map(text -> text.shortTitle()).orElse("");
        var state = (focus ? " focus" : "")
                + (node.inForce() ? "" : " ended")
                + (node.text().isEmpty() ? " unknown" : "");
        boolean linked = node.text().isPresent() && !focus;
        svg.append(linked ? "<a tabindex=\"-1\" href=\"" + RelationWords.address(node.id()) + "\"" : "<g");
        svg.append(" class=\"box").append(state).append("\"><title>").append(escape(number + " " + title));
        svg.append("</title><rect x=\"")
                .append(box.x())
                .append("\" y=\"")
                .append(box.y())
                .append("\" width=\"");
        svg.append(width).append("\" height=\"").append(HEIGHT).append("\" rx=\"10\"/>");
        text("number", box.x() + width / 2, box.y() + (title.isEmpty() ? 34 : 25), number);
        if (!title.isEmpty()) {
            text("name", box.x() + width / 2, box.y() + 45, title);
        }
        svg.append(linked ? "</a>" : "</g>");
    }

    private void text(String kind, int x, int y, String words) {
        int most = width / 8;
        var shown = words.length() > most ? words.substring(0, most - 1).strip() + "…" : words;
        svg.append("<text class=\"")
                .append(kind)
                .append("\" text-anchor=\"middle\" x=\"")
                .append(x);
        svg.append("\" y=\"").append(y).append("\">").append(escape(shown)).append("</text>");
    }

    private String marker(Type type) {
        return name + "-" + slug(type);
    }

    private static String slug(Type type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
