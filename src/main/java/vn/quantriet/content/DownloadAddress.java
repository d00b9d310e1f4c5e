package vn.quantriet.content;

/** Where texts and decks can be downloaded, as addresses within the portal. Who serves them is another module. */
public final class DownloadAddress {
    /** Path of a text's download, with a place for {@code id} and {@code format}. */
    public static final String TEXT = "/van-ban/{id:[a-z0-9-]+}/tai-ve.{format:docx|pdf}";

    /** Path of a deck's download, with a place for {@code id}, {@code deck} and {@code format}. */
    public static final String DECK = "/bai-giang/{id:[a-z0-9-]+}/{deck:[a-z0-9-]+}/tai-ve.{format:pptx|pdf}";

    /** Parameter that asks for the questions with their answers; for reporters, editors and administrators. */
    public static final String QUIZ = "cau-hoi";

    /** Parameter that asks for the words of the speaker on pages of their own; for reporters, editors and administrators. */
    public static final String NOTES = "loi-giang";

    /** Parameter that names the language of our own words in the document. */
    public static final String LANGUAGE = "ngon-ngu";

    private DownloadAddress() {}

    /** @param format {@code docx} or {@code pdf} */
    public static String of(ResolutionId text, String format, String language) {
        return "/van-ban/" + text + "/tai-ve." + format + "?" + LANGUAGE + "=" + language;
    }

    /** @param format {@code pptx} or {@code pdf} */
    public static String of(DeckId deck, String format, String language) {
        return "/bai-giang/" + deck + "/tai-ve." + format + "?" + LANGUAGE + "=" + language;
    }

    /** A deck as PDF with the words of the speaker. */
    public static String withNotes(DeckId deck, String language) {
        return of(deck, "pdf", language) + "&" + NOTES + "=true";
    }

    /** A text with its questions and their answers. */
    public static String withQuiz(ResolutionId text, String format, String language) {
        return of(text, format, language) + "&" + QUIZ + "=true";
    }
}
