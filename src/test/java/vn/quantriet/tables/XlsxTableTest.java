package vn.quantriet.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class XlsxTableTest {

    @Test
    void everyKindOfCellIsReadBackAsWhatItIs() throws IOException {
        List<Row> rows = written(List.of(
                new XlsxTable.Text("Nguyễn Thu Hà"),
                new XlsxTable.Count(35_599),
                new XlsxTable.Date(LocalDate.of(2024, 12, 22)),
                new XlsxTable.Percent(0.9916),
                new XlsxTable.Blank()));
        assertThat(rows.getFirst().getCellText(0)).isEqualTo("Họ và tên");
        Row row = rows.get(1);
        assertThat(row.getCellText(0)).isEqualTo("Nguyễn Thu Hà");
        assertThat(row.getCellAsNumber(1).orElseThrow()).isEqualByComparingTo("35599");
        assertThat(row.getCellAsDate(2).orElseThrow().toLocalDate()).isEqualTo(LocalDate.of(2024, 12, 22));
        assertThat(row.getCellAsNumber(3).orElseThrow()).isEqualByComparingTo("0.9916");
    }

    @Test
    void textThatLooksLikeAFormulaStaysText() throws IOException {
        List<Row> rows = written(List.of(
                new XlsxTable.Text("=HYPERLINK(\"http://xấu\")"),
                new XlsxTable.Text("+1+1"),
                new XlsxTable.Text("-2"),
                new XlsxTable.Text("@SUM(A1)"),
                new XlsxTable.Text("chuông\u0007\u0000reo")));
        assertThat(rows.get(1).stream()).allSatisfy(cell -> {
            assertThat(cell.getType()).isEqualTo(CellType.STRING);
            assertThat(cell.getFormula()).isNull();
        });
        assertThat(rows.get(1).getCellText(0)).isEqualTo("=HYPERLINK(\"http://xấu\")");
        assertThat(rows.get(1).getCellText(4)).isEqualTo("chuôngreo");
    }

    @Test
    void titlesStandAboveTheHeaderWithAnEmptyLineBetween() throws IOException {
        var out = new ByteArrayOutputStream();
        var titles = List.of("Danh sách đảng viên", "=1+1");
        try (var table = new XlsxTable(out, "Số", titles, List.of(new XlsxTable.Column("Họ và tên", 8)))) {
            table.row(List.of(new XlsxTable.Text("Nguyễn Thu Hà")));
        }
        List<Row> rows = read(out);
        assertThat(rows.stream().map(Row::getRowNum)).containsExactly(1, 2, 4, 5);
        assertThat(rows.stream().map(row -> row.getCellText(0)))
                .containsExactly("Danh sách đảng viên", "=1+1", "Họ và tên", "Nguyễn Thu Hà");
        assertThat(rows.get(1).getCell(0).getFormula()).isNull();
    }

    @Test
    void rowsBeyondTheFlushAreAllThere() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var table = new XlsxTable(out, "Số", List.of(new XlsxTable.Column("n", 8)))) {
            for (int i = 1; i <= 1_234; i++) {
                table.row(List.of(new XlsxTable.Count(i)));
            }
        }
        List<Row> rows = read(out);
        assertThat(rows).hasSize(1_235);
        assertThat(rows.getLast().getCellAsNumber(0).orElseThrow()).isEqualByComparingTo("1234");
    }

    @Test
    void rowOfAnotherLengthIsRefused() throws IOException {
        try (var table = new XlsxTable(new ByteArrayOutputStream(), "a", List.of(new XlsxTable.Column("n", 8)))) {
            assertThatThrownBy(() -> table.row(List.of())).hasMessage("got 0 cells, expected 1");
        }
    }

    private static List<Row> written(List<XlsxTable.Cell> cells) throws IOException {
        var out = new ByteArrayOutputStream();
        var columns = List.of(
                new XlsxTable.Column("Họ và tên", 30),
                new XlsxTable.Column("Số", 10),
                new XlsxTable.Column("Ngày", 12),
                new XlsxTable.Column("Tỷ lệ", 10),
                new XlsxTable.Column("Khác", 10));
        try (var table = new XlsxTable(out, "Danh sách: chưa học [mẫu]", columns)) {
            table.row(cells);
        }
        return read(out);
    }

    private static List<Row> read(ByteArrayOutputStream out) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            return workbook.getFirstSheet().read();
        }
    }
}
