package vn.quantriet.documents.reading;

import java.util.List;

/**
 * Letters in a row on a page, in points from its top left corner.
 *
 * @param y of the letters' foot
 * @param size of most of the letters
 */
record PdfLine(int page, float left, float right, float y, float size, List<Run> runs) {
    String text() {
        return Runs.text(runs);
    }

    float middle() {
        return (left + right) / 2;
    }

    boolean isBold() {
        return Runs.all(runs, Run::bold);
    }
}
