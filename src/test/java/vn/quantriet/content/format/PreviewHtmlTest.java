package vn.quantriet.content.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.ui.Translations;

class PreviewHtmlTest {
    private static final ResolutionId ID = new ResolutionId("57-nq-tw");

    private final PreviewHtml preview = new PreviewHtml(new Translations(), Translations.VIETNAMESE);

    @Test
    void textWhoseNumberingIsWrongIsShownAsItStandsWithTheLinesOfItsHeadings() {
        var html = preview.of(ID, "resolution.md", "---\nx\n---\n\n## II. Hai\n\nchữ **đậm**\n\n#### c) Ba\n\nmột\n");

        assertThat(html)
                .isEqualTo("<div class=\"text\"><section class=\"clause depth-0\" data-line=\"5\"><h2>II. Hai</h2>"
                        + "<p>chữ <strong>đậm</strong></p></section>"
                        + "<section class=\"clause depth-2\" data-line=\"9\"><h4>c) Ba</h4><p>một</p></section></div>");
    }

    @Test
    void nothingThatIsWrittenBecomesMarkup() {
        var html = preview.of(
                ID, "key-points.md", "## <script>a</script>\n\n<img src=x onerror=y> [z](javascript:alert(1))\n");

        assertThat(html).doesNotContain("<script", "<img", "javascript:").contains("<h2>a</h2>", "&lt;img src", "z");
    }

    @Test
    void slideIsShownWithTheWordsOfItsSpeakerBelow() {
        var html = preview.of(
                ID,
                "slides/co-so.md",
                "---\ntitle: a\n---\n\n# Một\n\n- ý\n\nLời giảng:\n\nnói\n\n---\n\n# Hai\n\nhai\n");

        assertThat(html)
                .contains("<div class=\"slide-page\" data-line=\"5\"><div class=\"slide\"><h1>Một</h1>")
                .contains("<div class=\"speaker-notes\"><p>nói</p></div>")
                .contains("<div class=\"slide-page\" data-line=\"15\"><div class=\"slide\"><h1>Hai</h1>");
    }

    @Test
    void pictureThatIsNotInTheLibraryYetIsShownFromItsAddressAndFromNoOther() {
        var html = preview.of(
                ID,
                "key-points.md",
                "![Sơ đồ](files/so-do.png) [Phụ lục](files/phu-luc.pdf) ![Cũ](files/cu.png)"
                        + " ![Lạ](/api/drafts/7/files/ab/so-do.png)",
                Map.of(
                        "so-do.png", "/api/drafts/7/files/ab/so-do.png",
                        "phu-luc.pdf", "/api/drafts/7/files/cd/phu-luc.pdf",
                        "xau.png", "javascript:alert(1)"));

        assertThat(html)
                .contains("src=\"/api/drafts/7/files/ab/so-do.png\" alt=\"Sơ đồ\"")
                .contains("href=\"/api/drafts/7/files/cd/phu-luc.pdf\"")
                .contains("src=\"/van-ban/57-nq-tw/tep/cu.png\"")
                .doesNotContain("alt=\"Lạ\"");
    }

    @Test
    void questionShowsWhichAnswersAreRight() {
        var html = preview.of(
                ID,
                "quiz.md",
                "---\npass: 70\ndraw: 1\n---\n\n## 1. Một đáp án\n\nAi?\n\n- [ ] Sai\n- [x] Đúng đấy\n\n> Vì. [I.1](clause:i.1)\n");

        assertThat(html)
                .contains("<p class=\"eyebrow\">Câu 1</p>", "<p>Ai?</p>")
                .contains("<li>Sai</li>", "<li class=\"is-right\"><b>Đúng:</b> Đúng đấy</li>");
    }

    @Test
    void textNestedTooDeepIsNotShown() {
        assertThat(preview.of(ID, "resolution.md", "> ".repeat(60_000) + "a")).isEmpty();
    }
}
