package vn.quantriet.content.format;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.quantriet.content.format.Samples.KEY_POINTS;
import static vn.quantriet.content.format.Samples.SLIDES;
import static vn.quantriet.content.format.Samples.deck;
import static vn.quantriet.content.format.Samples.keyPoints;
import static vn.quantriet.content.format.Samples.said;
import static vn.quantriet.content.format.Samples.with;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.ClauseRef;
import vn.quantriet.content.KeyPoint;
import vn.quantriet.content.SlideDeck.Slide;

class DeckAndKeyPointsTest {

    @Test
    void slidesAreReadWithTheSpeakersWordsApart() {
        var parsed = deck(SLIDES);

        assertThat(said(parsed)).isEmpty();
        var deck = parsed.value().orElseThrow();
        assertThat(deck.title()).isEqualTo("Nghị quyết 57 cho chi bộ cơ sở");
        assertThat(deck.minutes()).isEqualTo(OptionalInt.of(45));
        assertThat(deck.slides())
                .containsExactly(
                        new Slide(
                                1,
                                "Ai là trung tâm?",
                                """
                                <h1>Ai là trung tâm?</h1>
                                <ul><li>Người dân là chủ thể</li></ul>
                                <p class="cites"><a class="cite" href="/van-ban/57-nq-tw#ii">II</a></p>""",
                                "Người dân là chủ thể",
                                "<p>Mở đầu bằng một câu hỏi.</p>",
                                List.of(new ClauseRef(Samples.ID, new ClauseId("ii")))),
                        new Slide(2, "Trang hai", "<h1>Trang hai</h1>", "", "", List.of()));
    }

    @Test
    void separatorStandsBetweenEmptyLines() {
        assertDeckProblems(
                with(SLIDES, "câu hỏi.\n\n---", "câu hỏi.\n---"),
                "17:1 dòng “---” biến đoạn ngay trên nó thành tiêu đề; hãy thêm một dòng trống ở trên, hoặc viết tiêu đề"
                        + " bằng dấu #");
        assertDeckProblems(
                with(SLIDES, "---\n\n# Trang", "---\n# Trang"),
                "18:1 dòng --- tách trang thiếu dòng trống ở trên hoặc ở dưới; hãy thêm dòng trống");
    }

    @Test
    void everySlideHasOneTitle() {
        assertDeckProblems(
                with(SLIDES, "# Trang hai", "Trang hai"),
                "20:1 trang không bắt đầu bằng tiêu đề cấp 1; hãy thêm một dòng “# …” ở đầu trang");
        assertDeckProblems(
                with(SLIDES, "# Trang hai", "# Trang hai\n\n# Trang ba"),
                "22:1 trang có thêm tiêu đề cấp 1 “Trang ba”; hãy tách trang bằng một dòng --- có dòng trống ở trên và ở"
                        + " dưới");
        assertDeckProblems(
                with(SLIDES, "# Trang hai\n", "---\n\n# Trang hai\n"),
                "18:4 trang trống; hãy thêm tiêu đề hoặc bỏ dòng --- thừa");
        assertDeckProblems(with(SLIDES, "# Trang hai", "#"), "20:1 tiêu đề để trống; hãy viết chữ sau dấu #");
        assertDeckProblems(
                SLIDES.substring(0, SLIDES.indexOf("# Ai")),
                "6:4 bài giảng chưa có trang nào; hãy viết một tiêu đề cấp 1 (#) cho mỗi trang");
    }

    @Test
    void scriptsAndEventsNeverReachAPage() {
        var html = deck(with(
                        SLIDES,
                        "# Trang hai",
                        "# Trang <script>alert(1)</script>\n\n<img src=x onerror=alert(2)>\n\n[a](javascript:alert(3))"
                                + " [b](https://x.vn/\"onclick=alert(4))"))
                .value()
                .orElseThrow()
                .slides()
                .get(1)
                .html();

        assertThat(html).doesNotContain("<script", "<img", "javascript:", "\"onclick");
        assertThat(html).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void keyPointsAreReadInOrder() {
        var parsed = keyPoints(KEY_POINTS);

        assertThat(said(parsed)).isEmpty();
        assertThat(parsed.value().orElseThrow())
                .containsExactly(new KeyPoint(
                        1,
                        "Người dân là trung tâm",
                        "<p>Chuyển trọng tâm sang người dân. <a class=\"cite\" href=\"/van-ban/57-nq-tw#ii\">II</a></p>",
                        "Chuyển trọng tâm sang người dân.",
                        List.of(new ClauseId("ii")),
                        List.of()));
    }

    @Test
    void keyPointNamesTheClausesOfEarlierTextsThatItChanges() {
        var line = "\nThay đổi: [mục II.1](clause:18-nq-tw#ii.1), [mục II.2](clause:18-nq-tw#ii.2).\n";
        var parsed = keyPoints(KEY_POINTS + line);

        assertThat(said(parsed)).isEmpty();
        var point = parsed.value().orElseThrow().getFirst();
        assertThat(point.cites()).containsExactly(new ClauseId("ii"));
        assertThat(point.changes())
                .extracting(ref -> ref.resolution() + "#" + ref.clause())
                .containsExactly("18-nq-tw#ii.1", "18-nq-tw#ii.2");
        for (var wrong : List.of(
                "Thay đổi: mục II.1",
                "Thay đổi: cách làm ở [mục II.1](clause:18-nq-tw#ii.1)",
                "Thay đổi: [II](clause:ii)",
                "Thay đổi: [x](https://example.vn)")) {
            assertThat(said(keyPoints(KEY_POINTS + "\n" + wrong + "\n")))
                    .as(wrong)
                    .containsExactly(
                            "5:1 dòng “Thay đổi:” chỉ gồm các trích dẫn điều khoản của văn bản khác; hãy viết như"
                                    + " “Thay đổi: [mục II.1 Nghị quyết 18](clause:18-nq-tw#ii.1)”, cách nhau bằng dấu phẩy");
        }
    }

    @Test
    void keyPointsSaySomethingAndCite() {
        assertThat(said(keyPoints(with(KEY_POINTS, " [II](clause:ii)", ""))))
                .containsExactly(
                        "1:4 điểm “Người dân là trung tâm” chưa trích điều khoản nào của văn bản; hãy thêm ít nhất"
                                + " một, như [II.2](clause:ii.2)");
        assertThat(said(keyPoints(with(KEY_POINTS, "Chuyển trọng tâm sang người dân. ", ""))))
                .containsExactly(
                        "1:4 điểm “Người dân là trung tâm” chưa có nội dung; hãy viết ít nhất một câu dưới tiêu đề");
        assertThat(said(keyPoints("---\ntitle: x\n---\n" + KEY_POINTS)))
                .containsExactly("1:1 tệp này không có phần đầu; hãy bỏ phần nằm giữa hai dòng ---");
        assertThat(said(keyPoints("Chữ.\n")))
                .containsExactly(
                        "1:1 gặp nội dung trước tiêu đề đầu tiên; hãy đưa xuống dưới một tiêu đề",
                        "1:1 tệp chưa có điểm nào; hãy thêm ít nhất một tiêu đề cấp 2 (##)");
    }

    @Test
    void hopelesslyNestedFileIsAProblemAndNoCrash() {
        assertThat(said(keyPoints("> ".repeat(100_000) + "x")))
                .containsExactly(
                        "1:1 nội dung lồng nhau quá sâu, không đọc được; hãy bỏ bớt các lớp trích dẫn hoặc danh"
                                + " sách");
    }

    private static void assertDeckProblems(String text, String... expected) {
        assertThat(said(deck(text))).containsExactly(expected);
    }
}
