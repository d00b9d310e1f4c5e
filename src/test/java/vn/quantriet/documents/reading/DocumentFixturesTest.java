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
import vn.quantriet.content.DeckId;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.SlideDeck;
import vn.quantriet.content.format.LibraryFormat;
import vn.quantriet.content.format.SourceFile;
import vn.quantriet.documents.DeckHead;
import vn.quantriet.documents.Reading;
import vn.quantriet.documents.TextHead;

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

    static List<Path> texts() throws IOException {
        return documents().stream()
                .filter(file -> !file.toString().endsWith(".pptx"))
                .toList();
    }

    /** Only what no document says of itself is filled in. */
    @ParameterizedTest
    @MethodSource("texts")
    void theLibraryTakesItAsItIs(Path document) {
        var reading = DocumentFile.read(document, Progress.NONE);
        var head = reading.head();
        var full = new TextHead(
                head.number(),
                head.kind(),
                head.issuer(),
                head.issued(),
                head.title(),
                head.shortTitle(),
                List.of("Thử"),
                "Tệp thử");
        var id = new ResolutionId(head.suggestedId());

        var parsed = LibraryFormat.resolution(id, SourceFile.of("resolution.md", full.frontMatter() + reading.body()));

        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.value()).isPresent();
    }

    @Test
    void theLibraryTakesADeckAsItIs() {
        var reading = DocumentFile.read(FIXTURES.resolve("trinh-chieu.pptx"), Progress.NONE);
        var head = new DeckHead(reading.head().title(), "Báo cáo viên", "Chi bộ");
        var id = new DeckId(new ResolutionId("57-nq-tw"), head.suggestedName());

        var parsed = LibraryFormat.deck(id, SourceFile.of("slides/x.md", head.frontMatter() + reading.body()));

        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.value().orElseThrow().slides())
                .extracting(SlideDeck.Slide::title)
                .containsExactly("Nghị quyết 57 cho chi bộ cơ sở", "Ai là trung tâm?", "Các con số", "Trang 4");
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
