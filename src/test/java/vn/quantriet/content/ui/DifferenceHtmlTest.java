package vn.quantriet.content.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.TextHistory.ClauseDifference;
import vn.quantriet.content.TextHistory.PartDifference;
import vn.quantriet.content.TextHistory.Stretch;
import vn.quantriet.ui.Translations;

class DifferenceHtmlTest {
    private static final Translations TEXTS = new Translations();

    private static String html(List<ClauseDifference> clauses, PartDifference... others) {
        return DifferenceHtml.of(
                clauses, List.of(others), (key, args) -> TEXTS.getTranslation(key, Translations.VIETNAMESE, args));
    }

    private static ClauseDifference same(String id, String words) {
        var stretches = List.of(new Stretch(words, false));
        var label = id.toUpperCase(Locale.ROOT);
        return new ClauseDifference(new ClauseId(id), label, label, stretches, stretches);
    }

    @Test
    void changedWordsAreMarkedAndSaid() {
        var html = html(List.of(new ClauseDifference(
                new ClauseId("i"),
                "I",
                "I",
                List.of(new Stretch("Ít nhất ", false), new Stretch("3%", true)),
                List.of(new Stretch("Ít nhất ", false), new Stretch("5%", true)))));

        assertThat(html)
                .contains("<h3>I <span class=\"chip doing\">Sửa lời</span></h3>")
                .contains("<p class=\"eyebrow\">Bản trước</p><p class=\"diff-words\">Ít nhất "
                        + "<del><span class=\"sr\">(bỏ) </span>3%</del></p>")
                .contains("<p class=\"eyebrow\">Bản sau</p><p class=\"diff-words\">Ít nhất "
                        + "<ins><span class=\"sr\">(thêm) </span>5%</ins></p>");
    }

    @Test
    void unchangedClausesInARowAreFolded() {
        var html = html(List.of(
                same("i", "Một"),
                same("ii", "Hai"),
                new ClauseDifference(new ClauseId("iii"), "III", "", List.of(new Stretch("Ba", true)), List.of())));

        assertThat(html)
                .contains("<summary>Điều khoản không đổi (2): I, II</summary>")
                .contains("<h3>III <span class=\"chip late\">Đã bỏ</span></h3>")
                .contains("Chưa có hoặc đã bỏ ở bản này.");
    }

    @Test
    void movedClauseSaysWhereItStood() {
        var words = List.of(new Stretch("Hai", false));

        assertThat(html(List.of(new ClauseDifference(new ClauseId("ii"), "II", "III", words, words))))
                .contains("<h3>III <span class=\"chip doing\">Trước là II</span></h3>");
    }

    @Test
    void nothingOfATextBecomesMarkup() {
        var hostile = List.of(new Stretch("<img src=x onerror=alert(1)>\"'&", true));
        var html = html(
                List.of(new ClauseDifference(new ClauseId("i"), "I", "I", hostile, List.of())),
                new PartDifference("quiz.md", "## <script>", List.of(), hostile));

        assertThat(html)
                .doesNotContain("<img", "<script")
                .contains("&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;")
                .contains("quiz.md · ## &lt;script&gt;");
    }
}
