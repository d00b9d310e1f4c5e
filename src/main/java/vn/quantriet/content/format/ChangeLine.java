package vn.quantriet.content.format;

import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.quantriet.content.ClauseRef;

/** The paragraph of a key point that names the clauses of earlier texts it changes: {@code Thay đổi: [mục II.1](clause:18-nq-tw#ii.1)}. */
final class ChangeLine {
    private static final Pattern BEGINNING =
            Pattern.compile("Thay đổi\\s*:", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;.]*(và\\s+)?");

    private ChangeLine() {}

    static boolean is(Node block) {
        return block instanceof Paragraph && BEGINNING.matcher(block.getChars()).lookingAt();
    }

    /** The clauses it names; reported when it names none, or says anything else. */
    static List<ClauseRef> read(Node line, Markdown body, Findings findings) {
        List<ClauseRef> changed = new ArrayList<>();
        boolean good = true;
        for (var node : Markdown.children(line)) {
            if (node instanceof Link link
                    && Address.of(link.getUrl().toString(), findings.text()) instanceof Address.OfClause(ClauseRef ref)
                    && !ref.resolution().equals(findings.text())) {
                changed.add(ref);
                findings.change(body.positionOf(link), ref);
            } else {
                var words = PlainText.of(node);
                var rest =
                        node == line.getFirstChild() ? BEGINNING.matcher(words).replaceFirst("") : words;
                good &= !(node instanceof Link) && BETWEEN.matcher(rest).matches();
            }
        }
        if (!good || changed.isEmpty()) {
            findings.report(body.positionOf(line), "key-point-change");
        }
        return changed;
    }
}
