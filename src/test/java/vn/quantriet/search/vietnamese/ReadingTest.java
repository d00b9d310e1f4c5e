package vn.quantriet.search.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {
    private final Vocabulary vocabulary = Vocabulary.of(List.of(
            new Vocabulary.Sample("Đảng viên ở chi bộ. Kỷ luật của Đảng. Nghị quyết. Nghĩa vụ quân sự. Mở đường.", 2),
            new Vocabulary.Sample(
                    "Đường lối. Dương lịch. Quan hệ. Chuyển đổi số. Đất nước. Được mùa. An ninh. Ăn cơm.", 1)));
    private final AccentRestorer restorer = new AccentRestorer(vocabulary);
    private final TypingRepair typing = new TypingRepair(vocabulary);

    @ParameterizedTest
    @CsvSource({
        "dang vien, đảng viên",
        "ki luat, kỷ luật",
        "nghia vu quan su, nghĩa vụ quân sự",
        "đang vien, đảng viên",
        "đàng vien, đảng viên",
        "nghị quyet 18-NQ/TW?, nghị quyết 18-NQ/TW?",
        "xyzzy dang vien, xyzzy đảng viên",
    })
    void accentsAreRestoredAndATypedToneKeptUnlessItsNeighbourSpeaksAgainstIt(String typed, String restored) {
        assertThat(restorer.restore(typed)).isEqualTo(restored);
    }

    @Test
    void unmarkedSyllableInAMarkedQueryIsMeant() {
        assertThat(restorer.restore("an ninh đất nước")).isEqualTo("an ninh đất nước");
        assertThat(restorer.restore("Mở đường quan hệ Đảng")).isEqualTo("Mở đường quan hệ Đảng");
    }

    @ParameterizedTest
    @CsvSource({
        "nghij quyeets, nghị quyết",
        "nghi5 quye61t, nghị quyết",
        "chuyeenr ddooir soos, chuyển đổi số",
        "dduwowngf, đường",
        "duongwf, đường",
        "DDarng vieen, đảng viên",
        "nghiax vuj quaan suwj, nghĩa vụ quân sự",
        "d9a6t1 nu7o7c1, đất nước",
        "dduwowcj, được",
    })
    void telexAndVniAreRead(String typed, String meant) {
        assertThat(Spelling.words(restorer.restore(typing.repair(typed, w -> false))))
                .isEqualTo(Spelling.words(meant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nghị quyết", "chi bo", "18-NQ/TW", "gdp", "3", "", "x"})
    void whatCouldBeMeantAsItStandsIsNotTouched(String typed) {
        assertThat(typing.repair(typed, w -> false)).isEqualTo(typed);
    }

    @ParameterizedTest
    @CsvSource({
        "18-NQ/TW, 18-nq/tw",
        "18 - NQ/TW, 18-nq/tw",
        "18–NQ/TW, 18-nq/tw",
        "18/NQ-TW, 18-nq/tw",
        "18-NQ/T.Ư, 18-nq/tw",
        "18-NQ/TƯ, 18-nq/tw",
        "07-ĐA/TU, 7-da/tu",
        "NQ18, 18-nq",
        "nq 18, 18-nq",
        "nghị quyết 18, 18-nq",
        "Nghị quyết số 18-NQ/TW, 18-nq/tw",
        "nghi quyet so 18 nq tw, 18-nq/tw",
        "Chỉ thị 05, 5-ct",
        "05-CT/TW, 5-ct/tw",
        "154/2025/NĐ-CP, 154/2025-nd/cp",
        "154/2025/nd-cp, 154/2025-nd/cp",
        "nghị định 154/2025, 154/2025-nd",
    })
    void documentNumberIsReadInEverySpelling(String typed, String term) {
        assertThat(DocumentNumber.in(typed)).extracting(DocumentNumber::term).containsExactly(term);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-2030",
                "22/12/2024",
                "ngày 22-12-2024",
                "nghị quyết 2025",
                "5 đã",
                "đã 5 năm",
                "nghị quyết 3-5",
                "18"
            })
    void spansDatesAndCountsAreNoDocumentNumbers(String typed) {
        assertThat(DocumentNumber.in(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"57-NQ/TW ", "nghị quyết số ", "nq        ", "18 ", "18/2025 ", "nq 18 - ", "0", " "})
    void documentNumbersOfALargeTextAreReadInProportionToItsLength(String token) {
        String text = "nq " + token.repeat(300_000 / token.length());

        var numbers = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> DocumentNumber.in(text));

        assertThat(numbers).hasSizeLessThanOrEqualTo(300_000 / token.length());
    }

    @Test
    void documentNumbersStandWhereTheyWereFound() {
        String text = "Theo Nghị quyết 18-NQ/TW và 05-CT/TW.";
        assertThat(DocumentNumber.in(text))
                .extracting(n -> text.substring(n.from(), n.to()))
                .containsExactly("Nghị quyết 18-NQ/TW", "05-CT/TW");
    }

    @Test
    void abbreviationLinesThatCannotBeReadAreNamed() {
        var abbreviations =
                Abbreviations.parse(List.of("# ghi chú", "T.Ư, TW = trung ương", "BCT", "QĐ = quyết định | quy định"));
        assertThat(abbreviations.problems())
                .containsExactly("abbreviations.txt:3:1: got 'BCT', expected 'TW = trung ương' or 'bỏ ~ bãi bỏ'");
        assertThat(abbreviations.meanings("TƯ")).containsExactly("trung ương");
        assertThat(abbreviations.meanings("T.Ư")).containsExactly("trung ương");
        assertThat(abbreviations.meanings("tw")).containsExactly("trung ương");
        assertThat(abbreviations.meanings("tư")).as("as in tư nhân").isEmpty();
        assertThat(abbreviations.meanings("qđ")).containsExactly("quyết định", "quy định");
        assertThat(abbreviations.shortForms("trung uong")).containsExactly("tu", "tw");
    }
}
