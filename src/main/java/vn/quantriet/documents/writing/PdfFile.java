package vn.quantriet.documents.writing;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.quantriet.content.Clause;

/** Prints texts and decks as PDF, tagged, with bookmarks and its fonts inside. Nothing is fetched from anywhere. */
final class PdfFile {
    private static final String FONTS = "/liberation/";

    static {
        // Its own way is java.util.logging, with a line for every font and link.
        XRLog.setLoggerImpl(new Slf4jLogger());
    }

    private PdfFile() {}

    static void write(TextCopy copy, String portal, Wording wording, OutputStream out) throws IOException {
        var text = copy.text();
        var figures = copy.figures();
        var anchors = new Anchors(
                portal, text.id(), figures.stream().map(TextCopy.Figure::id).toList());
        var html = new PrintHtml(anchors);
        html.element("div", "running", text.number() + " · " + text.shortTitle());
        html.element("p", "identity", wording.identity(text)).element("h1", "title", text.title());
        html.element("p", "notice", wording.say("documents.text.notice"));
        html.element(
                "p",
                "source",
                wording.say(
                        "documents.text.source",
                        text.source(),
                        wording.say("documents.status." + text.status().name().toLowerCase(Locale.ROOT))));
        contents(html, copy, wording);
        body(html, copy);
        part(html, wording, WordFile.KEY_POINTS, "documents.text.keyPoints", copy.keyPoints());
        part(html, wording, WordFile.QUIZ, "documents.text.quiz", copy.quiz());
        facts(html, wording, figures);
        print(page(text.number() + " " + text.title(), "text.css", bookmarks(copy, wording, figures), html), out);
    }

    static void write(DeckCopy copy, String portal, Wording wording, OutputStream out) throws IOException {
        var html = new PrintHtml(new Anchors(portal, copy.text().id(), List.of()));
        var bookmarks = new StringBuilder();
        html.raw("<div class=\"sheet cover\">")
                .element("h1", "title", copy.deck().title());
        html.element("p", "by", wording.identity(copy.text()));
        html.element("p", "by", wording.say("documents.deck.by", copy.deck().reporter()));
        html.element("p", "by", wording.say("documents.deck.for", copy.deck().audience()))
                .raw("</div>");
        int number = 0;
        for (var sheet : copy.slides()) {
            number++;
            var last = number == copy.slides().size() ? " last" : "";
            bookmark(bookmarks, number + ". " + Run.text(sheet.title()), "trang-" + number);
            html.raw("<div class=\"sheet" + (sheet.notes().isEmpty() ? last : "") + "\" style=\"font-size: "
                    + size(sheet) + "pt\">");
            html.heading(new Block.Heading(1, sheet.title()), Optional.of("trang-" + number));
            html.blocks(sheet.content()).raw("</div>");
            if (!sheet.notes().isEmpty()) {
                html.raw("<div class=\"notes" + last + "\">")
                        .element("h2", "of", wording.say("documents.deck.notes", Run.text(sheet.title())))
                        .blocks(sheet.notes())
                        .raw("</div>");
            }
        }
        print(page(copy.deck().title(), "deck.css", bookmarks.toString(), html), out);
    }

    /** What fits the slide for PowerPoint fits the page. */
    private static double size(DeckCopy.Sheet sheet) {
        return SlidePaging.of(sheet.content()).getFirst().size() * 0.86;
    }

    private static void contents(PrintHtml html, TextCopy copy, Wording wording) {
        html.element("p", "toc-title", wording.say("documents.text.contents")).raw("<div class=\"toc\">");
        for (var clause : copy.text().clauses()) {
            var words = clause.number() + " " + clause.title();
            html.raw("<p class=\"depth-" + clause.depth() + "\"><a title=\"")
                    .text(words)
                    .raw("\" href=\"#");
            html.text(Anchors.ofClause(clause.id().value()))
                    .raw("\">")
                    .text(words)
                    .raw("</a></p>");
        }
        html.raw("</div>");
    }

    private static void body(PrintHtml html, TextCopy copy) {
        Iterator<Clause> clauses = copy.text().clauses().iterator();
        for (var block : copy.body()) {
            if (block instanceof Block.Heading heading && clauses.hasNext()) {
                html.heading(
                        heading,
                        Optional.of(Anchors.ofClause(clauses.next().id().value())));
            } else {
                html.blocks(List.of(block));
            }
        }
    }

    private static void part(PrintHtml html, Wording wording, String id, String title, List<Block> content) {
        if (content.isEmpty()) {
            return;
        }
        partTitle(html, wording, id, title);
        for (var block : content) {
            html.blocks(List.of(block instanceof Block.Heading heading ? new Block.Heading(3, heading.runs()) : block));
        }
    }

    private static void facts(PrintHtml html, Wording wording, List<TextCopy.Figure> figures) {
        if (figures.isEmpty()) {
            return;
        }
        partTitle(html, wording, WordFile.FACTS, "documents.text.facts");
        html.raw("<div class=\"facts\">");
        int number = 0;
        for (var figure : figures) {
            number++;
            html.raw("<p id=\"" + Anchors.ofFact(number) + "\">")
                    .text(wording.say(
                            "documents.text.fact",
                            String.valueOf(number),
                            figure.phrase(),
                            wording.verification(figure.fact()),
                            figure.fact().source()))
                    .raw("</p>");
        }
        html.raw("</div>");
    }

    private static void partTitle(PrintHtml html, Wording wording, String id, String title) {
        html.raw("<h2 class=\"part\" id=\"" + id + "\">")
                .text(wording.say(title))
                .raw("</h2>");
    }

    private static String bookmarks(TextCopy copy, Wording wording, List<TextCopy.Figure> figures) {
        var bookmarks = new StringBuilder();
        int open = 0;
        for (var clause : copy.text().clauses()) {
            for (; open > clause.depth(); open--) {
                bookmarks.append("</bookmark>");
            }
            bookmarks
                    .append("<bookmark name=\"")
                    .append(PrintHtml.escape(clause.number() + " " + clause.title()))
                    .append("\" href=\"#")
                    .append(Anchors.ofClause(clause.id().value()))
                    .append("\">");
            open++;
        }
        bookmarks.append("</bookmark>".repeat(open));
        if (!copy.keyPoints().isEmpty()) {
            bookmark(bookmarks, wording.say("documents.text.keyPoints"), WordFile.KEY_POINTS);
        }
        if (!copy.quiz().isEmpty()) {
            bookmark(bookmarks, wording.say("documents.text.quiz"), WordFile.QUIZ);
        }
        if (!figures.isEmpty()) {
            bookmark(bookmarks, wording.say("documents.text.facts"), WordFile.FACTS);
        }
        return bookmarks.toString();
    }

    private static void bookmark(StringBuilder bookmarks, String name, String target) {
        bookmarks
                .append("<bookmark name=\"")
                .append(PrintHtml.escape(name))
                .append("\" href=\"#")
                .append(target)
                .append("\"/>");
    }

    private static String page(String title, String css, String bookmarks, PrintHtml body) throws IOException {
        return "<html lang=\"vi\"><head><title>" + PrintHtml.escape(title) + "</title><meta name=\"subject\" content=\""
                + PrintHtml.escape(title) + "\"/><style>" + style(css) + "</style><bookmarks>" + bookmarks
                + "</bookmarks></head><body>" + body + "</body></html>";
    }

    private static String style(String name) throws IOException {
        try (var in = stream(PdfFile.class, name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream stream(Class<?> beside, String name) throws IOException {
        var in = beside.getResourceAsStream(name);
        if (in == null) {
            throw new IOException("resource " + name + " is missing");
        }
        return in;
    }

    private static void print(String html, OutputStream out) throws IOException {
        var builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.useUriResolver((base, uri) -> null);
        builder.withProducer("Quán Triệt");
        for (var family : List.of("Serif", "Sans", "Mono")) {
            font(builder, family, "Regular", 400, FontStyle.NORMAL);
            font(builder, family, "Bold", 700, FontStyle.NORMAL);
            font(builder, family, "Italic", 400, FontStyle.ITALIC);
            font(builder, family, "BoldItalic", 700, FontStyle.ITALIC);
        }
        builder.withHtmlContent(Normalizer.normalize(html, Normalizer.Form.NFC), null);
        builder.toStream(out);
        builder.run();
    }

    private static void font(PdfRendererBuilder builder, String family, String face, int weight, FontStyle style) {
        builder.useFont(
                () -> {
                    try {
                        return stream(PdfFile.class, FONTS + "Liberation" + family + "-" + face + ".ttf");
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                },
                "Qt" + family,
                weight,
                style,
                true);
    }
}
