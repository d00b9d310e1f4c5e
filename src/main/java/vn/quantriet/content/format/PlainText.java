package vn.quantriet.content.format;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ast.TextBase;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.ext.tables.TableSeparator;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Node;
import java.util.List;
import java.util.regex.Pattern;

/** The words of Markdown without its marks: a line per block, cells of a row on one line. */
final class PlainText {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");

    private static final Pattern LABEL =
            Pattern.compile("(?iu)(chương [ivxlc]+|c\\d+|([ivxlc]+|điều \\d+|d\\d+)(\\.\\d+(\\.[a-zđ])?)?)(-\\d+)?");

    private final StringBuilder out = new StringBuilder();
    private final boolean withCitations;

    private PlainText(boolean withCitations) {
        this.withCitations = withCitations;
    }

    static String of(Node node) {
        return of(List.of(node));
    }

    static String of(Iterable<? extends Node> nodes) {
        return collect(nodes, true);
    }

    /** Leaves out links that do no more than cite, such as {@code [II.2](clause:ii.2)}. */
    static String withoutCitations(Iterable<? extends Node> nodes) {
        return collect(nodes, false);
    }

    /** Vietnamese is written a syllable at a time: what stands between spaces and holds a letter or digit. */
    static int syllables(String text) {
        int count = 0;
        for (var word : text.split("\\s+")) {
            if (WORD.matcher(word).find()) {
                count++;
            }
        }
        return count;
    }

    /** Whether a link does no more than cite: its words are only where a clause stands, or stood when they were written. */
    static boolean isCitation(Link link) {
        return link.getUrl().startsWith(Address.CLAUSE_SCHEME)
                && LABEL.matcher(link.getText().toString().strip()).matches();
    }

    private static String collect(Iterable<? extends Node> nodes, boolean withCitations) {
        var text = new PlainText(withCitations);
        nodes.forEach(text::visit);
        var lines = new StringBuilder();
        for (var line : text.out.toString().split("\n")) {
            var tidy = line.replaceAll("[ \\t\\x{A0}]+", " ").strip();
            if (!tidy.isEmpty()) {
                lines.append(lines.isEmpty() ? "" : "\n").append(tidy);
            }
        }
        return lines.toString();
    }

    private void visit(Node node) {
        switch (node) {
            case Text text -> out.append(text.getChars().unescape());
            case HtmlEntity entity -> out.append(entity.getChars().unescape());
            case Code code -> out.append(code.getText());
            case AutoLink link -> out.append(link.getText());
            case SoftLineBreak ignored -> out.append(' ');
            case HardLineBreak ignored -> out.append('\n');
            case Reference ignored -> {}
            case TableSeparator ignored -> {}
            case Link link when !withCitations && isCitation(link) -> {}
            case LinkRef ref when !ref.isDefined() -> out.append(ref.getChars());
            case TextBase base -> visitChildren(base);
            case TableCell cell -> {
                visitChildren(cell);
                out.append(' ');
            }
            case IndentedCodeBlock block -> out.append(block.getContentChars()).append('\n');
            default -> {
                visitChildren(node);
                if (node instanceof Block || node instanceof TableRow) {
                    out.append('\n');
                }
            }
        }
    }

    private void visitChildren(Node node) {
        node.getChildren().forEach(this::visit);
    }
}
