package vn.quantriet.content.format;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * The part of a file between its first two lines {@code ---}. YAML is only composed to nodes, never constructed, so that no value
 * can name a type.
 */
final class FrontMatter {
    private static final String FENCE = "---";
    private static final int DEEPEST = 10;

    /** Only ever asked. */
    private static final Resolver TYPES = new Resolver();

    private final Findings findings;
    private final String codes;
    private final String yaml;
    private final int start;

    private FrontMatter(Findings findings, String codes, String yaml, int start) {
        this.findings = findings;
        this.codes = codes;
        this.yaml = yaml;
        this.start = start;
    }

    static boolean opens(String text) {
        return text.startsWith(FENCE)
                && text.substring(0, endOfLine(text, 0)).stripTrailing().equals(FENCE);
    }

    /** Where what follows the front matter begins: 0 when there is none, the end when it is never closed. */
    static int bodyStart(String text) {
        if (!opens(text)) {
            return 0;
        }
        int close = closingFence(text);
        return close < 0 ? text.length() : Math.min(text.length(), endOfLine(text, close) + 1);
    }

    /** What stands between the fences; empty when there is no front matter. */
    static String lines(String text) {
        int close = opens(text) ? closingFence(text) : -1;
        return close < 0 ? "" : text.substring(endOfLine(text, 0) + 1, close);
    }

    /** The keys of the file's front matter; when there are none to be read, absent and reported. */
    static Optional<Keys> read(Findings findings) {
        var text = findings.file().text();
        if (!opens(text)) {
            findings.report(0, "front-matter-missing");
            return Optional.empty();
        }
        int close = closingFence(text);
        if (close < 0) {
            findings.report(0, "front-matter-unclosed");
            return Optional.empty();
        }
        int start = endOfLine(text, 0) + 1;
        return new FrontMatter(findings, "front-matter", text.substring(start, close), start).compose();
    }

    /**
     * The keys of a file that is nothing but YAML.
     *
     * @param codes what the codes of problems begin with
     */
    static Optional<Keys> whole(Findings findings, String codes) {
        return new FrontMatter(findings, codes, findings.file().text(), 0).compose();
    }

    /** Position in the file of a node's first character. */
    int positionOf(Node node) {
        return position(node.getStartMark());
    }

    private Optional<Keys> compose() {
        var options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(0);
        options.setAllowRecursiveKeys(false);
        try {
            var events = new ParserImpl(new StreamReader(yaml), options);
            if (new Composer(events, TYPES, options).getSingleNode() instanceof MappingNode mapping) {
                return Optional.of(new Keys(findings, this, mapping, start));
            }
            findings.report(start, codes + "-not-keys");
        } catch (MarkedYAMLException e) {
            findings.report(position(e.getProblemMark()), codes + "-syntax", e.getProblem());
        } catch (ReaderException e) {
            findings.report(positionOfCodePoint(e.getPosition()), codes + "-character");
        } catch (YAMLException e) {
            findings.report(start, codes + "-syntax", String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    private int position(@Nullable Mark mark) {
        return mark == null ? start : positionOfCodePoint(mark.getIndex());
    }

    private int positionOfCodePoint(int index) {
        int inside = Math.clamp(index, 0, yaml.codePointCount(0, yaml.length()));
        return start + yaml.offsetByCodePoints(0, inside);
    }

    private static int closingFence(String text) {
        for (int line = endOfLine(text, 0) + 1; line < text.length(); line = endOfLine(text, line) + 1) {
            if (text.substring(line, endOfLine(text, line)).stripTrailing().equals(FENCE)) {
                return line;
            }
        }
        return -1;
    }

    private static int endOfLine(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }
}
