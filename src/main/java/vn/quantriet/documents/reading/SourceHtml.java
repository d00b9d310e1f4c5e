package vn.quantriet.documents.reading;

import java.util.TreeMap;
import vn.quantriet.documents.reading.Block.Paragraph;
import vn.quantriet.documents.reading.Block.Picture;
import vn.quantriet.documents.reading.Block.Table;

/** Shows a document as it is, plainly: for comparing, not for beauty. */
final class SourceHtml {
    private final StringBuilder html = new StringBuilder();
    private final boolean drawn;
    private int page;

    /** @param drawn whether there are pictures of its pages */
    private SourceHtml(boolean drawn) {
        this.drawn = drawn;
    }

    static String of(Original original) {
        return of(original, false);
    }

    static String ofSlides(Original original) {
        return of(original, true);
    }

    private static String of(Original original, boolean drawn) {
        var source = new SourceHtml(drawn);
        original.blocks().forEach(block -> source.add(block, true));
        new TreeMap<>(original.notes())
                .forEach((number, runs) -> source.html
                        .append("<p class=\"note\">[")
                        .append(number)
                        .append("] ")
                        .append(HtmlText.of(runs))
                        .append("</p>"));
        return source.html.toString();
    }

    private void add(Block block, boolean top) {
        int now = block.place().page();
        if (top && now > 0 && now != page) {
            page = now;
            html.append("<p class=\"page\">").append(page).append("</p>");
            html.append(drawn ? HtmlText.page(page) : "");
        }
        int number = block.place().number();
        switch (block) {
            case Paragraph p -> {
                html.append("<p id=\"s").append(number).append('"');
                if (p.centred()) {
                    html.append(" class=\"centred\"");
                }
                html.append('>');
                if (!p.label().isEmpty()) {
                    html.append("<span class=\"label\">")
                            .append(HtmlText.escaped(p.label()))
                            .append("</span> ");
                }
                html.append(HtmlText.of(p.runs())).append("</p>");
            }
            case Table t -> table(t);
            case Picture p -> html.append(HtmlText.picture(p, " id=\"s" + number + "\""));
        }
    }

    private void table(Table table) {
        html.append("<table id=\"s").append(table.place().number()).append("\"><tbody>");
        for (var row : table.rows()) {
            html.append("<tr>");
            for (var cell : row) {
                html.append(cell.columns() > 1 ? "<td colspan=\"" + cell.columns() + "\">" : "<td>");
                cell.blocks().forEach(block -> add(block, false));
                html.append("</td>");
            }
            html.append("</tr>");
        }
        html.append("</tbody></table>");
    }
}
