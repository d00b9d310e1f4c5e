package vn.quantriet.documents.writing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.quantriet.documents.writing.Samples.PORTAL;
import static vn.quantriet.documents.writing.Samples.WORDING;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.quantriet.content.DeckId;
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.Quiz;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.SlideDeck;
import vn.quantriet.content.format.LibraryFormat;
import vn.quantriet.content.format.SourceFile;

/** Texts and decks come back from Word and PowerPoint as they went: asked of the library's own parser, not of the words. */
class RoundTripTest {
    /** Written by the portal, opened in LibreOffice 7.4 and saved again. */
    private static final Path FIXTURES = Path.of("src/test/resources/documents/saved-by-libreoffice");

    static List<String> texts() throws IOException {
        return Samples.names();
    }

    static LibraryFiles throughWord(Manuscript manuscript, boolean withQuiz) throws IOException {
        var out = new ByteArrayOutputStream();
        WordFile.write(TextCopy.of(manuscript, withQuiz), PORTAL, WORDING, out);
        try (var document = new XWPFDocument(new ByteArrayInputStream(out.toByteArray()))) {
            return WordReading.of(document).orElseThrow();
        }
    }

    static LibraryFiles throughPowerPoint(DeckCopy copy) throws IOException {
        var out = new ByteArrayOutputStream();
        SlidesFile.write(copy, PORTAL, WORDING, out);
        try (var show = new XMLSlideShow(new ByteArrayInputStream(out.toByteArray()))) {
            return SlidesReading.of(show).orElseThrow();
        }
    }

    @Test
    void everySampleIsTried() throws IOException {
        assertThat(texts()).hasSizeGreaterThanOrEqualTo(13).contains("57-nq-tw", "01-ct-tw");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textComesBackFromWord(String name) throws IOException {
        var manuscript = Samples.text(name);
        var id = manuscript.resolution().id();
        var back = throughWord(manuscript, true);

        assertThat(back.text()).isEqualTo(id);
        var text = LibraryFormat.resolution(id, file(back, Manuscript.TEXT));
        assertThat(text.problems()).isEmpty();
        assertThat(text.value().orElseThrow().resolution().clauses())
                .isEqualTo(manuscript.resolution().clauses());
        assertThat(text.value().orElseThrow().resolution()).isEqualTo(manuscript.resolution());
        assertThat(text.value().orElseThrow().facts()).isEqualTo(manuscript.facts());
        var points = LibraryFormat.keyPoints(id, file(back, Manuscript.KEY_POINTS));
        assertThat(points.problems()).isEmpty();
        assertThat(points.value()).contains(manuscript.holding().keyPoints());
        var quiz = LibraryFormat.quiz(id, file(back, Manuscript.QUIZ));
        assertThat(quiz.problems()).isEmpty();
        assertThat(quiz.value().map(RoundTripTest::withoutHash))
                .isEqualTo(manuscript.holding().quiz().map(RoundTripTest::withoutHash));
        // The blocks themselves: tables, lists and links with all that readers do not see.
        var again = Samples.of(id, back.files());
        assertThat(TextCopy.of(again, true).body())
                .isEqualTo(TextCopy.of(manuscript, true).body());
    }

    @ParameterizedTest
    @MethodSource("texts")
    void decksComeBackFromPowerPoint(String name) throws IOException {
        var manuscript = Samples.text(name);
        assertThat(manuscript.holding().decks()).isNotEmpty();
        for (var deck : manuscript.holding().decks()) {
            var back = throughPowerPoint(
                    DeckCopy.of(manuscript, deck.id().name(), true).orElseThrow());

            var path = Manuscript.deck(deck.id().name());
            var parsed = LibraryFormat.deck(deck.id(), file(back, path));
            assertThat(parsed.problems()).isEmpty();
            assertThat(parsed.value().map(RoundTripTest::withoutHash)).contains(withoutHash(deck));
        }
    }

    @Test
    void questionsStayOutUnlessAskedFor() throws IOException {
        var back = throughWord(Samples.text("57-nq-tw"), false);

        assertThat(back.files()).containsOnlyKeys(Manuscript.TEXT, Manuscript.KEY_POINTS);
    }

    @Test
    void wordsOfTheSpeakerStayOutUnlessAskedFor() throws IOException {
        var back = throughPowerPoint(
                DeckCopy.of(Samples.text("57-nq-tw"), "co-so", false).orElseThrow());

        assertThat(back.files().get("slides/co-so.md"))
                .contains("# Ai là trung tâm?")
                .doesNotContain("Lời giảng:");
    }

    @Test
    void everythingTheFormatAllowsComesBackFromWord() throws IOException {
        var id = new ResolutionId("1-nq-tw");
        var manuscript = Samples.of(id, Map.of(Manuscript.TEXT, TEXT));
        var back = throughWord(manuscript, false);

        assertThat(TextCopy.of(Samples.of(id, back.files()), false).body())
                .isEqualTo(TextCopy.of(manuscript, false).body());
        var parsed = LibraryFormat.resolution(id, file(back, Manuscript.TEXT));
        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.value().orElseThrow().resolution()).isEqualTo(manuscript.resolution());
    }

    @Test
    void everythingTheFormatAllowsComesBackFromPowerPoint() throws IOException {
        var deck = new DeckId(new ResolutionId("1-nq-tw"), "dai");
        var manuscript = Samples.of(deck.resolution(), Map.of(Manuscript.TEXT, TEXT, "slides/dai.md", DECK));
        var back = throughPowerPoint(DeckCopy.of(manuscript, "dai", true).orElseThrow());

        var again = Samples.of(
                deck.resolution(), Map.of(Manuscript.TEXT, TEXT, "slides/dai.md", written(back, "slides/dai.md")));
        assertThat(DeckCopy.of(again, "dai", true).orElseThrow().slides())
                .isEqualTo(DeckCopy.of(manuscript, "dai", true).orElseThrow().slides());
    }

    @Test
    void aLongSlideIsDividedAndComesBackAsOne() throws IOException {
        var deck = new DeckId(new ResolutionId("1-nq-tw"), "dai");
        var long1 = new StringBuilder("---\ntitle: Dài\nreporter: Khang\naudience: Chi bộ\n---\n\n# Nhiều ý\n\n");
        for (int i = 1; i <= 30; i++) {
            long1.append(i)
                    .append(". Ý thứ ")
                    .append(i)
                    .append(", viết đủ dài để mỗi ý chiếm gần trọn một dòng của trang chiếu\n");
        }
        long1.append("\n| Cột | Nghĩa |\n|---|---|\n");
        for (int i = 1; i <= 25; i++) {
            long1.append("| Hàng ")
                    .append(i)
                    .append(" | một ô khá dài để hàng này có chiều cao đáng kể trên trang |\n");
        }
        var manuscript =
                Samples.of(deck.resolution(), Map.of(Manuscript.TEXT, TEXT, "slides/dai.md", long1.toString()));
        var copy = DeckCopy.of(manuscript, "dai", true).orElseThrow();
        assertThat(SlidePaging.of(copy.slides().getFirst().content())).hasSizeGreaterThan(2);

        var back = throughPowerPoint(copy);

        var again = Samples.of(
                deck.resolution(), Map.of(Manuscript.TEXT, TEXT, "slides/dai.md", written(back, "slides/dai.md")));
        assertThat(DeckCopy.of(again, "dai", true).orElseThrow().slides()).isEqualTo(copy.slides());
    }

    @Test
    void whatWasEditedInWordComesIn(@TempDir Path folder) throws IOException {
        var manuscript = Samples.text("57-nq-tw");
        var file = folder.resolve("57.docx");
        var out = new ByteArrayOutputStream();
        WordFile.write(TextCopy.of(manuscript, false), PORTAL, WORDING, out);
        try (var document = new XWPFDocument(new ByteArrayInputStream(out.toByteArray()));
                var edited = Files.newOutputStream(file)) {
            for (var paragraph : document.getParagraphs()) {
                if (paragraph.getText().startsWith("Gỡ riêng một nút")) {
                    paragraph.createRun().setText(" Câu thêm vào.");
                    var next = document.insertNewParagraph(paragraph.getCTP().newCursor());
                    next.setStyle("Normal");
                    next.createRun().setText("Đoạn thêm vào, ");
                    var bold = next.createRun();
                    bold.setBold(true);
                    bold.setText("in đậm");
                    break;
                }
            }
            document.write(edited);
        }

        var back = OwnFile.read(file).orElseThrow();

        var id = manuscript.resolution().id();
        assertThat(written(back, Manuscript.TEXT))
                .contains("chưa đủ, vì vậy giải pháp phải đồng bộ. Câu thêm vào.\n")
                .contains("\n\nĐoạn thêm vào, **in đậm**\n\n");
        var parsed = LibraryFormat.resolution(id, file(back, Manuscript.TEXT));
        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.value().orElseThrow().resolution().clauses())
                .filteredOn(clause -> !manuscript.resolution().clauses().contains(clause))
                .extracting(clause -> clause.id().value())
                .containsExactly("i.2");
    }

    /** LibreOffice writes lists, fields and emphasis in its own way, and keeps what we remember. */
    @Test
    void textSavedByLibreOfficeComesBack() throws IOException {
        var manuscript = Samples.text(FIXTURES.resolve("57-nq-tw"));
        var back = OwnFile.read(FIXTURES.resolve("57-nq-tw.docx")).orElseThrow();

        var again = Samples.of(manuscript.resolution().id(), back.files());
        assertThat(TextCopy.of(again, true).body())
                .isEqualTo(TextCopy.of(manuscript, true).body());
        assertThat(again.resolution()).isEqualTo(manuscript.resolution());
        assertThat(again.holding().keyPoints()).isEqualTo(manuscript.holding().keyPoints());
        assertThat(again.holding().quiz().map(RoundTripTest::withoutHash))
                .isEqualTo(manuscript.holding().quiz().map(RoundTripTest::withoutHash));
    }

    @Test
    void deckSavedByLibreOfficeComesBack() throws IOException {
        var deck = Samples.text(FIXTURES.resolve("57-nq-tw")).holding().decks().getFirst();
        var back = OwnFile.read(FIXTURES.resolve("57-nq-tw-co-so.pptx")).orElseThrow();

        var parsed = LibraryFormat.deck(deck.id(), file(back, "slides/co-so.md"));
        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.value().map(RoundTripTest::withoutHash)).contains(withoutHash(deck));
    }

    @Test
    void aPathThatLeadsElsewhereIsNotBelieved(@TempDir Path folder) throws IOException {
        var file = folder.resolve("x.pptx");
        try (var show = new XMLSlideShow();
                var out = Files.newOutputStream(file)) {
            new Memory(new ResolutionId("57-nq-tw"), "", true, Map.of("slides/../../x.md", ""), List.of())
                    .write(show.getPackage(), show.getPackagePart());
            show.write(out);
        }

        assertThat(OwnFile.read(file)).isEmpty();
    }

    @Test
    void aFileOfSomebodyElseIsNoneOfOurs() throws IOException {
        try (var document = new XWPFDocument();
                var show = new XMLSlideShow()) {
            assertThat(WordReading.of(document)).isEmpty();
            assertThat(SlidesReading.of(show)).isEmpty();
        }
    }

    private static SourceFile file(LibraryFiles files, String path) {
        return SourceFile.of(path, written(files, path));
    }

    private static String written(LibraryFiles files, String path) {
        return requireNonNull(files.files().get(path), path);
    }

    private static Quiz withoutHash(Quiz quiz) {
        return new Quiz(quiz.passPercent(), quiz.draw(), quiz.questions(), "");
    }

    private static SlideDeck withoutHash(SlideDeck deck) {
        return new SlideDeck(
                deck.id(), deck.title(), deck.reporter(), deck.audience(), deck.minutes(), deck.slides(), "");
    }

    private static final String TEXT = """
            ---
            number: 1-NQ/TW
            kind: resolution
            issuer: Bộ Chính trị
            issued: 2024-12-22
            title: "Thử: <mọi> điều & ký hiệu"
            short: Thử
            topics: [Thử]
            status: verified
            source: Công bố
            facts:
              gdp-2030:
                status: unverified
                source: Ghi theo trí nhớ & chờ đối chiếu
            ---

            ## I. Chữ *nghiêng* và **đậm**

            Một đoạn có **đậm**, *nghiêng*, ***cả hai***, ~~gạch~~, `mã`, [liên kết](https://vi.wikipedia.org/wiki/Vi%E1%BB%87t?a=1&b=2),
            [II.1](clause:ii.1), [văn bản khác](clause:18-nq-tw#ii.1.a) và [ít nhất **30%** GDP](fact:gdp-2030), rồi lại
            [30%](fact:gdp-2030).\\
            Xuống dòng ở đây; 3 \\* 4 < 5 && a_b_c, 100\\_000 \\[ngoặc\\] \\`dấu\\` &amp;amp; “ngoặc kép” – gạch dài… ₫.

            1\\. không phải danh sách

            \\- cũng không, \\# cũng không

            - Gạch đầu dòng
              - thứ cấp
                1. số trong gạch
                2. số hai
              - thứ cấp nữa
            - Ý hai

              đoạn tiếp của ý hai

            * Danh sách khác
            * kề bên

            3. Bắt đầu từ ba
            4. rồi bốn

            > Trích dẫn **đậm**
            >
            > - có danh sách
            > - hai ý
            >
            > và đoạn cuối

            ## II. Bảng

            ### 1. Có cột canh lề

            | Tên | Giữa | Phải | Trái |
            |---|:-:|--:|:--|
            | **đậm** | [III](clause:ii) | 1.000 | a \\| b |
            |  | trống | [1%](fact:gdp-2030) | cuối |

                dòng mã * một
                  dòng mã hai

            #### a) Chữ thường

            Hết.
            """;

    private static final String DECK = """
            ---
            title: Thử
            reporter: Khang
            audience: Chi bộ
            minutes: 20
            ---

            # Một *tiêu đề* rất bình thường

            Một đoạn mở đầu có [liên kết](https://example.vn/a?b=1&c=2), **đậm** và ~~gạch~~.

            - ý một
              - thứ cấp
            - ý hai [II](clause:ii)

            > Câu hỏi: **đồng chí** nghĩ sao?
            >
            > Dòng hai

            ## Tiêu đề phụ

            3. ba
            4. bốn

            [I](clause:i) [khác](clause:18-nq-tw#i.2)

            Lời giảng:

            Đoạn một.

            - nhắc một
            - nhắc hai

            Đoạn cuối.

            ---

            # Bảng

            | Tên | Giữa | Phải |
            |---|:-:|--:|
            | **đậm** | [II](clause:ii) | 1.000 |
            |  | trống | cuối |

            Sau bảng.

            ---

            # Không có lời giảng

            [II.1](clause:ii.1)
            """;
}
