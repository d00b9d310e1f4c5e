package vn.quantriet.documents.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.quantriet.documents.writing.Samples.PORTAL;
import static vn.quantriet.documents.writing.Samples.WORDING;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.quantriet.content.Holding;
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.ResolutionId;

class PdfFileTest {
    /** The letters of Vietnamese that English has not, and the signs that its texts use. */
    private static final String LETTERS = letters();

    static List<String> texts() throws IOException {
        return Samples.names();
    }

    private static String letters() {
        var letters = new StringBuilder("đ");
        for (var vowel : List.of("a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y")) {
            for (var tone : List.of("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")) {
                letters.append(Normalizer.normalize(vowel + tone, Normalizer.Form.NFC));
            }
        }
        var lower = letters.toString().replaceAll("[aeiouy]", "");
        return lower + lower.toUpperCase(java.util.Locale.ROOT);
    }

    private static PDDocument print(TextCopy copy) throws IOException {
        var out = new ByteArrayOutputStream();
        PdfFile.write(copy, PORTAL, WORDING, out);
        return Loader.loadPDF(out.toByteArray());
    }

    private static PDDocument print(DeckCopy copy) throws IOException {
        var out = new ByteArrayOutputStream();
        PdfFile.write(copy, PORTAL, WORDING, out);
        return Loader.loadPDF(out.toByteArray());
    }

    private static String words(PDDocument pdf) throws IOException {
        return Normalizer.normalize(new PDFTextStripper().getText(pdf), Normalizer.Form.NFC);
    }

    private static String joined(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static TextCopy copyOf(String clause) {
        var id = new ResolutionId("1-nq-tw");
        var text = """
                ---
                number: 1-NQ/TW
                kind: resolution
                issuer: Bộ Chính trị
                issued: 2024-12-22
                title: Chữ cái
                short: Chữ cái
                topics: [Thử]
                status: verified
                source: Công bố
                ---

                ## I. Chữ cái

                %s
                """.formatted(clause);
        return TextCopy.of(Samples.of(id, Map.of(Manuscript.TEXT, text)), false);
    }

    @Test
    void everyVietnameseLetterAndSignIsThere() throws IOException {
        assertThat(LETTERS).hasSize(134);
        var signs = "₫ “ ” ‘ ’ – — … § • × ≥ ≤ ½ %";
        var line = String.join(" ", LETTERS.split("")) + " " + signs;
        var words = "Nghị quyết đề cập những vấn đề trọng yếu: thể chế, nhân lực, hạ tầng; chuyển đổi số.";

        try (var pdf = print(copyOf(line + "\n\n**" + line + "**\n\n*" + line + "*\n\n***" + line + "***\n\n`" + words
                + "`\n\n| " + line + " | b |\n|---|---|\n| " + words + " | d |"))) {
            var read = joined(words(pdf));

            assertThat(read.split(java.util.regex.Pattern.quote(joined(line)), -1))
                    .hasSize(6);
            assertThat(read).contains(joined(words)).doesNotContain("#");
        }
    }

    @Test
    void marksWrittenApartAreSetAsLetters() throws IOException {
        try (var pdf = print(copyOf(Normalizer.normalize("Nghị quyết đề cập", Normalizer.Form.NFD)))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Nghị quyết đề cập");
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyWordOfATextIsThereInOrder(String name) throws IOException {
        var copy = TextCopy.of(Samples.text(name), true);
        try (var pdf = print(copy)) {
            var read = joined(words(pdf));
            for (var clause : copy.text().clauses()) {
                assertThat(read).contains(joined(clause.number() + " " + clause.title()));
            }
            assertThat(missingSyllables(copy.manuscript().holding(), words(pdf)))
                    .isEmpty();
            for (var point : copy.manuscript().holding().keyPoints()) {
                assertThat(read).contains(joined(point.title()));
            }
        }
    }

    private static Set<String> missingSyllables(Holding holding, String read) {
        var there = new HashSet<>(List.of(read.split("[^\\p{L}\\p{N}]+")));
        var missing = new TreeSet<String>();
        for (var words : holding.words().values()) {
            for (var syllable : words.split("[^\\p{L}\\p{N}]+")) {
                missing.add(syllable);
            }
        }
        missing.removeAll(there);
        missing.remove("");
        return missing;
    }

    @Test
    void fontsAreInsideAndTheFileSaysWhatItIs() throws IOException {
        try (var pdf = print(TextCopy.of(Samples.text("57-nq-tw"), false))) {
            assertThat(pdf.getDocumentInformation().getTitle())
                    .isEqualTo(
                            "57-NQ/TW Đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("vi");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            var outline = pdf.getDocumentCatalog().getDocumentOutline();
            assertThat(outline.getFirstChild().getTitle()).isEqualTo("I. Vì sao cần đột phá");
            assertThat(outline.getFirstChild().getFirstChild().getTitle()).isEqualTo("1. Kết quả đã có");
            var fonts = fonts(pdf);
            assertThat(fonts).hasSizeGreaterThan(2);
            assertThat(fonts).allMatch(font -> font.endsWith(" embedded"));
            assertThat(words(pdf))
                    .contains("Bản tóm lược phục vụ học tập, không thay thế toàn văn")
                    .contains("Điểm mới, điểm cốt lõi")
                    .contains("“2% GDP”: chưa kiểm chứng.")
                    .doesNotContain("Câu hỏi và đáp án");
        }
    }

    private static Set<String> fonts(PDDocument pdf) throws IOException {
        var fonts = new TreeSet<String>();
        for (var page : pdf.getPages()) {
            for (var name : page.getResources().getFontNames()) {
                var font = page.getResources().getFont(name);
                fonts.add(font.getName() + (font.isEmbedded() ? " embedded" : " outside"));
            }
        }
        return fonts;
    }

    @Test
    void pagesOfContentsAreNamedInTheContents() throws IOException {
        var copy = TextCopy.of(Samples.text("57-nq-tw"), false);
        try (var pdf = print(copy)) {
            var stripper = new PDFTextStripper();
            stripper.setEndPage(2);
            assertThat(stripper.getText(pdf)).containsPattern("V\\. Tổ chức thực hiện[ .]*\\d");
            assertThat(words(pdf)).contains("1 / " + pdf.getNumberOfPages());
        }
    }

    @Test
    void aDeckHasAPageForEachSlideAndNotesOnlyWhenAskedFor() throws IOException {
        var manuscript = Samples.text("57-nq-tw");
        var hall = DeckCopy.of(manuscript, "co-so", false).orElseThrow();
        try (var pdf = print(hall)) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(hall.slides().size() + 1);
            assertThat(words(pdf)).contains("Ai là trung tâm?").doesNotContain("Thưa các đồng chí");
        }
        var speaker = DeckCopy.of(manuscript, "co-so", true).orElseThrow();
        try (var pdf = print(speaker)) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2 * hall.slides().size() + 1);
            assertThat(words(pdf)).contains("Thưa các đồng chí");
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everySlideOfASampleDeckFitsItsPage(String name) throws IOException {
        var manuscript = Samples.text(name);
        List<String> outgrown = new ArrayList<>();
        for (var deck : manuscript.holding().decks()) {
            var copy = DeckCopy.of(manuscript, deck.id().name(), false).orElseThrow();
            try (var pdf = print(copy)) {
                if (pdf.getNumberOfPages() != copy.slides().size() + 1) {
                    outgrown.add(deck.id() + ": " + pdf.getNumberOfPages());
                }
            }
        }
        assertThat(outgrown).isEmpty();
    }
}
