package vn.quantriet.content.format;

import com.vladsch.flexmark.ast.Heading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.quantriet.content.ClauseId;

/** Follows the numbers of a text's headings: I, 1, a and onwards, without gaps, each level within the one above. */
final class Numbering {
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("(([IVXLC]{1,12})\\.)\\s+(\\S.*)"),
            Pattern.compile("(([1-9][0-9]{0,3})\\.)\\s+(\\S.*)"),
            Pattern.compile("(([a-zđ])\\))\\s+(\\S.*)"));
    private static final List<String> EXAMPLES = List.of("## I. …", "### 1. …", "#### a) …");
    private static final String LETTERS = "abcdđeghiklmnopqrstuvxy";
    private static final int[] ROMAN_VALUES = {100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final List<String> ROMAN_SIGNS = List.of("C", "XC", "L", "XL", "X", "IX", "V", "IV", "I");

    private final Findings findings;
    private final int[] last = new int[FORMS.size()];
    private final String[] ids = {"", "", ""};
    private final List<Integer> positions = new ArrayList<>();

    Numbering(Findings findings) {
        this.findings = findings;
    }

    /** Where a heading stands. @param number as printed */
    record Place(ClauseId id, String number, String title, int depth) {}

    /** Positions in the file of the headings that were given a place. */
    List<Integer> positions() {
        return positions;
    }

    Optional<Place> next(Heading heading, Markdown body) {
        int position = body.positionOfText(heading);
        int depth = heading.getLevel() - 2;
        if (depth < 0) {
            findings.report(body.positionOf(heading), "heading-top");
            return Optional.empty();
        }
        if (depth >= FORMS.size()) {
            findings.report(body.positionOf(heading), "heading-deep", "#".repeat(heading.getLevel()));
            return Optional.empty();
        }
        var title = PlainText.of(heading);
        var matcher = FORMS.get(depth).matcher(title);
        if (!matcher.matches()) {
            findings.report(position, "clause-heading", title, EXAMPLES.get(depth));
            return Optional.empty();
        }
        if (depth > 0 && last[depth - 1] == 0) {
            findings.report(position, "clause-level", matcher.group(1), EXAMPLES.get(depth - 1));
            return Optional.empty();
        }
        return place(matcher, depth, position);
    }

    private Optional<Place> place(Matcher matcher, int depth, int position) {
        var got = matcher.group(2);
        var expected = write(depth, last[depth] + 1);
        int number = got.equals(expected) ? last[depth] + 1 : read(depth, got);
        if (!got.equals(expected)) {
            findings.report(position, "clause-number", matcher.group(1), punctuated(depth, expected));
        }
        last[depth] = Math.max(number, 1);
        for (int below = depth + 1; below < last.length; below++) {
            last[below] = 0;
        }
        ids[depth] = (depth == 0 ? "" : ids[depth - 1] + ".") + got.toLowerCase(Locale.ROOT);
        if (!ClauseId.isValid(ids[depth])) {
            return Optional.empty();
        }
        positions.add(position);
        return Optional.of(new Place(
                new ClauseId(ids[depth]), matcher.group(1), matcher.group(3).strip(), depth));
    }

    private static String punctuated(int depth, String number) {
        return number + (depth == 2 ? ")" : ".");
    }

    private static String write(int depth, int number) {
        return switch (depth) {
            case 0 -> roman(number);
            case 1 -> String.valueOf(number);
            default -> number <= LETTERS.length() ? LETTERS.substring(number - 1, number) : "–";
        };
    }

    /** What a number counts; 0 when it counts nothing, such as IIX or w. */
    private static int read(int depth, String number) {
        return switch (depth) {
            case 0 -> {
                for (int value = 1; value < 200; value++) {
                    if (roman(value).equals(number)) {
                        yield value;
                    }
                }
                yield 0;
            }
            case 1 -> Integer.parseInt(number);
            default -> LETTERS.indexOf(number) + 1;
        };
    }

    private static String roman(int number) {
        var signs = new StringBuilder();
        int rest = number;
        for (int i = 0; i < ROMAN_VALUES.length; i++) {
            while (rest >= ROMAN_VALUES[i]) {
                signs.append(ROMAN_SIGNS.get(i));
                rest -= ROMAN_VALUES[i];
            }
        }
        return signs.toString();
    }
}
