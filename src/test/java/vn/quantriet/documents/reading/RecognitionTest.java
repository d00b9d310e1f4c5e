package vn.quantriet.documents.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.quantriet.documents.Reading;
import vn.quantriet.documents.Unclear;
import vn.quantriet.documents.reading.Block.Cell;
import vn.quantriet.documents.reading.Block.Paragraph;
import vn.quantriet.documents.reading.Block.Table;

/** What is made of blocks, however they were read. A line that begins with {@code *} is bold. */
class RecognitionTest {

    private static Reading read(String... lines) {
        List<Block> blocks = new ArrayList<>();
        for (var line : lines) {
            boolean bold = line.startsWith("*");
            var run = new Run(bold ? line.substring(1) : line, bold, false, false, "", 0);
            blocks.add(new Paragraph(new Place(blocks.size() + 1, 0), 0, "", 0, false, List.of(run)));
        }
        return TextReading.of(new Original(blocks, Map.of(), List.of()));
    }

    private static List<String> headings(Reading reading) {
        return reading.body().lines().filter(line -> line.startsWith("#")).toList();
    }

    private static List<String> said(Reading reading) {
        return reading.unclear().stream()
                .filter(one -> !one.code().startsWith("missing"))
                .map(one -> (one.code() + " " + String.join(" → ", one.arguments())).strip())
                .toList();
    }

    @Test
    void aListWithinAClauseIsNotTakenForClauses() {
        var reading = read(
                "*I. Nhiệm vụ",
                "*1. Thể chế",
                "Gồm các việc sau.",
                "1. sửa luật",
                "2. ban hành nghị định",
                "*2. Hạ tầng",
                "Đầu tư đồng bộ.");

        assertThat(headings(reading)).containsExactly("## I. Nhiệm vụ", "### 1. Thể chế", "### 2. Hạ tầng");
        assertThat(reading.body()).contains("\n1\\. sửa luật\n\n2\\. ban hành nghị định\n");
        assertThat(said(reading)).containsExactly("number 1.", "number 2.");
    }

    @Test
    void aNumberThatLeavesAGapIsKeptForTheValidator() {
        assertThat(headings(read("*I. Một", "a", "*III. Ba", "b"))).containsExactly("## I. Một", "## III. Ba");
    }

    @Test
    void numbersThatRunOnAreKept() {
        assertThat(headings(read("*I. Một", "*1. A", "x", "*2. B", "x", "*II. Hai", "*3. C", "x")))
                .containsExactly("## I. Một", "### 1. A", "### 2. B", "## II. Hai", "### 3. C");
    }

    @Test
    void partsBecomeRomanAndWhatIsBelowMovesDown() {
        var reading = read(
                "*Phần thứ nhất",
                "*TÌNH HÌNH",
                "*I. Kết quả",
                "x",
                "*II. Hạn chế",
                "x",
                "*Phần thứ hai",
                "*GIẢI PHÁP",
                "x");

        assertThat(headings(reading))
                .containsExactly("## I. TÌNH HÌNH", "### 1. Kết quả", "### 2. Hạn chế", "## II. GIẢI PHÁP");
        assertThat(said(reading))
                .containsExactly(
                        "renumbered Phần thứ nhất → I.",
                        "renumbered I. → 1.",
                        "renumbered II. → 2.",
                        "renumbered Phần thứ hai → II.");
    }

    @Test
    void capitalsCountThreeWithC() {
        assertThat(headings(read("*A. Một", "x", "*B. Hai", "x", "*C. Ba", "x")))
                .containsExactly("## I. Một", "## II. Hai", "## III. Ba");
    }

    @Test
    void aFourthLevelStaysAsParagraphs() {
        var reading = read("*I. Một", "*1. Hai", "*1.1. Ba", "x", "a) Bốn", "y");

        assertThat(headings(reading)).containsExactly("## I. Một", "### 1. Hai", "#### a) Ba");
        assertThat(reading.body()).endsWith("\nx\n\na) Bốn\n\ny\n");
        assertThat(said(reading)).containsExactly("renumbered 1.1. → a)", "deep a)");
    }

    @Test
    void aLetterRightBelowARomanNumberTakesThePlaceBetween() {
        assertThat(headings(read("*I. Một", "*1. Hai", "a) Ba: x", "*II. Bốn", "a) Năm: y")))
                .containsExactly("## I. Một", "### 1. Hai", "#### a) Ba", "## II. Bốn", "### 1. Năm");
    }

    @Test
    void withoutAnyNumberEverythingIsOneClause() {
        var reading = read("Một đoạn.", "Hai đoạn.");

        assertThat(reading.body()).isEqualTo("\n## I. Nội dung\n\nMột đoạn.\n\nHai đoạn.\n");
        assertThat(said(reading)).containsExactly("unnumbered");
    }

    @Test
    void aTitleInCapitalsIsWrittenSmallAndSaid() {
        var reading = read(
                "*TỈNH ỦY HOA PHƯỢNG",
                "Số: 05-NQ/TU",
                "Hoa Phượng, ngày 5 tháng 1 năm 2026",
                "*NGHỊ QUYẾT",
                "*VỀ CHUYỂN ĐỔI SỐ",
                "*I. Một",
                "x");

        assertThat(reading.head().issuer()).isEqualTo("Tỉnh ủy Hoa Phượng");
        assertThat(reading.head().number()).isEqualTo("05-NQ/TU");
        assertThat(reading.head().issued()).isEqualTo("2026-01-05");
        assertThat(reading.head().kind()).isEqualTo("resolution");
        assertThat(reading.head().title()).isEqualTo("Chuyển đổi số");
        assertThat(reading.head().suggestedId()).isEqualTo("05-nq-tu");
        assertThat(reading.unclear()).extracting(Unclear::code).containsExactly("capitals");
    }

    @Test
    void anAnnexAfterTheSignaturesIsKept() {
        var reading = read("*I. Một", "x", "Nơi nhận:", "- Lưu.", "T/M BAN THƯỜNG VỤ", "PHỤ LỤC", "Danh mục nhiệm vụ");

        assertThat(reading.body()).isEqualTo("\n## I. Một\n\nx\n\nPHỤ LỤC\n\nDanh mục nhiệm vụ\n");
        assertThat(said(reading)).containsExactly("closing", "annex");
    }

    @Test
    void mergedCellsLeaveEmptyOnes() {
        var place = new Place(2, 0);
        var wide = new Cell(List.of(Paragraph.plain(place, "Rộng")), 2, false);
        var cell = new Cell(List.of(Paragraph.plain(place, "a|b")), 1, false);
        var below = new Cell(List.of(Paragraph.plain(place, "c")), 1, true);
        var reading = TextReading.of(new Original(
                List.of(
                        Paragraph.plain(new Place(1, 0), "I. Bảng"),
                        new Table(place, List.of(List.of(wide), List.of(cell, below)))),
                Map.of(),
                List.of()));

        assertThat(reading.body()).isEqualTo("\n## I. Bảng\n\n| Rộng |  |\n|---|---|\n| a\\|b |  |\n");
        assertThat(said(reading)).containsExactly("merged");
    }

    @Test
    void emphasisEndsAtLettersSoThatItsMarksCount() {
        var runs = List.of(
                Run.plain("Nêu "),
                new Run("“gương”", true, false, false, "", 0),
                Run.plain("trước"),
                new Run(" hết", true, true, false, "", 0),
                Run.plain("."));

        assertThat(Inline.line(Runs.tidy(runs))).isEqualTo("Nêu **“gương**”trước ***hết***.");
    }
}
