package vn.quantriet.content.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;
import vn.quantriet.content.TextHistory.ClauseDifference;
import vn.quantriet.content.TextHistory.PartDifference;
import vn.quantriet.content.TextHistory.Stretch;

/**
 * What differs between two versions, side by side, as HTML: it is sent to the browser once and kept nowhere. Every word of a text
 * is escaped. What was left out or put in is said in words to whoever does not see the marks.
 */
final class DifferenceHtml {
    private final Words words;
    private final StringBuilder html = new StringBuilder();

    private DifferenceHtml(Words words) {
        this.words = words;
    }

    /** The texts of the page. */
    interface Words {
        String of(String key, Object... arguments);
    }

    /** Clauses in their order, those that are the same folded together, and other parts by file. */
    static String of(List<ClauseDifference> clauses, List<PartDifference> others, Words words) {
        return new DifferenceHtml(words).write(clauses, others);
    }

    private String write(List<ClauseDifference> clauses, List<PartDifference> others) {
        html.append("<div class=\"diff\">");
        List<ClauseDifference> same = new ArrayList<>();
        for (var clause : clauses) {
            if (kind(clause).equals("same")) {
                same.add(clause);
            } else {
                fold(same);
                clause(clause);
            }
        }
        fold(same);
        others.forEach(this::other);
        return html.append("</div>").toString();
    }

    private static String kind(ClauseDifference clause) {
        if (clause.labelBefore().isEmpty()) {
            return "added";
        }
        if (clause.labelAfter().isEmpty()) {
            return "removed";
        }
        if (clause.isReworded()) {
            return "reworded";
        }
        return clause.labelBefore().equals(clause.labelAfter()) ? "same" : "moved";
    }

    private void fold(List<ClauseDifference> same) {
        if (same.isEmpty()) {
            return;
        }
        var labels = same.stream().map(ClauseDifference::labelAfter).collect(Collectors.joining(", "));
        html.append("<details class=\"diff-same\"><summary>")
                .append(escaped(words.of("content.history.same", String.valueOf(same.size()), labels)))
                .append("</summary>");
        same.forEach(clause -> html.append("<p class=\"diff-words\"><b>")
                .append(escaped(clause.labelAfter()))
                .append("</b> ")
                .append(escaped(clause.after().stream().map(Stretch::text).collect(Collectors.joining())))
                .append("</p>"));
        html.append("</details>");
        same.clear();
    }

    private void clause(ClauseDifference clause) {
        var kind = kind(clause);
        var label = clause.labelAfter().isEmpty() ? clause.labelBefore() : clause.labelAfter();
        var chip = kind.equals("moved")
                        || kind.equals("reworded") && !clause.labelBefore().equals(label)
                ? words.of("content.history.kind.moved", clause.labelBefore())
                : words.of("content.history.kind." + kind);
        part(label, chip, kind, clause.before(), clause.after());
    }

    private void other(PartDifference part) {
        var kind = part.before().isEmpty() ? "added" : part.after().isEmpty() ? "removed" : "reworded";
        part(
                part.file() + " · "
                        + (part.heading().equals(PartDifference.FRONT_MATTER)
                                ? words.of("content.history.frontMatter")
                                : part.heading()),
                words.of("content.history.kind." + kind),
                kind,
                part.before(),
                part.after());
    }

    private void part(String title, String chip, String kind, List<Stretch> before, List<Stretch> after) {
        var tone = switch (kind) {
            case "added" -> "done";
            case "removed" -> "late";
            default -> "doing";
        };
        html.append("<article class=\"card diff-part\"><h3>")
                .append(escaped(title))
                .append(" <span class=\"chip ")
                .append(tone)
                .append("\">")
                .append(escaped(chip))
                .append("</span></h3><div class=\"diff-sides\">");
        side("content.history.before", "del", before);
        side("content.history.after", "ins", after);
        html.append("</div></article>");
    }

    private void side(String heading, String tag, List<Stretch> stretches) {
        html.append("<div><p class=\"eyebrow\">")
                .append(escaped(words.of(heading)))
                .append("</p>");
        if (stretches.isEmpty()) {
            html.append("<p class=\"sub\">")
                    .append(escaped(words.of("content.history.absent")))
                    .append("</p></div>");
            return;
        }
        html.append("<p class=\"diff-words\">");
        for (var stretch : stretches) {
            if (stretch.changed()) {
                html.append('<')
                        .append(tag)
                        .append("><span class=\"sr\">")
                        .append(escaped(words.of(tag.equals("del") ? "content.history.del" : "content.history.ins")))
                        .append(" </span>")
                        .append(escaped(stretch.text()))
                        .append("</")
                        .append(tag)
                        .append('>');
            } else {
                html.append(escaped(stretch.text()));
            }
        }
        html.append("</p></div>");
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
