package vn.quantriet.documents.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.quantriet.documents.Reading;
import vn.quantriet.documents.Unclear;
import vn.quantriet.documents.reading.Outline.Clause;

/** Makes a text of the library of a document in words. */
final class TextReading {
    private static final String WRAPPER = "Nội dung";

    private TextReading() {}

    static Reading of(Original original) {
        List<Unclear> unclear = new ArrayList<>(original.unclear());
        var taken = Letterhead.from(original.blocks(), unclear);
        var blocks = Closing.without(taken.rest(), unclear);
        var clauses = Outline.of(blocks, WRAPPER, unclear);
        var markdown = new StringBuilder();
        var preview = new PreviewHtml();
        for (var clause : clauses) {
            markdown.append('\n')
                    .append("#".repeat(clause.depth() + 2))
                    .append(' ')
                    .append(heading(clause))
                    .append('\n')
                    .append(new BodyMarkdown(original.notes(), unclear).write(clause.body(), clause.quoted()));
            preview.add(clause, original.notes());
        }
        unclear.sort(Comparator.comparingInt(Unclear::block));
        return Reading.of(
                Reading.Kind.TEXT, taken.head(), markdown.toString(), unclear, SourceHtml.of(original), preview.html());
    }

    private static String heading(Clause clause) {
        // Closing number signs would be taken for Markdown's own.
        return clause.number() + " " + Inline.escaped(clause.title()).replaceAll("#+$", "\\\\$0");
    }
}
