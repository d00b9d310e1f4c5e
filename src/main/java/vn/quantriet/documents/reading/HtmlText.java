package vn.quantriet.documents.reading;

import java.util.List;

/** Writes letters as HTML. */
final class HtmlText {
    private HtmlText() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String of(List<Run> runs) {
        var html = new StringBuilder();
        for (var run : runs) {
            if (run.note() > 0) {
                html.append("<sup>[").append(run.note()).append("]</sup>");
                continue;
            }
            if (run.bold()) {
                html.append("<strong>");
            }
            if (run.italic()) {
                html.append("<em>");
            }
            if (run.strike()) {
                html.append("<s>");
            }
            html.append(escaped(run.text()));
            if (run.strike()) {
                html.append("</s>");
            }
            if (run.italic()) {
                html.append("</em>");
            }
            if (run.bold()) {
                html.append("</strong>");
            }
        }
        return html.toString();
    }
}
