package vn.quantriet.documents.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.quantriet.documents.Reading;

/**
 * Documents made by LibreOffice, each beside what must come of it: {@code <file>.md} is the Markdown to the letter, and
 * {@code <file>.unclear} what must be said about it. How they were made is in {@code README.md} there.
 */
class DocumentFixturesTest {
    private static final Path FIXTURES = Path.of("src/test/resources/documents");

    static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.list(FIXTURES)) {
            return files.filter(file -> file.toString().matches(".*\\.(docx|doc|pdf|pptx)"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyKindOfFileIsThere() throws IOException {
        assertThat(documents())
                .extracting(file -> file.toString().replaceAll(".*\\.", ""))
                .contains("docx", "doc", "pdf", "pptx")
                .hasSizeGreaterThanOrEqualTo(15);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void becomesTheMarkdownBesideIt(Path document) throws IOException {
        var reading = DocumentFile.read(document, Progress.NONE);

        assertThat(markdown(reading)).isEqualTo(Files.readString(Path.of(document + ".md")));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void saysWhatWasNotUnderstood(Path document) throws IOException {
        var reading = DocumentFile.read(document, Progress.NONE);

        assertThat(unclear(reading)).isEqualTo(Files.readString(Path.of(document + ".unclear")));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyPlaceThatIsSaidIsOnThePage(Path document) {
        var reading = DocumentFile.read(document, Progress.NONE);

        assertThat(reading.unclear()).allSatisfy(one -> {
            if (one.block() > 0) {
                assertThat(reading.sourceHtml()).contains("id=\"s" + one.block() + "\"");
            }
        });
    }

    static String markdown(Reading reading) {
        return (reading.kind() == Reading.Kind.TEXT ? reading.head().frontMatter() : "") + reading.body();
    }

    static String unclear(Reading reading) {
        return reading.unclear().stream()
                .map(one -> "%d/%d %s %s %s"
                        .formatted(one.block(), one.page(), one.code(), one.arguments(), one.words())
                        .strip())
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
