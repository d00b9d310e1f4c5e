package vn.quantriet.content.merge;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of a file that is merged as a whole: a key of the front matter, a clause, a question, a slide.
 *
 * @param kind parts of different kinds are never the same part
 * @param depth of its heading; a part belongs to the nearest one before it that is less deep
 * @param name what it is known by besides its words, in lower case: the key, the title without its number; may be empty
 * @param place where its number puts it, such as {@code II/1/a}; empty when it has none
 * @param text its Markdown, without blank lines at its end
 */
record Part(Kind kind, int depth, String name, String place, String text) {
    private static final Pattern NUMBER = Pattern.compile(
            "^( {0,3}#{1,6}[ \\t]+(?:(?:Phần|Chương|Mục|Điều|Khoản|Điểm)[ \\t]+)?)([IVXLC]{1,12}|[0-9]{1,4}|[a-zđ])([.)])(?=\\s|$)");

    /** What a part is a part of. */
    enum Kind {
        FRONT_MATTER,
        BODY
    }

    /** Its first line. */
    String heading() {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    /** The number its heading begins with. */
    Optional<String> number() {
        return matcher(text).map(m -> m.group(2));
    }

    /** What stands before the number: the signs of the heading, and the word for this sort of clause. */
    String beforeNumber() {
        return matcher(text).map(m -> m.group(1).strip()).orElse("");
    }

    /** The Markdown without the number: what must be equal for two to say the same. */
    String words() {
        return matcher(text).map(m -> m.group(1) + text.substring(m.end())).orElse(text);
    }

    Part withNumber(String number) {
        return matcher(text)
                .map(m -> new Part(kind, depth, name, place, m.group(1) + number + text.substring(m.end(2))))
                .orElse(this);
    }

    boolean saysTheSameAs(Part other) {
        return words().equals(other.words());
    }

    /** The title of a heading line, without signs and number. */
    static String title(String heading) {
        var matcher = NUMBER.matcher(heading);
        var title = matcher.find() ? heading.substring(matcher.end()) : heading.replaceFirst("^ {0,3}#{1,6}", "");
        return title.strip().toLowerCase(Locale.ROOT);
    }

    private static Optional<Matcher> matcher(String text) {
        var matcher = NUMBER.matcher(text);
        return matcher.find() ? Optional.of(matcher) : Optional.empty();
    }
}
