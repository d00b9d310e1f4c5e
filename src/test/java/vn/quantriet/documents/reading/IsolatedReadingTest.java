package vn.quantriet.documents.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.quantriet.documents.reading.OfficeFiles.paragraph;
import static vn.quantriet.documents.reading.OfficeFiles.word;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.quantriet.documents.DocumentRefused;
import vn.quantriet.documents.DocumentRefused.Reason;
import vn.quantriet.documents.reading.IsolatedReading.Limits;

/** Real processes: what becomes of them, and that the caller always hears of it in the same way. */
class IsolatedReadingTest {
    private static final Path DOCUMENT = Path.of("src/test/resources/documents/danh-so-bang-tay.docx");
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private IsolatedReading reading(int heap, Duration time) throws IOException {
        return new IsolatedReading(Files.createTempDirectory(folder, "work"), new Limits(heap, time));
    }

    private static void refused(ThrowingCallable reading, Reason reason) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        DocumentRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void anotherProcessReadsTheSame() throws IOException {
        var reading = reading(256, LONG).read(DOCUMENT);

        assertThat(reading).isEqualTo(DocumentFile.read(DOCUMENT, Progress.NONE));
    }

    @Test
    void progressIsHeard() throws IOException {
        var reading = reading(256, LONG);

        reading.read(Path.of("src/test/resources/documents/danh-so-bang-tay.pdf"));

        assertThat(reading.done()).isPositive();
    }

    @Test
    void aRefusalComesThrough() throws IOException {
        var empty = Files.createFile(folder.resolve("empty"));

        refused(() -> reading(64, LONG).read(empty), Reason.EMPTY);
    }

    @Test
    void aDocumentThatNeedsMoreMemoryEndsOnlyItsProcess() throws IOException {
        // One paragraph, so that nothing of it can be let go of, and fewer letters than are counted as too many.
        var large = word(folder.resolve("large.docx"), paragraph("<w:r><w:t>x</w:t></w:r>".repeat(300_000)));

        refused(() -> reading(24, LONG).read(large), Reason.TOO_COMPLEX);
    }

    @Test
    void aReadingThatTakesTooLongIsEnded() {
        refused(() -> reading(64, Duration.ofMillis(1)).read(DOCUMENT), Reason.TOO_SLOW);
    }

    @Test
    void aReadingThatWasCancelledIsNotBegun() throws IOException {
        var reading = reading(64, LONG);
        reading.cancel();

        refused(() -> reading.read(DOCUMENT), Reason.CANCELLED);
    }

    @Test
    void aProcessThatCannotStartIsOurFault() {
        var gone = new IsolatedReading(folder.resolve("gone"), new Limits(64, LONG));

        refused(() -> gone.read(DOCUMENT), Reason.FAILED);
    }
}
