package vn.quantriet.content.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.quantriet.content.Holding;
import vn.quantriet.ui.Translations;

class TextHtmlTest {

    @Test
    void fragmentHoldsContentsHeadAndClauses() {
        var html = fragment(Translations.VIETNAMESE);

        assertThat(html)
                .contains("<nav class=\"toc\" aria-label=\"Mục lục\"><h2 class=\"toc-title\">Mục lục</h2>")
                .contains(
                        "<li><a class=\"toc-link depth-2\" href=\"/van-ban/57-nq-tw#i.2.a\" data-clause=\"i.2.a\"><span class=\"tick\""
                                + " aria-hidden=\"true\"></span><span>a) Thể chế</span></a></li>")
                .contains("<span class=\"chip red\">Nghị quyết 57-NQ/TW</span><span class=\"chip\">Bộ Chính trị ·"
                        + " 22/12/2024</span>")
                .contains("<p class=\"lead\">4 mục · khoảng 1 phút đọc · 1 điểm cốt lõi · kiểm tra 5 câu</p>")
                .contains(
                        "<section class=\"clause depth-2\" id=\"i.2.a\" data-syllables=\"5\" data-label=\"I.2.a\""
                                + " data-title=\"Thể chế\"><h4><a class=\"no\" href=\"/van-ban/57-nq-tw#i.2.a\" aria-label=\"Liên kết đến điều"
                                + " khoản I.2.a\">I.2.a</a> Thể chế</h4><p>Thể chế còn <strong>vướng mắc</strong>.</p></section>")
                .contains("<section class=\"clause depth-0\" id=\"ii\"")
                .contains("<p class=\"downloads\"><span class=\"eyebrow\">Tải về</span> <a class=\"chip\" download=\"\""
                        + " router-ignore=\"\" href=\"/van-ban/57-nq-tw/tai-ve.docx?ngon-ngu=vi\">Word (DOCX)</a>")
                .endsWith("</p><div class=\"foot\"></div></main><aside class=\"thread\" aria-label=\"Mạch điều"
                        + " khoản\"></aside>");
    }

    @Test
    void factShowsItsStatusAndSourceInTheReadersLanguage() {
        assertThat(fragment(Translations.VIETNAMESE))
                .contains("<span class=\"fact\" tabindex=\"0\" aria-describedby=\"nguon-kinh-te-so-1\">ít nhất 30%"
                        + " GDP</span><span class=\"src unverified\" role=\"note\" title=\"Ghi theo trí nhớ\">chưa kiểm"
                        + " chứng<span class=\"src-text\" id=\"nguon-kinh-te-so-1\">Ghi theo trí nhớ</span></span>, xem"
                        + " <a class=\"cite\" href=\"/van-ban/57-nq-tw#ii\">II</a>.");
        assertThat(fragment(Translations.ENGLISH)).contains(">unverified<span class=\"src-text\"");
    }

    @Test
    void wordsOfFilesCannotBecomeMarks() {
        var text = Samples.RESOLUTION
                .replace("issuer: Bộ Chính trị", "issuer: '<i>\"Bộ\"</i>'")
                .replace("source: Ghi theo trí nhớ", "source: '\"><script>alert(1)</script>'")
                .replace("### 1. Kết quả", "### 1. Kết `<quả>` \"onx=\"");

        var html = fragment(text, Translations.VIETNAMESE);

        assertThat(html).doesNotContain("<i>", "<script", "<quả>", " onx=\"");
        assertThat(html)
                .contains("&lt;i&gt;&quot;Bộ&quot;&lt;/i&gt;", "data-title=\"Kết &lt;quả&gt; &quot;onx=&quot;\"");
    }

    private static String fragment(Locale language) {
        return fragment(Samples.RESOLUTION, language);
    }

    private static String fragment(String text, Locale language) {
        var parsed = Samples.resolution(text).value().orElseThrow();
        var holding = new Holding(
                parsed.resolution(),
                Map.of(),
                Samples.keyPoints(Samples.KEY_POINTS).value().orElseThrow(),
                List.of(),
                Optional.of(Samples.quiz(Samples.QUIZ).value().orElseThrow()));
        return new TextHtml(new Translations(), language).of(parsed, holding, TextHtml.Standing.ALONE);
    }
}
