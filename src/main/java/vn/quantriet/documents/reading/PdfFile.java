package vn.quantriet.documents.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import vn.quantriet.documents.DocumentRefused;
import vn.quantriet.documents.DocumentRefused.Reason;

/** Reads PDF that has a text layer. */
final class PdfFile {
    private static final int MOST_PAGES = 2000;
    /** A page of pictures has no letters, or a stamp and a page number. */
    private static final int FEWEST_LETTERS_A_PAGE = 25;

    private PdfFile() {}

    static Original read(Path path, Progress progress) {
        try (var document = Loader.loadPDF(path.toFile(), IOUtils.createMemoryOnlyStreamCache())) {
            if (document.getNumberOfPages() > MOST_PAGES) {
                throw new DocumentRefused(Reason.TOO_COMPLEX);
            }
            var collected = new Collected(progress);
            List<PdfLine> lines = PdfLines.of(document, collected);
            long letters =
                    lines.stream().mapToLong(line -> line.text().length()).sum();
            if (letters < (long) FEWEST_LETTERS_A_PAGE * document.getNumberOfPages()) {
                throw new DocumentRefused(Reason.NO_TEXT_LAYER);
            }
            return new PdfParagraphs(lines, collected).original();
        } catch (InvalidPasswordException e) {
            throw new DocumentRefused(Reason.ENCRYPTED, e);
        } catch (IOException e) {
            throw new DocumentRefused(Reason.DAMAGED, e);
        }
    }
}
