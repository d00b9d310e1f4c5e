package vn.quantriet.content.format;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.Question;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.ui.Formats;
import vn.quantriet.ui.Translations;

/**
 * Shows a file that is being written. Unlike {@link TextHtml} it takes headings as they come, so that a text whose numbering is wrong
 * can be seen while it is mended.
 */
public final class PreviewHtml {

    private final Translations texts;
    private final Locale language;

    public PreviewHtml(Translations texts, Locale language) {
        this.texts = texts;
        this.language = language;
    }

    /** Of a file whose attachments are all in the library. @param path below the text's folder */
    public String of(ResolutionId id, String path, String markdown) {
        return of(id, path, markdown, Map.of());
    }

    /**
     * @param path below the text's folder
     * @param elsewhere addresses of attachments that are not in the library yet, by name
     */
    public String of(ResolutionId id, String path, String markdown, Map<String, String> elsewhere) {
        var file = SourceFile.of(id + "/" + path, markdown).beside(AttachedFiles.UNKNOWN.and(elsewhere));
        try {
            return path.equals(Manuscript.QUIZ) ? quiz(id, file) : parts(id, path, file);
        } catch (StackOverflowError | PatientText.TooComplex e) {
            return "";
        }
    }

    private String parts(ResolutionId id, String path, SourceFile file) {
        boolean slides = path.startsWith(Manuscript.DECKS);
        var text = path.equals(Manuscript.TEXT)
                ? LibraryFormat.resolution(id, file).value()
                : Optional.<ParsedText>empty();
        var rendering = text.map(t -> Html.ofText(
                        t,
                        status -> texts.getTranslation(
                                "content.fact." + status.name().toLowerCase(Locale.ROOT), language)))
                .orElseGet(() -> Html.around(id, file));
        int start = FrontMatter.bodyStart(file.text());
        var body = Markdown.parse(file, start, file.text().length());
        var html = new StringBuilder();
        text.ifPresent(t ->
                html.append("<h1>").append(Html.escape(t.resolution().title())).append("</h1>"));
        if (slides) {
            slides(body, file, rendering, html);
        } else {
            html.append("<div class=\"text\">");
            Section.of(body).forEach(section -> section(section, body, file, rendering, html));
            html.append("</div>");
        }
        return html.toString();
    }

    private static void section(Section section, Markdown body, SourceFile file, Html rendering, StringBuilder html) {
        if (section.heading().isEmpty()) {
            html.append(rendering.of(section.blocks()));
            return;
        }
        Heading heading = section.heading().get();
        int level = Math.clamp(heading.getLevel(), 2, 4);
        html.append("<section class=\"clause depth-").append(level - 2).append('"');
        line(html, body.positionOf(heading), file);
        html.append("><h").append(level).append('>').append(Html.escape(PlainText.of(heading)));
        html.append("</h")
                .append(level)
                .append('>')
                .append(rendering.of(section.blocks()))
                .append("</section>");
    }

    private static void slides(Markdown body, SourceFile file, Html rendering, StringBuilder html) {
        List<Node> slide = new ArrayList<>();
        for (var block : body.blocks()) {
            if (block instanceof ThematicBreak) {
                slide(slide, body, file, rendering, html);
                slide = new ArrayList<>();
            } else {
                slide.add(block);
            }
        }
        slide(slide, body, file, rendering, html);
    }

    /** Words of the speaker stand below the slide, as whoever writes them sees both. */
    private static void slide(List<Node> blocks, Markdown body, SourceFile file, Html rendering, StringBuilder html) {
        if (blocks.isEmpty()) {
            return;
        }
        int notes = IntStream.range(0, blocks.size())
                .filter(i -> PlainText.of(blocks.get(i)).strip().equals("Lời giảng:"))
                .findFirst()
                .orElse(blocks.size());
        html.append("<div class=\"slide-page\"");
        line(html, body.positionOf(blocks.getFirst()), file);
        html.append("><div class=\"slide\">")
                .append(rendering.of(blocks.subList(0, notes)))
                .append("</div>");
        if (notes < blocks.size()) {
            html.append("<div class=\"speaker-notes\">")
                    .append(rendering.of(blocks.subList(notes + 1, blocks.size())))
                    .append("</div>");
        }
        html.append("</div>");
    }

    private String quiz(ResolutionId id, SourceFile file) {
        return LibraryFormat.quiz(id, file)
                .value()
                .map(quiz -> quiz.questions().stream().map(this::question).collect(Collectors.joining()))
                .orElse("");
    }

    private String question(Question question) {
        String answers = switch (question) {
            case Question.OneAnswer one -> options(one.options(), Set.of(one.right()));
            case Question.SeveralAnswers several -> options(several.options(), several.right());
            case Question.Ordering ordering ->
                ordering.items().stream()
                        .map(item -> "<li>" + Html.escape(item) + "</li>")
                        .collect(Collectors.joining("", "<ol>", "</ol>"));
            case Question.ShortText typed -> "<p>" + Html.escape(String.join(" | ", typed.accepted())) + "</p>";
        };
        return "<section class=\"preview-question\"><p class=\"eyebrow\">"
                + Html.escape(texts.getTranslation(
                        "content.preview.question", language, Formats.number(question.number(), language)))
                + "</p><div>" + question.prompt() + "</div>" + answers + "<blockquote>" + question.explanation()
                + "</blockquote></section>";
    }

    private String options(List<String> options, Set<Integer> right) {
        String mark = "<b>" + Html.escape(texts.getTranslation("content.preview.right", language)) + "</b> ";
        return IntStream.range(0, options.size())
                .mapToObj(i -> right.contains(i)
                        ? "<li class=\"is-right\">" + mark + Html.escape(options.get(i)) + "</li>"
                        : "<li>" + Html.escape(options.get(i)) + "</li>")
                .collect(Collectors.joining("", "<ul>", "</ul>"));
    }

    private static void line(StringBuilder html, int position, SourceFile file) {
        html.append(" data-line=\"").append(file.problem(position, "").line()).append('"');
    }
}
