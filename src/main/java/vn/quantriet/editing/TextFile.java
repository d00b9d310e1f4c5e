package vn.quantriet.editing;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import vn.quantriet.content.Manuscript;

/** The files that a text consists of, by path below its folder. */
public final class TextFile {

    /** As the format demands. */
    private static final int MOST_BYTES = 1_000_000;

    /** The text first, then what is written around it, decks last. */
    public static final Comparator<String> ORDER =
            Comparator.<String>comparingInt(TextFile::rank).thenComparing(Comparator.naturalOrder());

    private TextFile() {}

    static boolean isValid(String path) {
        return path.equals(Manuscript.TEXT)
                || path.equals(Manuscript.KEY_POINTS)
                || path.equals(Manuscript.QUIZ)
                || Manuscript.isDeck(path);
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
            case Manuscript.TEXT -> 0;
            case Manuscript.KEY_POINTS -> 1;
            case Manuscript.QUIZ -> 2;
            default -> 3;
        };
    }
}
