package vn.quantriet.content.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.quantriet.content.Problem;

/** What in a file would keep a parser busy far longer than its length is worth. Found before it is parsed, and by line. */
final class Burden {
    private static final int LONGEST_LINE = 20_000;

    /** Of opening square brackets from one empty line to the next: Flexmark looks for the end of each up to the last. */
    private static final int MOST_BRACKETS = 500;

    /** In characters; a text's own is some thousand. */
    private static final int LONGEST_FRONT_MATTER = 50_000;

    /** The library allows no link reference definitions: see {@link Markdown#check}. */
    private static final Pattern DEFINITION = Pattern.compile("[ \\t>]*+\\[[^\\]\\n]{1,999}]:.*");

    private static final int MOST_DEFINITIONS = 100;

    private Burden() {}

    /** The first of each kind; empty for every file written by hand. */
    static List<Problem> of(SourceFile file) {
        List<Problem> problems = new ArrayList<>();
        var text = file.text();
        int frontMatter = FrontMatter.bodyStart(text);
        if (frontMatter > LONGEST_FRONT_MATTER) {
            problems.add(file.problem(0, "front-matter-long", LONGEST_FRONT_MATTER));
        }
        int brackets = 0;
        int definitions = 0;
        int longLines = 0;
        int crowded = 0;
        for (int start = 0, end; start < text.length(); start = end + 1) {
            int found = text.indexOf('\n', start);
            end = found < 0 ? text.length() : found;
            if (end - start > LONGEST_LINE && longLines++ == 0) {
                problems.add(file.problem(start, "line-too-long", end - start, LONGEST_LINE));
            }
            int here = brackets(text, start, end);
            brackets = text.substring(start, end).isBlank() ? 0 : brackets + here;
            if (brackets > MOST_BRACKETS && crowded++ == 0) {
                problems.add(file.problem(start, "paragraph-brackets", MOST_BRACKETS));
            }
            if (here > 0
                    && DEFINITION.matcher(text).region(start, end).lookingAt()
                    && ++definitions == MOST_DEFINITIONS) {
                problems.add(file.problem(start, "link-references"));
            }
        }
        return problems;
    }

    private static int brackets(String text, int start, int end) {
        int count = 0;
        for (int at = text.indexOf('[', start); at >= 0 && at < end; at = text.indexOf('[', at + 1)) {
            count++;
        }
        return count;
    }
}
