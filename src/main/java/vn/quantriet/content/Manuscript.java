package vn.quantriet.content;

import java.util.List;
import java.util.Map;

/**
 * The files of a text, opened as far as another format needs.
 *
 * @param facts by the id with which the text refers to them
 * @param files by path below the text's folder
 * @param version hexadecimal; changes exactly when one of the files does
 * @param commit of the library, in which the files were as they are here or older; empty when there is none
 */
public record Manuscript(
        Holding holding, Map<String, Fact> facts, Map<String, File> files, String version, String commit) {
    public static final String TEXT = "resolution.md";
    public static final String KEY_POINTS = "key-points.md";
    public static final String QUIZ = "quiz.md";
    public static final String MARKDOWN = ".md";

    public Manuscript {
        facts = Map.copyOf(facts);
        files = Map.copyOf(files);
    }

    /** What stands before the address of a picture, to tell it from a link to the same file. */
    public static final String PICTURE = "!";

    /** The folder of decks. */
    public static final String DECKS = "slides/";

    /** Path of a deck's file. */
    public static String deck(String name) {
        return DECKS + name + MARKDOWN;
    }

    /** Whether a path may be that of a deck's file. */
    public static boolean isDeck(String path) {
        return path.startsWith(DECKS) && path.endsWith(MARKDOWN) && DeckId.isValidName(deckName(path));
    }

    /** What stands between folder and ending of a Markdown file among the decks; perhaps no name that a deck can have. */
    public static String deckName(String path) {
        return path.substring(DECKS.length(), path.length() - MARKDOWN.length());
    }

    public Resolution resolution() {
        return holding.resolution();
    }

    /**
     * One file.
     *
     * @param frontMatter the lines between its fences, empty when it has none
     * @param pages the slides of a deck; otherwise one
     */
    public record File(String frontMatter, List<Page> pages) {
        public File {
            pages = List.copyOf(pages);
        }
    }

    /**
     * Markdown as HTML that is well-formed XML, without a root. Links are as written: {@code clause:…}, {@code fact:…},
     * {@code files/…} or {@code https:…}; a picture is a link {@code !files/…} around its description; any other is mere words, as raw
     * HTML is. A box to tick is an empty element {@code i} of class {@code box} or {@code box ticked}.
     *
     * @param notes the words of the speaker, empty when there are none; not for those who only watch
     */
    public record Page(String html, String notes) {}
}
