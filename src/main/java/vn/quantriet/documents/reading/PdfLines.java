package vn.quantriet.documents.reading;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import vn.quantriet.documents.DocumentRefused;
import vn.quantriet.documents.DocumentRefused.Reason;

/** Takes the lines off the pages of a PDF. What stands far apart on one line, as in two columns, counts as two. */
final class PdfLines extends PDFTextStripper {
    private static final float FAR = 1.5f;
    private static final float SMALL = 0.8f;
    private static final int MOST_LETTERS = 4_000_000;

    private final List<PdfLine> lines = new ArrayList<>();
    private final List<TextPosition> letters = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<Integer> lengths = new ArrayList<>();
    private final Collected collected;
    private final int pages;
    private long total;

    private PdfLines(Collected collected, int pages) {
        this.collected = collected;
        this.pages = pages;
        setSortByPosition(true);
        setSuppressDuplicateOverlappingText(true);
        setShouldSeparateByBeads(false);
    }

    static List<PdfLine> of(PDDocument document, Collected collected) throws IOException {
        var lines = new PdfLines(collected, document.getNumberOfPages());
        lines.writeText(document, Writer.nullWriter());
        return lines.lines;
    }

    @Override
    protected void startPage(PDPage page) {
        collected.onPage(getCurrentPageNo(), pages);
    }

    @Override
    protected void writeString(String word, List<TextPosition> positions) {
        if (positions.isEmpty()) {
            return;
        }
        total += word.length();
        if (total > MOST_LETTERS) {
            throw new DocumentRefused(Reason.TOO_COMPLEX);
        }
        var first = positions.getFirst();
        if (!letters.isEmpty()) {
            var last = letters.getLast();
            float gap = first.getXDirAdj() - last.getXDirAdj() - last.getWidthDirAdj();
            if (gap > FAR * Math.max(1, size(first))) {
                endLine();
            }
        }
        for (var position : positions) {
            letters.add(position);
            lengths.add(text.length());
            text.append(unicode(position));
        }
    }

    private static String unicode(TextPosition position) {
        var unicode = position.getUnicode();
        return unicode == null ? "" : unicode;
    }

    @Override
    protected void writeWordSeparator() {
        if (!letters.isEmpty()) {
            text.append(' ');
        }
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void endPage(PDPage page) {
        endLine();
    }

    private void endLine() {
        if (!letters.isEmpty() && !text.toString().isBlank()) {
            lines.add(line());
        }
        letters.clear();
        lengths.clear();
        text.setLength(0);
    }

    private PdfLine line() {
        float usual = usualSize();
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < letters.size(); i++) {
            var letter = letters.get(i);
            int end = i + 1 < lengths.size() ? lengths.get(i + 1) : text.length();
            var words = text.substring(lengths.get(i), end);
            var font = fontName(letter);
            boolean small = size(letter) < SMALL * usual && words.strip().matches("\\d{1,2}");
            if (small && !runs.isEmpty()) {
                addNote(runs, words.strip());
                continue;
            }
            var run = new Run(
                    Legacy.ofFont(font).decode(words),
                    has(font, "bold") || has(font, "black"),
                    has(font, "italic") || has(font, "oblique"),
                    false,
                    "",
                    0);
            if (!runs.isEmpty() && runs.getLast().looksLike(run)) {
                var last = runs.removeLast();
                runs.add(last.withText(last.text() + run.text()));
            } else {
                runs.add(run);
            }
        }
        var last = letters.getLast();
        return new PdfLine(
                getCurrentPageNo(),
                letters.getFirst().getXDirAdj(),
                last.getXDirAdj() + last.getWidthDirAdj(),
                last.getYDirAdj(),
                usual,
                Runs.tidy(runs));
    }

    /** Small raised digits mark a note; several in a row are one number. */
    private static void addNote(List<Run> runs, String digits) {
        int number = Integer.parseInt(digits);
        if (runs.getLast().note() > 0) {
            number = Math.min(runs.removeLast().note() * 10 + number, 999);
        }
        runs.add(number > 0 ? Run.note(number) : Run.plain(digits));
    }

    private float usualSize() {
        Map<Integer, Integer> counts = new HashMap<>();
        letters.forEach(letter -> counts.merge(Math.round(size(letter) * 2), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(e -> e.getKey() / 2f)
                .orElse(0f);
    }

    private static float size(TextPosition letter) {
        return letter.getFontSizeInPt();
    }

    private static String fontName(TextPosition letter) {
        var name = letter.getFont() == null ? null : letter.getFont().getName();
        return name == null ? "" : name;
    }

    private static boolean has(String font, String word) {
        return font.toLowerCase(Locale.ROOT).contains(word);
    }
}
