package vn.quantriet.documents.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.quantriet.documents.writing.Samples.PORTAL;
import static vn.quantriet.documents.writing.Samples.WORDING;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.quantriet.documents.DocumentRefused;
import vn.quantriet.documents.DocumentRefused.Reason;
import vn.quantriet.documents.Reading;
import vn.quantriet.documents.Unclear;
import vn.quantriet.documents.reading.IsolatedReading;
import vn.quantriet.documents.reading.IsolatedReading.Limits;

/** What this portal wrote comes back through the door that all documents come in by. */
class CopyImportTest {
    @TempDir
    private Path folder;

    private Reading read(ByteArrayOutputStream document) throws IOException {
        var file = Files.write(folder.resolve("document"), document.toByteArray());
        return new IsolatedReading(Files.createTempDirectory(folder, "work"), new Limits(256, Duration.ofMinutes(2)))
                .read(file);
    }

    @Test
    void aTextInWordIsTheFilesItWasMadeOf() throws IOException {
        var manuscript = Samples.text("57-nq-tw");
        var out = new ByteArrayOutputStream();
        WordFile.write(TextCopy.of(manuscript, true), PORTAL, WORDING, out);

        var reading = read(out);

        assertThat(reading.kind()).isEqualTo(Reading.Kind.COPY);
        assertThat(reading.copyOf()).isEqualTo("57-nq-tw");
        assertThat(reading.madeOf()).isEqualTo(Samples.COMMIT);
        assertThat(reading.files())
                .isEqualTo(RoundTripTest.throughWord(manuscript, true).files())
                .containsOnlyKeys("resolution.md", "key-points.md", "quiz.md");
        assertThat(reading.unclear()).extracting(Unclear::code).containsExactly("copy");
        assertThat(reading.sourceHtml()).contains("Quan điểm chỉ đạo");
    }

    @Test
    void aDeckInPowerPointIsTheFileItWasMadeOf() throws IOException {
        var copy = DeckCopy.of(Samples.text("57-nq-tw"), "co-so", true).orElseThrow();
        var out = new ByteArrayOutputStream();
        SlidesFile.write(copy, PORTAL, WORDING, out);

        var reading = read(out);

        assertThat(reading.kind()).isEqualTo(Reading.Kind.COPY);
        assertThat(reading.madeOf()).isEqualTo(Samples.COMMIT);
        assertThat(reading.files())
                .isEqualTo(RoundTripTest.throughPowerPoint(copy).files())
                .containsOnlyKeys("slides/co-so.md");
    }

    @Test
    void aDeckWithoutItsNotesDoesNotComeBack() throws IOException {
        var without = DeckCopy.of(Samples.text("57-nq-tw"), "co-so", false).orElseThrow();
        var out = new ByteArrayOutputStream();
        SlidesFile.write(without, PORTAL, WORDING, out);

        assertThatExceptionOfType(DocumentRefused.class)
                .isThrownBy(() -> read(out))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.WITHOUT_NOTES));
    }
}
