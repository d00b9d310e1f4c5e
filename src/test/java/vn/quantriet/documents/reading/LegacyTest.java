package vn.quantriet.documents.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegacyTest {
    private static final String SMALL = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ";

    /** {@link #SMALL} as glibc writes it: {@code iconv -f UTF-8 -t TCVN5712-1}, its bytes read as Latin-1. */
    private static final String SMALL_IN_TCVN3 =
            "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00ADõøö÷ùúýûüþ";

    private static final String SMALL_IN_VNI =
            "aøaùaûaõaïaêaèaéaúaüaëaâaàaáaåaãaäñeøeùeûeõeïeâeàeáeåeãeäìíæóòoøoùoûoõoïoâoàoáoåoãoä"
                    + "ôôøôùôûôõôïuøuùuûuõuïööøöùöûöõöïyøyùyûyõî";

    @Test
    void everySmallLetterOfTcvn3IsKnown() {
        assertThat(Legacy.TCVN3.decode(SMALL_IN_TCVN3)).isEqualTo(SMALL);
    }

    @Test
    void capitalsOfTcvn3AreSmallLettersInAFontOfCapitals() {
        assertThat(Legacy.TCVN3_CAPITALS.decode(SMALL_IN_TCVN3)).isEqualTo(SMALL.toUpperCase(Locale.ROOT));
    }

    @Test
    void everyLetterOfVniIsKnown() {
        assertThat(Legacy.VNI.decode(SMALL_IN_VNI)).isEqualTo(SMALL);
        assertThat(Legacy.VNI.decode(SMALL_IN_VNI.toUpperCase(Locale.ROOT))).isEqualTo(SMALL.toUpperCase(Locale.ROOT));
    }

    @ParameterizedTest
    @CsvSource({
        ".VnTime, TCVN3",
        ".VnTimeH, TCVN3_CAPITALS",
        "ABCDEF+.VnArialH, TCVN3_CAPITALS",
        ".VnArial NarrowH, TCVN3_CAPITALS",
        "'.VnTimeH,Bold', TCVN3_CAPITALS",
        "VNI-Times, VNI",
        "vni-helve, VNI",
        "Times New Roman, UNICODE",
        "VnTime, UNICODE"
    })
    void theFontSaysHowLettersAreMeant(String font, Legacy coding) {
        assertThat(Legacy.ofFont(font)).isEqualTo(coding);
    }

    @Test
    void textOfTodayInAFontOfOldIsLeftAlone() {
        assertThat(Legacy.TCVN3.decode("Nghị quyết của Bộ Chính trị")).isEqualTo("Nghị quyết của Bộ Chính trị");
    }

    @Test
    void withoutAFontSyllablesTell() {
        assertThat(Legacy.of("Céng hßa x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc"))
                .isEqualTo(Legacy.TCVN3);
        assertThat(Legacy.of("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp - Töï do - Haïnh phuùc"))
                .isEqualTo(Legacy.VNI);
        assertThat(Legacy.of("Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc"))
                .isEqualTo(Legacy.UNICODE);
        assertThat(Legacy.of("L’été où j’étais à Genève, un élève zélé préféra l’hôtel près du théâtre"))
                .isEqualTo(Legacy.UNICODE);
    }

    @Test
    void marksThatAChangeOfLooksCutOffGoBackToTheirLetter() {
        var runs = List.of(
                new Run("Vie", true, false, false, "", 0), new Run("\u0302\u0323t", false, false, false, "", 0));

        assertThat(Runs.tidy(runs)).extracting(Run::text).containsExactly("Việ", "t");
    }
}
