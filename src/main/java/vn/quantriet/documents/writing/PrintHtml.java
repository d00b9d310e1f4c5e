package vn.quantriet.documents.writing;

import java.util.List;
import java.util.Optional;
import org.springframework.web.util.HtmlUtils;
import vn.quantriet.documents.writing.Block.Align;
import vn.quantriet.documents.writing.Block.Cell;
import vn.quantriet.documents.writing.Block.Tick;
import vn.quantriet.documents.writing.Run.Look;

/** Writes blocks as XHTML to be printed. */
final class PrintHtml {
    private final Anchors anchors;
    private final StringBuilder html = new StringBuilder();

    PrintHtml(Anchors anchors) {
        this.anchors = anchors;
    }

    static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8").replace("&#39;", "'");
    }

    PrintHtml raw(String xhtml) {
        html.append(xhtml);
        return this;
    }

    PrintHtml text(String text) {
        return raw(escape(text));
    }

    PrintHtml element(String name, String css, String text) {
        return raw("<" + name + " class=\"" + css + "\">").text(text).raw("</" + name + ">");
    }

    PrintHtml blocks(List<? extends Block> blocks) {
        blocks.forEach(this::block);
        return this;
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading heading -> heading(heading, Optional.empty());
            case Block.Paragraph paragraph ->
                raw(isCitation(paragraph) ? "<p class=\"cites\">" : "<p>")
                        .runs(paragraph.runs())
                        .raw("</p>");
            case Block.Listing list -> list(list);
            case Block.Quote quote -> raw("<blockquote>").blocks(quote.blocks()).raw("</blockquote>");
            case Block.Table table -> table(table);
            case Block.Code code -> raw("<pre>").text(code.text()).raw("</pre>");
            case Block.Rule rule -> raw("<hr/>");
        }
    }

    void heading(Block.Heading heading, Optional<String> bookmark) {
        raw("<h" + heading.level());
        bookmark.ifPresent(name -> raw(" id=\"" + escape(name) + "\""));
        raw(">").runs(heading.runs()).raw("</h" + heading.level() + ">");
    }

    private static boolean isCitation(Block.Paragraph paragraph) {
        return paragraph.runs().stream()
                .allMatch(run -> run.text().isBlank()
                        || run.link().filter(link -> link.startsWith("clause:")).isPresent());
    }

    private void list(Block.Listing list) {
        raw(list.first().map(first -> "<ol start=\"" + first + "\">").orElse("<ul>"));
        for (var item : list.items()) {
            raw(item.tick() == Tick.NONE ? "<li>" : "<li class=\"tick\">");
            if (item.tick() != Tick.NONE) {
                raw("<span class=\"box" + (item.tick() == Tick.TICKED ? " ticked" : "") + "\"></span>");
            }
            if (!item.blocks().isEmpty() && item.blocks().getFirst() instanceof Block.Paragraph words) {
                runs(words.runs()).blocks(item.blocks().subList(1, item.blocks().size()));
            } else {
                blocks(item.blocks());
            }
            raw("</li>");
        }
        raw(list.first().isPresent() ? "</ol>" : "</ul>");
    }

    private void table(Block.Table table) {
        raw("<table><thead>").row("th", table, 0).raw("</thead><tbody>");
        for (int i = 1; i < table.rows().size(); i++) {
            row("td", table, i);
        }
        raw("</tbody></table>");
    }

    private PrintHtml row(String name, Block.Table table, int index) {
        raw("<tr>");
        for (int i = 0; i < table.columns().size(); i++) {
            Cell cell = table.rows().get(index).get(i);
            raw("<" + name + align(table.columns().get(i)) + ">")
                    .runs(cell.runs())
                    .raw("</" + name + ">");
        }
        return raw("</tr>");
    }

    private static String align(Align align) {
        return switch (align) {
            case NONE, LEFT -> "";
            case CENTER -> " style=\"text-align: center\"";
            case RIGHT -> " style=\"text-align: right\"";
        };
    }

    PrintHtml runs(List<Run> runs) {
        for (int i = 0; i < runs.size(); i++) {
            var run = runs.get(i);
            var fact = run.link().flatMap(anchors::fact);
            run.link().ifPresentOrElse(link -> linked(run, link, fact.isPresent()), () -> words(run));
            boolean ends = i + 1 == runs.size() || !runs.get(i + 1).link().equals(run.link());
            if (ends) {
                fact.ifPresent(number -> raw("<sup>[" + number + "]</sup>"));
            }
        }
        return this;
    }

    private void linked(Run run, String link, boolean fact) {
        var target = anchors.bookmark(link).map(name -> "#" + name).orElseGet(() -> anchors.address(link));
        raw("<a" + (fact ? " class=\"fact\"" : "") + " title=\"" + escape(run.text()) + "\" href=\"" + escape(target)
                + "\">");
        words(run);
        raw("</a>");
    }

    private void words(Run run) {
        for (var look : run.looks()) {
            raw("<" + element(look) + ">");
        }
        raw(escape(run.text()).replace("\n", "<br/>"));
        for (var look : List.copyOf(run.looks()).reversed()) {
            raw("</" + element(look) + ">");
        }
    }

    private static String element(Look look) {
        return switch (look) {
            case BOLD -> "strong";
            case ITALIC -> "em";
            case STRUCK -> "del";
            case CODE -> "code";
        };
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
