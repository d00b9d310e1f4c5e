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
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.SubSequence;
import java.util.List;
import java.util.regex.Pattern;

/** The words of Markdown without its marks: a line per block, cells of a row on one line. */
final class PlainText {
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
        boolean counted = false;
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (c == ' ' || c >= '\t' && c <= '\r') {
                counted = false;
            } else if (!counted && (Character.isLetter(c) || isNumber(c))) {
                counted = true;
                count++;
            }
        }
        return count;
    }

    private static boolean isNumber(int c) {
        return switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    /** Whether a link does no more than cite: its words are only where a clause stands, or stood when they were written. */
    static boolean isCitation(Link link) {
        return link.getUrl().startsWith(Address.CLAUSE_SCHEME)
                && LABEL.matcher(link.getText().toString().strip()).matches();
    }

    private static String collect(Iterable<? extends Node> nodes, boolean withCitations) {
        var text = new PlainText(withCitations);
        nodes.forEach(text::visit);
        return tidy(text.out);
    }

    /** One space between words, none around lines, no empty line. */
    private static String tidy(StringBuilder text) {
        var in = new char[text.length()];
        text.getChars(0, in.length, in, 0);
        var out = new char[in.length];
        int end = 0;
        boolean space = false;
        boolean newLine = true;
        for (char c : in) {
            if (c == '\n') {
                newLine = true;
            } else if (c == ' ' || c == '\t' || c == '\u00A0' || newLine && Character.isWhitespace(c)) {
                space = true;
            } else {
                if (newLine) {
                    end = lineEnd(out, end);
                    if (end > 0) {
                        out[end++] = '\n';
                    }
                } else if (space) {
                    out[end++] = ' ';
                }
                out[end++] = c;
                space = false;
                newLine = false;
            }
        }
        return new String(out, 0, lineEnd(out, end));
    }

    private static int lineEnd(char[] text, int length) {
        int end = length;
        while (end > 0 && Character.isWhitespace(text[end - 1])) {
            end--;
        }
        return end;
    }

    /** Most words hold nothing to be unescaped, for which Flexmark would look by a pattern. */
    private void append(BasedSequence words) {
        if (words instanceof SubSequence && words.getBase() instanceof CharSequence base) {
            var plain = base.subSequence(words.getStartOffset(), words.getEndOffset())
                    .toString();
            if (plain.indexOf('\\') < 0 && plain.indexOf('&') < 0) {
                out.append(plain);
                return;
            }
        }
        out.append(words.unescape());
    }

    private void visit(Node node) {
        switch (node) {
            case Text text -> append(text.getChars());
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
        for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
            visit(child);
        }
    }
}
