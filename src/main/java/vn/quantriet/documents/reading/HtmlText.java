package vn.quantriet.documents.reading;

import java.util.List;
import vn.quantriet.documents.SlidePage;

/** Writes letters as HTML. */
final class HtmlText {
    private HtmlText() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** One that was not taken is told by its words. @param attributes of its paragraph */
    static String picture(Block.Picture picture, String attributes) {
        var shown = picture.file().isEmpty()
                ? "▨ " + escaped(picture.description())
                : "<img src=\"files/" + picture.file() + "\" alt=\"" + escaped(picture.words()) + "\">";
        return "<p" + attributes + " class=\"picture\">" + shown + "</p>";
    }

    /** A page as it looks, where it could be drawn. */
    static String page(int number) {
        return "<p class=\"picture\"><img src=\"files/" + SlidePage.file(number) + "\" alt=\"\"></p>";
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
