package vn.quantriet.editing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import vn.quantriet.content.Manuscript;

/** What a new file begins with, and what is inserted into one: right Markdown with words to be replaced. */
public enum Skeleton {
    KEY_POINT,
    SLIDE,
    TABLE,
    ONE_ANSWER,
    SEVERAL_ANSWERS,
    TRUE_FALSE,
    ORDERING,
    SHORT_TEXT;

    /** Its Markdown; {@code {n}} stands for the next number of a question. */
    public String markdown() {
        return read(name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    static String text(String number, String title, LocalDate today) {
        return read("resolution")
                .replace("{number}", quoted(number))
                .replace("{title}", quoted(title))
                .replace(
                        "{short}",
                        quoted(
                                title.length() <= SHORT
                                        ? title
                                        : title.substring(0, SHORT).strip()))
                .replace("{issued}", today.toString());
    }

    /** A new file of a text other than the text itself. */
    static String file(String path, String reporter) {
        return switch (path) {
            case Manuscript.KEY_POINTS -> KEY_POINT.markdown();
            case Manuscript.QUIZ -> read("quiz") + "\n" + ONE_ANSWER.markdown().replace("{n}", "1");
            default -> read("deck").replace("{reporter}", quoted(reporter)) + "\n" + SLIDE.markdown();
        };
    }

    private static final int SHORT = 60;

    /** A YAML string in double quotes, which any words may stand in. */
    private static String quoted(String words) {
        return "\""
                + words.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replaceAll("\\p{Cntrl}", " ")
                        .strip() + "\"";
    }

    private static String read(String name) {
        var resource = "/vn/quantriet/editing/" + name + ".md";
        try (var in = Objects.requireNonNull(Skeleton.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
