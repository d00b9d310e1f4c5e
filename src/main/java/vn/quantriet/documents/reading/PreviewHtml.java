package vn.quantriet.documents.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.quantriet.documents.reading.Block.Paragraph;
import vn.quantriet.documents.reading.Block.Picture;
import vn.quantriet.documents.reading.Block.Table;
import vn.quantriet.documents.reading.Outline.Clause;

/** Shows what was made of a document, each part with the number of the block it came from. */
final class PreviewHtml {
    private final StringBuilder html = new StringBuilder();
    private final Set<Integer> marked = new HashSet<>();
    private boolean inList;

    void add(Clause clause, Map<Integer, List<Run>> notes) {
        var tag = "h" + (clause.depth() + 3);
        html.append('<').append(tag).append(id(clause.place())).append('>');
        html.append(HtmlText.escaped((clause.number() + " " + clause.title()).strip()));
        html.append("</").append(tag).append('>');
        var called = new TreeSet<Integer>();
        for (int i = 0; i < clause.body().size(); i++) {
            add(clause.body().get(i), i < clause.quoted(), called);
        }
        endList();
        called.forEach(note -> html.append("<p class=\"note\">[")
                .append(note)
                .append("] ")
                .append(HtmlText.of(notes.getOrDefault(note, List.of())))
                .append("</p>"));
    }

    void addPage(int number) {
        html.append(HtmlText.page(number));
    }

    String html() {
        return html.toString();
    }

    /** Each id once, though a block may have become a heading and the words below it. */
    private String id(Place place) {
        return place.number() > 0 && marked.add(place.number()) ? " id=\"r" + place.number() + "\"" : "";
    }

    private void add(Block block, boolean quoted, Set<Integer> called) {
        switch (block) {
            case Paragraph p -> paragraph(p, quoted, called);
            case Table t -> table(t, called);
            case Picture p -> {
                endList();
                html.append(HtmlText.picture(p, id(p.place())));
            }
        }
    }

    private void paragraph(Paragraph p, boolean quoted, Set<Integer> called) {
        if (Line.isOrnament(p)) {
            return;
        }
        p.runs().stream().filter(run -> run.note() > 0).forEach(run -> called.add(run.note()));
        var line = Line.of(p);
        if (line.isBullet() && !quoted) {
            html.append(inList ? "" : "<ul>");
            inList = true;
            html.append("<li")
                    .append(id(p.place()))
                    .append('>')
                    .append(HtmlText.of(line.rest()))
                    .append("</li>");
            return;
        }
        endList();
        html.append(quoted ? "<p class=\"quoted\"" : "<p").append(id(p.place())).append('>');
        html.append(p.label().isEmpty() || line.isBullet() ? "" : HtmlText.escaped(p.label()) + " ");
        html.append(HtmlText.of(p.runs())).append("</p>");
    }

    private void table(Table table, Set<Integer> called) {
        endList();
        html.append("<table").append(id(table.place())).append("><tbody>");
        for (var row : table.rows()) {
            html.append("<tr>");
            for (var cell : row) {
                html.append(cell.columns() > 1 ? "<td colspan=\"" + cell.columns() + "\">" : "<td>");
                cell.blocks().forEach(block -> add(block, false, called));
                endList();
                html.append("</td>");
            }
            html.append("</tr>");
        }
        html.append("</tbody></table>");
    }

    private void endList() {
        html.append(inList ? "</ul>" : "");
        inList = false;
    }
}
