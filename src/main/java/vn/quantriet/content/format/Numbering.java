package vn.quantriet.content.format;

import com.vladsch.flexmark.ast.Heading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.quantriet.content.ClauseId;

/**
 * Follows the numbers of a text's headings, without gaps, each level within the one above: parts I, 1, a; or articles, Điều 1, 1, a,
 * which may stand in chapters and are numbered through them.
 */
final class Numbering {
    private static final int DEEPEST = 4;
    private static final String LETTERS = "abcdđeghiklmnopqrstuvxy";
    private static final int[] ROMAN_VALUES = {100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final List<String> ROMAN_SIGNS = List.of("C", "XC", "L", "XL", "X", "IX", "V", "IV", "I");

    private final Findings findings;
    private final @Nullable Form[] forms = new Form[DEEPEST];
    private final int[] last = new int[DEEPEST];
    private final String[] ids = new String[DEEPEST];
    private final String[] labels = new String[DEEPEST];
    private final List<Integer> positions = new ArrayList<>();
    private int lastArticle;

    Numbering(Findings findings) {
        this.findings = findings;
    }

    /** How a heading is numbered: its first group is the number as printed, the second the number alone, the third the title. */
    private enum Form {
        PART("(([IVXLC]{1,12})\\.)", "I."),
        CHAPTER("(Chương ([IVXLC]{1,12})\\.)", "Chương I."),
        ARTICLE("(Điều ([1-9][0-9]{0,3})\\.)", "Điều 1."),
        NUMBER("(([1-9][0-9]{0,3})\\.)", "1."),
        LETTER("(([a-zđ])\\))", "a)");

        private final Pattern pattern;
        private final String first;

        Form(String number, String first) {
            this.pattern = Pattern.compile(number + "\\s+(\\S.*)");
            this.first = first;
        }

        String example(int depth) {
            return "#".repeat(depth + 2) + " " + first + " …";
        }

        /** As printed, with another number in it. */
        String printed(String number) {
            return switch (this) {
                case PART, NUMBER -> number + ".";
                case CHAPTER -> "Chương " + number + ".";
                case ARTICLE -> "Điều " + number + ".";
                case LETTER -> number + ")";
            };
        }

        String write(int number) {
            return switch (this) {
                case PART, CHAPTER -> roman(number);
                case ARTICLE, NUMBER -> String.valueOf(number);
                case LETTER -> number <= LETTERS.length() ? LETTERS.substring(number - 1, number) : "–";
            };
        }

        /** What a number counts; 0 when it counts nothing, such as IIX or w. */
        int read(String number) {
            return switch (this) {
                case PART, CHAPTER -> readRoman(number);
                case ARTICLE, NUMBER -> Integer.parseInt(number);
                case LETTER -> LETTERS.indexOf(number) + 1;
            };
        }
    }

    /**
     * Where a heading stands.
     *
     * @param id that comes from this place
     * @param number as printed
     * @param label as people cite it
     */
    record Place(ClauseId id, String number, String label, String title, int depth) {}

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
        if (depth >= levels()) {
            findings.report(body.positionOf(heading), "heading-deep", "#".repeat(heading.getLevel()));
            return Optional.empty();
        }
        var title = PlainText.of(heading);
        var form = expected(depth, title);
        var matcher = form.pattern.matcher(title);
        if (!matcher.matches()) {
            findings.report(position, "clause-heading", title, form.example(depth));
            return Optional.empty();
        }
        if (depth > 0 && forms[depth - 1] == null) {
            findings.report(
                    position,
                    "clause-level",
                    matcher.group(1),
                    expected(depth - 1, "").example(depth - 1));
            return Optional.empty();
        }
        return place(form, matcher, depth, position);
    }

    private int levels() {
        return forms[0] == Form.CHAPTER ? DEEPEST : DEEPEST - 1;
    }

    /** The first heading decides between parts, chapters and articles; within them there is one form for each level. */
    private Form expected(int depth, String title) {
        if (depth == 0) {
            var first = forms[0];
            return first != null ? first : beginning(title);
        }
        var above = forms[depth - 1];
        return switch (above != null ? above : expected(depth - 1, "")) {
            case CHAPTER -> Form.ARTICLE;
            case PART, ARTICLE -> Form.NUMBER;
            case NUMBER, LETTER -> Form.LETTER;
        };
    }

    private static Form beginning(String title) {
        if (title.startsWith("Chương")) {
            return Form.CHAPTER;
        }
        return title.startsWith("Điều") ? Form.ARTICLE : Form.PART;
    }

    private Optional<Place> place(Form form, Matcher matcher, int depth, int position) {
        var got = matcher.group(2);
        int before = form == Form.ARTICLE ? lastArticle : last[depth];
        var expected = form.write(before + 1);
        int number = got.equals(expected) ? before + 1 : form.read(got);
        if (!got.equals(expected)) {
            findings.report(position, "clause-number", matcher.group(1), form.printed(expected));
        }
        last[depth] = Math.max(number, 1);
        if (form == Form.ARTICLE) {
            lastArticle = last[depth];
        }
        forms[depth] = form;
        for (int below = depth + 1; below < DEEPEST; below++) {
            last[below] = 0;
            forms[below] = null;
        }
        ids[depth] = id(form, got, number, depth);
        labels[depth] = label(form, got, depth);
        if (!ClauseId.isValid(ids[depth])) {
            return Optional.empty();
        }
        positions.add(position);
        return Optional.of(new Place(
                new ClauseId(ids[depth]),
                matcher.group(1),
                labels[depth],
                matcher.group(3).strip(),
                depth));
    }

    private String id(Form form, String got, int number, int depth) {
        return switch (form) {
            case PART -> got.toLowerCase(Locale.ROOT);
            case CHAPTER -> "c" + number;
            case ARTICLE -> "d" + got;
            case NUMBER, LETTER -> ids[depth - 1] + "." + got;
        };
    }

    private String label(Form form, String got, int depth) {
        return switch (form) {
            case PART -> got;
            case CHAPTER -> "Chương " + got;
            case ARTICLE -> "Điều " + got;
            case NUMBER, LETTER -> labels[depth - 1] + "." + got;
        };
    }

    private static int readRoman(String number) {
        for (int value = 1; value < 200; value++) {
            if (roman(value).equals(number)) {
                return value;
            }
        }
        return 0;
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
