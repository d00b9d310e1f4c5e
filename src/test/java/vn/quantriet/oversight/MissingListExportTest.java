package vn.quantriet.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import vn.quantriet.organisation.Unit;
import vn.quantriet.study.CampaignId;
import vn.quantriet.study.Step;
import vn.quantriet.ui.Translations;

@SuppressWarnings("NullAway.Init")
class MissingListExportTest extends OversightTest {
    /** Five title lines and the header; the reader leaves out the empty row between them. */
    private static final int ROWS_ABOVE = 6;

    @Autowired
    MissingListExport export;

    private Unit offices;
    private Unit cell;
    private Unit wards;

    @BeforeEach
    void populate() {
        var root = units.root("Đảng bộ tỉnh (mẫu)");
        offices = units.below(root, "Đảng bộ Khối cơ quan");
        cell = units.below(units.below(offices, "Đảng bộ Sở Y tế"), "Chi bộ Văn phòng Sở");
        wards = units.below(root, "Đảng bộ phường Hòa Bình (mẫu)");
    }

    @Test
    void listHoldsExactlyThoseWhoAreMissingOverSeveralChunks() throws IOException {
        List<String> expected = new ArrayList<>();
        var done = members.join(cell, "Nguyễn Thu Hà");
        members.join(wards, "Phạm Quang Minh");
        for (int i = 0; i < 2_005; i++) {
            members.join(cell, "Đảng viên " + i);
            expected.add("Đảng viên " + i);
        }
        var campaign = open(units.get(wards.parent().orElseThrow()), TEXT);
        complete(campaign, done);
        acting.becomeSecretaryOf(offices);

        var rows = read(export(campaign, offices));

        assertThat(rows.stream().skip(ROWS_ABOVE).map(row -> row.getCellText(2)))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(rows.getLast().getCellText(0)).isEqualTo("2005");
    }

    @Test
    void titleSaysUnitCampaignTextAndMoment() throws IOException {
        var binh = members.join(cell, "Trần Văn Bình");
        var campaign = open(offices, TEXT);
        studying.step(campaign, TEXT, binh, Step.STUDYING);

        var rows = read(export(campaign, offices));

        assertThat(rows.stream().limit(5).map(row -> row.getCellText(0)))
                .containsExactly(
                        "Danh sách đảng viên chưa hoàn thành",
                        "Đơn vị: Đảng bộ Khối cơ quan (U2)",
                        "Đợt học: Đợt học quý IV/2026, từ 14/11/2026 đến 03/12/2026",
                        "Văn bản: 57-NQ/TW – Đột phá phát triển 57-NQ/TW",
                        "Tính đến 14:05 ngày 23/11/2026");
        assertThat(rows.get(5).stream().map(c -> c.getText()))
                .containsExactly(
                        "STT",
                        "Mã số",
                        "Họ và tên",
                        "Đơn vị",
                        "Chức vụ",
                        "Tình trạng",
                        "Điều khoản đã đọc",
                        "Kiểm tra",
                        "Hạn học");
        assertThat(rows.get(6).stream().limit(8).map(c -> c.getText()))
                .containsExactly(
                        "1", "M1", "Trần Văn Bình", "Chi bộ Văn phòng Sở", "Chi ủy viên", "Đang học", "0", "Chưa");
        assertThat(rows.get(6).getCellAsDate(8))
                .hasValueSatisfying(due -> assertThat(due.toLocalDate()).isEqualTo(DUE));
    }

    @Test
    void nameThatLooksLikeAFormulaStaysText() throws IOException {
        var names = List.of("=HYPERLINK(\"http://x\")", "+1", "-2+3", "@SUM(A1)", "<b>&\"");
        names.forEach(name -> members.join(cell, name));
        var campaign = open(offices, TEXT);

        var rows = read(export(campaign, offices));

        assertThat(rows.stream().skip(ROWS_ABOVE).map(row -> row.getCell(2)))
                .allSatisfy(name -> {
                    assertThat(name.getType()).isEqualTo(CellType.STRING);
                    assertThat(name.getFormula()).isNull();
                })
                .extracting(c -> c.getText())
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void secretaryOfAnotherBranchIsRefusedBeforeAnythingIsWritten() {
        members.join(cell, "Nguyễn Thu Hà");
        var campaign = open(offices, TEXT);
        acting.becomeSecretaryOf(wards);
        var out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> export.write(order(campaign, offices), out)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> export.write(order(campaign, wards), out)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> export.fileName(order(campaign, offices))).isInstanceOf(AccessDeniedException.class);

        assertThat(out.size()).isZero();
    }

    @Test
    void fileIsNamedByUnitTextAndDay() {
        var campaign = open(offices, TEXT);

        assertThat(export.fileName(order(campaign, offices))).isEqualTo("con-thieu_U2_57-nq-tw_2026-11-23.xlsx");
    }

    private static MissingListExport.Order order(CampaignId campaign, Unit unit) {
        return new MissingListExport.Order(unit.id(), campaign, TEXT, Translations.VIETNAMESE);
    }

    private byte[] export(CampaignId campaign, Unit unit) throws IOException {
        var out = new ByteArrayOutputStream();
        export.write(order(campaign, unit), out);
        return out.toByteArray();
    }

    private static List<Row> read(byte[] file) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return workbook.getFirstSheet().read();
        }
    }
}
