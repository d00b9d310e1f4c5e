package vn.quantriet.documents.reading;

/**
 * Letters in a row that look the same.
 *
 * @param link address they lead to, empty when to none
 * @param note number of the footnote that is marked here, 0 when there is none; such a run has no text
 */
public record Run(String text, boolean bold, boolean italic, boolean strike, String link, int note) {

    static Run plain(String text) {
        return new Run(text, false, false, false, "", 0);
    }

    static Run note(int number) {
        return new Run("", false, false, false, "", number);
    }

    Run withText(String other) {
        return new Run(other, bold, italic, strike, link, note);
    }

    boolean looksLike(Run other) {
        return bold == other.bold
                && italic == other.italic
                && strike == other.strike
                && link.equals(other.link)
                && note == 0
                && other.note == 0;
    }
}
