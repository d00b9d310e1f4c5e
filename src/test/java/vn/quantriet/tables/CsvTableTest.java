package vn.quantriet.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTableTest {
    private static final List<String> REQUIRED = List.of("code", "name");

    @Test
    void quotedCommasQuotesAndLineBreaksStayInTheirCell() {
        var table = CsvTable.read("code,name\nA,\"Chi bộ \"\"Một\"\", khối\nphố\"\nB,Hai\n", REQUIRED, List.of());
        assertThat(table.problems()).isEmpty();
        assertThat(table.rows().getFirst().get("name")).isEqualTo("Chi bộ \"Một\", khối\nphố");
        assertThat(table.rows().get(1).line()).isEqualTo(4);
    }

    @Test
    void byteOrderMarkIsNoPartOfTheFirstColumn() {
        var table = CsvTable.read("\uFEFFcode,name\nA,Một", REQUIRED, List.of());
        assertThat(table.problems()).isEmpty();
        assertThat(table.rows().getFirst().get("code")).isEqualTo("A");
    }

    @Test
    void semicolonsSeparateWhenTheHeaderHasThem() {
        var table = CsvTable.read("code;name\nA;Một, hai", REQUIRED, List.of());
        assertThat(table.rows().getFirst().get("name")).isEqualTo("Một, hai");
    }

    @Test
    void decomposedLettersAreComposedAndCellsTrimmed() {
        var table = CsvTable.read("code,name\nA,  Ha\u0300  ", REQUIRED, List.of());
        assertThat(table.rows().getFirst().get("name")).isEqualTo("H\u00e0");
    }

    @Test
    void longAndShortRowsAreProblemsAndTheOthersAreKept() {
        var table = CsvTable.read("code,name\nA,Một,thừa\nB\nC,Ba", REQUIRED, List.of());
        assertThat(table.problems())
                .containsExactly(
                        new TableProblem(2, "", "tables.problem.row-long", "3", "2"),
                        new TableProblem(3, "", "tables.problem.row-short", "1", "2"));
        assertThat(table.rows()).extracting(row -> row.get("code")).containsExactly("C");
    }

    @Test
    void everyMissingUnknownAndDoubleColumnIsNamed() {
        var table = CsvTable.read("name,name,colour\nA,B,C", REQUIRED, List.of("born"));
        assertThat(table.problems())
                .containsExactly(
                        new TableProblem(1, "code", "tables.problem.column-missing", "code", "name, name, colour"),
                        new TableProblem(1, "name", "tables.problem.column-twice", "name"),
                        new TableProblem(1, "colour", "tables.problem.column-unknown", "colour", "code, name, born"));
    }

    @Test
    void emptyTextIsAProblem() {
        assertThat(CsvTable.read("\n  \n", REQUIRED, List.of()).problems())
                .containsExactly(new TableProblem(1, "", "tables.problem.empty", "code, name"));
    }

    @Test
    void unclosedQuoteIsAProblemOfItsLine() {
        assertThat(CsvTable.read("code,name\nA,Một\nB,\"Hai\nC,Ba\n", REQUIRED, List.of())
                        .problems())
                .containsExactly(new TableProblem(3, "", "tables.problem.quote"));
    }

    @Test
    void onlyUtf8IsDecoded() {
        assertThat(CsvTable.decode("Hòa".getBytes(StandardCharsets.UTF_8))).contains("Hòa");
        assertThat(CsvTable.decode("Hà".getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
    }
}
