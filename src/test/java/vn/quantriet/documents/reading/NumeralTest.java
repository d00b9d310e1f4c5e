package vn.quantriet.documents.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.quantriet.documents.reading.Numeral.Kind;

class NumeralTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I. Tình hình | ROMAN | 1 | I.",
                "II- MỤC TIÊU | ROMAN | 2 | II-",
                "IV.TỔ CHỨC | ROMAN | 4 | IV.",
                "1. Quan điểm | ARABIC | 1 | 1.",
                "2.Quan điểm | ARABIC | 2 | 2.",
                "12- Các tỉnh ủy | ARABIC | 12 | 12-",
                "a) Về thể chế | LETTER | 1 | a)",
                "đ) Về hạ tầng | LETTER | 5 | đ)",
                "b. Về nhân lực | LETTER | 2 | b.",
                "1.2. Mục tiêu cụ thể | DOTTED | 2 | 1.2.",
                "A. PHẦN CHUNG | CAPITAL | 1 | A.",
                "Điều 5. Phạm vi | ARTICLE | 5 | Điều 5.",
                "Chương II | CHAPTER | 2 | Chương II",
                "CHƯƠNG III. QUY ĐỊNH | CHAPTER | 3 | CHƯƠNG III.",
                "Phần thứ nhất | PART | 1 | Phần thứ nhất",
                "PHẦN THỨ HAI: NHIỆM VỤ | PART | 2 | PHẦN THỨ HAI:",
                "Khoản 3. Nội dung | ARABIC | 3 | Khoản 3.",
                "Điểm b) Nội dung | LETTER | 2 | Điểm b)",
                "- nhà khoa học | BULLET | 0 | -",
                "+ sửa đổi luật | BULLET | 0 | +",
                "• nhà khoa học | BULLET | 0 | -",
                "(1) Một là | OTHER | 0 | (1)"
            })
    void isFoundAtTheHeadOfAParagraph(String text, Kind kind, int value, String printed) {
        assertThat(Numeral.typed(text)).hasValueSatisfying(numeral -> {
            assertThat(numeral.kind()).isEqualTo(kind);
            assertThat(numeral.value()).isEqualTo(value);
            assertThat(numeral.printed()).isEqualTo(printed);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.500 tỷ đồng được bố trí",
                "2025 là năm bản lề",
                "22/12/2024 là ngày ban hành",
                "Điều 5 của Điều lệ Đảng",
                "Chương trình hành động",
                "Mục tiêu đến năm 2030",
                "Phần lớn các địa phương",
                "phần thứ nhất nêu rõ",
                "V.I. Lê-nin đã viết",
                "IIX. không phải số La Mã",
                "Việt Nam"
            })
    void isNotFoundInPlainWords(String text) {
        assertThat(Numeral.typed(text)).isEmpty();
    }

    @Test
    void lettersCountByTheVietnameseAlphabet() {
        assertThat(Numeral.letter("đ")).isEqualTo(5);
        assertThat(Numeral.letter("e")).isEqualTo(6);
        assertThat(Numeral.typed("e) Năm")
                        .orElseThrow()
                        .followsInEnglish(Numeral.typed("d) Bốn").orElseThrow()))
                .isTrue();
    }

    @Test
    void wordCountsItsListsAnewBelowEachParent() {
        var counters = new Counters();
        var levels = new TreeMap<Integer, Counters.Level>(Map.of(
                0, new Counters.Level(1, "upperRoman", "%1.", -1, false),
                1, new Counters.Level(1, "decimal", "%1.%2.", -1, true)));
        var printed = new ArrayList<String>();
        for (int depth : new int[] {0, 1, 1, 0, 1}) {
            printed.add(counters.next("list", "member", Map.of(), levels, depth));
        }

        assertThat(printed).containsExactly("I.", "1.1.", "1.2.", "II.", "2.1.");
    }
}
