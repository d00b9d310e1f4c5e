package vn.quantriet.content.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.quantriet.content.Clause;
import vn.quantriet.content.DownloadAddress;
import vn.quantriet.content.Holding;
import vn.quantriet.content.Quiz;
import vn.quantriet.content.Relations;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ValidityLabel;
import vn.quantriet.ui.Formats;
import vn.quantriet.ui.Translations;

/** Makes the inside of a text's reading page, in one language. */
public final class TextHtml {
    private static final int SYLLABLES_PER_MINUTE = 220;

    private final Translations texts;
    private final Locale language;

    public TextHtml(Translations texts, Locale language) {
        this.texts = texts;
        this.language = language;
    }

    /** Minutes that reading takes, rounded up; at least one. */
    public static int minutes(Resolution resolution) {
        return Math.max(1, Math.ceilDiv(resolution.syllables(), SYLLABLES_PER_MINUTE));
    }

    /**
     * How a text stands today.
     *
     * @param validity what to say of one that is not in force
     * @param ties to other texts
     */
    public record Standing(Optional<ValidityLabel.Label> validity, List<Relations.Tie> ties) {
        public static final Standing ALONE = new Standing(Optional.empty(), List.of());

        public Standing {
            ties = List.copyOf(ties);
        }
    }

    public String of(ParsedText text, Holding around, Standing standing) {
        var html = new StringBuilder(text.body().length() * 3);
        contents(html, text.resolution());
        html.append("<main class=\"reading\" id=\"main\">");
        head(html, text.resolution(), around, standing);
        html.append("<article class=\"text\">");
        clauses(html, text);
        html.append("</article>");
        downloads(html, text.resolution());
        html.append("<div class=\"foot\"></div></main><aside class=\"thread\" aria-label=\"")
                .append(say("content.fragment.thread"))
                .append("\"></aside>");
        return html.toString();
    }

    private void contents(StringBuilder html, Resolution resolution) {
        var title = say("content.fragment.contents");
        html.append("<nav class=\"toc\" aria-label=\"").append(title).append("\"><h2 class=\"toc-title\">");
        html.append(title).append("</h2><p class=\"toc-count\"></p><ol>");
        for (var clause : resolution.clauses()) {
            html.append("<li><a class=\"toc-link depth-").append(clause.depth()).append("\" href=\"");
            html.append(address(resolution, clause)).append("\" data-clause=\"").append(clause.id());
            html.append("\"><span class=\"tick\" aria-hidden=\"true\"></span><span>");
            html.append(Html.escape(clause.number() + " " + clause.title())).append("</span></a></li>");
        }
        html.append("</ol></nav>");
    }

    private void head(StringBuilder html, Resolution resolution, Holding around, Standing standing) {
        var kind =
                texts.getTranslation("content.kind." + resolution.kind().name().toLowerCase(Locale.ROOT), language);
        html.append("<div class=\"meta\"><span class=\"chip red\">");
        html.append(Html.escape(kind + " " + resolution.number())).append("</span><span class=\"chip\">");
        html.append(Html.escape(resolution.issuer() + " · " + Formats.date(resolution.issued())));
        html.append("</span>");
        standing.validity()
                .ifPresent(label -> html.append("<span class=\"chip late\">")
                        .append(Html.escape(label.text()))
                        .append("</span>"));
        html.append("</div><h1>").append(Html.escape(resolution.title())).append("</h1><p class=\"lead\">");
        html.append(lead(resolution, around)).append("</p>");
        standing.validity().ifPresent(label -> validity(html, label));
        html.append("<p class=\"notice\">")
                .append(say("content.fragment.notice"))
                .append("</p>");
        ties(html, resolution, standing.ties());
    }

    private static void validity(StringBuilder html, ValidityLabel.Label label) {
        html.append("<p class=\"not-in-force\" role=\"note\"><strong>").append(Html.escape(label.sentence()));
        html.append("</strong>");
        label.instead()
                .ifPresent(instead -> html.append(" <a href=\"")
                        .append(instead.href())
                        .append("\">")
                        .append(Html.escape(instead.words()))
                        .append("</a>"));
        html.append("</p>");
    }

    /** A line for each way of being related, with the texts that are. */
    private void ties(StringBuilder html, Resolution resolution, List<Relations.Tie> ties) {
        if (ties.isEmpty()) {
            return;
        }
        html.append("<nav class=\"ties\" aria-label=\"")
                .append(say("content.relations.nav"))
                .append("\"><ul>");
        var byWord = ties.stream()
                .collect(Collectors.groupingBy(RelationWords::key, LinkedHashMap::new, Collectors.toList()));
        byWord.forEach((key, same) -> {
            html.append("<li><span>").append(say(key)).append("</span> ");
            html.append(same.stream().map(this::name).distinct().collect(Collectors.joining(", ")));
            html.append("</li>");
        });
        html.append("</ul><a href=\"")
                .append(RelationWords.address(resolution.id()))
                .append("\">");
        html.append(say("content.relations.open")).append("</a></nav>");
    }

    private String name(Relations.Tie tie) {
        return tie.text()
                .map(text -> "<a href=\"/van-ban/" + text.id() + "\">" + Html.escape(text.number()) + "</a>")
                .orElseGet(() -> say("content.relations.unknown", tie.name()));
    }

    private String lead(Resolution resolution, Holding around) {
        List<String> parts = new ArrayList<>();
        parts.add(say(
                "content.fragment.clauses", number(resolution.readableClauses().size())));
        parts.add(say("content.fragment.minutes", number(minutes(resolution))));
        if (!around.keyPoints().isEmpty()) {
            parts.add(
                    say("content.fragment.keyPoints", number(around.keyPoints().size())));
        }
        around.quiz().map(Quiz::draw).ifPresent(draw -> parts.add(say("content.fragment.quiz", number(draw))));
        return String.join(" · ", parts);
    }

    /** A browser that is told to download does not ask the portal's router where the address leads. */
    private void downloads(StringBuilder html, Resolution resolution) {
        html.append("<p class=\"downloads\"><span class=\"eyebrow\">").append(say("content.fragment.download"));
        html.append("</span>");
        for (var format : List.of("docx", "pdf")) {
            html.append(" <a class=\"chip\" download=\"\" router-ignore=\"\" href=\"")
                    .append(DownloadAddress.of(resolution.id(), format, language.getLanguage()))
                    .append("\">")
                    .append(say("content.fragment.download." + format))
                    .append("</a>");
        }
        html.append("</p>");
    }

    private void clauses(StringBuilder html, ParsedText text) {
        var rendering = Html.ofText(
                text,
                status -> texts.getTranslation("content.fact." + status.name().toLowerCase(Locale.ROOT), language));
        var sections = Section.of(Markdown.parse(text.body(), 0)).iterator();
        for (var clause : text.resolution().clauses()) {
            var blocks = rendering.of(sections.next().blocks());
            clause(html, text.resolution(), clause, blocks);
        }
    }

    /** With its path: a page has a base address, against which a bare hash would lead elsewhere. */
    private static String address(Resolution resolution, Clause clause) {
        return "/van-ban/" + resolution.id() + "#" + clause.id();
    }

    private void clause(StringBuilder html, Resolution resolution, Clause clause, String blocks) {
        var label = clause.label();
        int level = clause.depth() + 2;
        html.append("<section class=\"clause depth-")
                .append(clause.depth())
                .append("\" id=\"")
                .append(clause.id());
        html.append("\" data-syllables=\"")
                .append(clause.syllables())
                .append("\" data-label=\"")
                .append(Html.escape(label));
        html.append("\" data-title=\"")
                .append(Html.escape(clause.title()))
                .append("\"><h")
                .append(level);
        html.append("><a class=\"no\" href=\"")
                .append(address(resolution, clause))
                .append("\" aria-label=\"");
        html.append(say("content.fragment.clauseLink", label))
                .append("\">")
                .append(Html.escape(label))
                .append("</a> ");
        html.append(Html.escape(clause.title())).append("</h").append(level).append('>');
        html.append(blocks).append("</section>");
    }

    private String number(int number) {
        return Formats.number(number, language);
    }

    private String say(String key, Object... arguments) {
        return Html.escape(texts.getTranslation(key, language, arguments));
    }
}
