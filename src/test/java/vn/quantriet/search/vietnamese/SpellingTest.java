package vn.quantriet.search.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({"hoà, hòa", "kỹ, kĩ", "quý, quí", "tỷ, tỉ", "thuỷ, thủy", "khoẻ, khỏe", "LUẬT, luật", "mỹ, mĩ"})
    void twoWaysToWriteOneSyllableAreTheSame(String one, String other) {
        assertThat(Spelling.canonical(one)).isEqualTo(Spelling.canonical(other));
        assertThat(Spelling.key(one)).isEqualTo(Spelling.key(other));
    }

    @ParameterizedTest
    @CsvSource({"tay, tai", "thúy, thúi", "hòa, hóa", "đường, dương", "ma, mạ", "quan, quân"})
    void differentSyllablesStayDifferent(String one, String other) {
        assertThat(Spelling.canonical(one)).isNotEqualTo(Spelling.canonical(other));
    }

    @Test
    void cleaningComposesAndDropsWhatCannotBeSeen() {
        String nfd = Normalizer.normalize("Đảng bộ", Normalizer.Form.NFD);
        assertThat(Spelling.clean(nfd)).isEqualTo("Đảng bộ");
        assertThat(Spelling.clean("ngh\u00ADị\u200B quy\uFEFFết")).isEqualTo("nghị quyết");
        assertThat(Spelling.clean("\u00D0ảng\u00A0viên")).isEqualTo("Đảng viên");
    }

    @Test
    void foldingKeepsEveryPosition() {
        String text = "Nghị quyết Đại hội – ừ Ữ ơ Ơ";
        assertThat(Spelling.fold(text))
                .isEqualTo("nghi quyet dai hoi – u u o o")
                .hasSameSizeAs(text);
    }
}
