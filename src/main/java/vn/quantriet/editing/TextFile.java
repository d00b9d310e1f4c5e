package vn.quantriet.editing;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import vn.quantriet.content.DeckId;

/** The files that a text consists of, by path below its folder. */
public final class TextFile {
    public static final String TEXT = "resolution.md";
    public static final String KEY_POINTS = "key-points.md";
    public static final String QUIZ = "quiz.md";
    private static final String SLIDES = "slides/";
    private static final String MARKDOWN = ".md";

    /** As the format demands. */
    private static final int MOST_BYTES = 1_000_000;

    /** The text first, then what is written around it, decks last. */
    public static final Comparator<String> ORDER =
            Comparator.<String>comparingInt(TextFile::rank).thenComparing(Comparator.naturalOrder());

    private TextFile() {}

    public static String deck(String name) {
        return SLIDES + name + MARKDOWN;
    }

    public static boolean isDeck(String path) {
        return path.startsWith(SLIDES) && path.endsWith(MARKDOWN) && DeckId.isValidName(deckName(path));
    }

    /** Of a deck's path. */
    public static String deckName(String path) {
        return path.substring(SLIDES.length(), path.length() - MARKDOWN.length());
    }

    static boolean isValid(String path) {
        return path.equals(TEXT) || path.equals(KEY_POINTS) || path.equals(QUIZ) || isDeck(path);
    }

    /** What an editor sends, as it is kept: lines ended alike, and nothing that a database refuses. */
    static String cleaned(String path, String body) {
        if (body.length() > MOST_BYTES || body.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new FileRefused(FileRefused.Reason.TOO_LARGE, path);
        }
        return body.replace("\r\n", "\n").replace('\r', '\n').replace('\0', '\uFFFD');
    }

    private static int rank(String path) {
        return switch (path) {
            case TEXT -> 0;
            case KEY_POINTS -> 1;
            case QUIZ -> 2;
            default -> 3;
        };
    }
}
