package vn.quantriet.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.quantriet.content.Clause;
import vn.quantriet.content.Library;
import vn.quantriet.content.Question;
import vn.quantriet.content.Quiz;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.ui.Mode;

/** The main job from end to end: three people, one after the other. */
@BrowserTest
class StoryIT {
    private static final ResolutionId TEXT = new ResolutionId("57-nq-tw");
    private static final String MEMBER = "Nguyễn Thu Hà";
    private static final String ELSEWHERE = "Vũ Đức Minh";
    private static final String REPORTER = "Trần Minh Khang";
    private static final double LONG_MS = 60_000;

    private static final String BROKEN_DECK = """
            ---
            title: Buổi học thử
            audience: Chi bộ
            ---

            Không có tiêu đề trang [II.2](clause:ii.99)
            """;

    private static final String GOOD_DECK = """
            ---
            title: Buổi học quangphothu ở xã
            reporter: Trần Minh Khang (nhân vật mẫu)
            audience: Chi bộ
            minutes: 20
            ---

            # Chào hội trường

            - Ai đã dùng dịch vụ công trực tuyến?

            [II.2](clause:ii.2)

            Lời giảng:

            Loinoirieng dành cho báo cáo viên.

            ---

            # Quangphothu là gì

            - Một chữ chỉ bài này có

            [II.3](clause:ii.3)
            """;

    @LocalServerPort
    int port;

    @Autowired
    Library library;

    @Autowired
    Mode mode;

    private Quiz quiz() {
        return library.get(TEXT).quiz().orElseThrow();
    }

    @Test
    void memberStudiesReporterPublishesSecretarySees(Browser browser) throws Exception {
        String secretary = "Phạm Thanh Bình";
        int missingBefore = missing(browser, secretary);
        try (var ha = new Visitor(browser, port)) {
            ha.signIn(MEMBER);
            seesWhatIsOwed(ha);
            writesAPrivateNote(ha);
            comesBackToTheSameClause(ha);
            readsEveryClause(ha);
            takesTheQuiz(ha);
            findsPassages(ha);
        }
        try (var khang = new Visitor(browser, port).signIn(REPORTER)) {
            publishesADeck(khang);
        }
        try (var minh = new Visitor(browser, port).signIn(ELSEWHERE)) {
            presentsTheDeck(minh);
        }
        try (var binh = new Visitor(browser, port).signIn(secretary)) {
            writesALocalNote(binh);
            assertThat(missingIn(binh)).isEqualTo(missingBefore - 1);
            takesTheListAway(binh, missingBefore - 1);
        }
        try (var ha = new Visitor(browser, port).signIn(MEMBER)) {
            ha.openText("/van-ban/57-nq-tw#ii.2");
            ha.seeText("Chi bộ ta lienheriengchibo vào thứ Sáu");
        }
        try (var minh = new Visitor(browser, port).signIn(ELSEWHERE)) {
            minh.open("/tim-kiem?q=lienheriengchibo");
            assertThat(minh.page().locator(".hit")).hasCount(0);
        }
    }

    private void seesWhatIsOwed(Visitor ha) {
        ha.seeText("Chào đồng chí Hà");
        assertThat(ha.page().locator(".hero")).containsText("57-NQ/TW");
        ha.follow("Bắt đầu học");
        ha.page().waitForURL("**/van-ban/57-nq-tw*");
        assertThat(ha.page().locator("qt-reader")).containsText("đã đọc 0/");
    }

    private void writesAPrivateNote(Visitor ha) {
        ha.openText("/van-ban/57-nq-tw#ii.2");
        assertThat(ha.page().locator(".thread")).containsText("Điểm mới, cốt lõi");
        assertThat(ha.page().locator(".thread")).containsText("Liên hệ của đơn vị");
        assertThat(ha.page().locator(".thread")).containsText("Bài giảng");
        ha.page()
                .locator(".thread")
                .getByRole(AriaRole.BUTTON, named("Thêm ghi chú"))
                .click();
        ha.page().locator(".thread textarea").fill("Hỏi lại: khoanvungxa do ai phê duyệt?");
        ha.page().locator(".thread").getByRole(AriaRole.BUTTON, named("Lưu")).click();
        assertThat(ha.page().locator(".thread .item").filter(having("khoanvungxa")))
                .isVisible();
    }

    private void comesBackToTheSameClause(Visitor ha) {
        ha.openText("/van-ban/57-nq-tw#i.1");
        ha.page().locator(".toc-link[data-clause='iii.1']").click();
        ha.page().waitForURL("**/van-ban/57-nq-tw#iii.1");
        ha.page().reload();
        assertThat(ha.page().locator(".toc-link[data-clause='iii.1'][aria-current]"))
                .isVisible();
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private void readsEveryClause(Visitor ha) {
        ha.openText("/van-ban/57-nq-tw#i");
        Resolution text = library.get(TEXT).resolution();
        int all = text.readableClauses().size();
        for (Clause clause : text.readableClauses()) {
            ha.page()
                    .evaluate(
                            "id => document.getElementById(id).scrollIntoView()",
                            clause.id().value());
            ha.page().mouse().move(600, 400 + clause.syllables() % 50);
            // Ticks of clauses with others below them wait for those; the count tells of each alone.
            ha.page()
                    .waitForCondition(
                            () -> readCount(ha) > text.readableClauses().indexOf(clause), patiently());
        }
        assertThat(ha.page().locator("qt-reader")).containsText("đã đọc " + all + "/" + all);
        assertThat(ha.page().locator(".toc-link .tick.full"))
                .hasCount(text.clauses().size());
    }

    private static Page.WaitForConditionOptions patiently() {
        return new Page.WaitForConditionOptions().setTimeout(LONG_MS);
    }

    private static int readCount(Visitor ha) {
        var counted = Pattern.compile("đã đọc (\\d+)/")
                .matcher(ha.page().locator("qt-reader .toc").textContent());
        return counted.find() ? Integer.parseInt(counted.group(1)) : 0;
    }

    private void takesTheQuiz(Visitor ha) {
        ha.open("/kiem-tra/57-nq-tw");
        int count = quiz().draw();
        var sheet = new QuizSheet(ha.page(), quiz());
        String missed = "";
        for (int i = 1; i <= count; i++) {
            sheet.seePlace(i, count);
            Question asked = sheet.asked();
            if (missed.isEmpty() && asked instanceof Question.OneAnswer one) {
                sheet.answerWrongly(one);
                missed =
                        library.resolution(TEXT).orElseThrow().label(one.cites().getFirst());
            } else {
                sheet.answerRightly(asked);
            }
            ha.press(i < count ? "Câu tiếp theo" : "Nộp bài");
        }
        assertThat(ha.page().locator(".hero")).containsText("đúng " + (count - 1) + "/" + count + " câu");
        assertThat(ha.page().locator(".mark-card.is-wrong")).hasCount(1);
        assertThat(ha.page().locator(".mark-card.is-wrong .mark-clauses")).containsText(missed);
        assertThat(ha.page().locator(".hero")).containsText("Đã hoàn thành văn bản này");
        ha.open("/");
        assertThat(ha.page().locator(".row").filter(having("57-NQ/TW"))).containsText("Đã hoàn thành");
    }

    private void findsPassages(Visitor ha) {
        ha.open("/tim-kiem");
        Page page = ha.page();
        page.locator(".search-box input").pressSequentially("nguoi dan doanh nghiep la trung tam");
        assertThat(page.locator(".hit").first()).isVisible();
        assertThat(page.locator(".hit mark").first()).isVisible();
        ha.open("/tim-kiem?q=khoanvungxa");
        page.locator("a.hit").first().click();
        page.waitForURL("**/van-ban/57-nq-tw?tim=khoanvungxa#ii.2");
        ha.open("/tim-kiem?q=nghi+quyet+57");
        assertThat(page.locator(".found-text").first()).containsText("57-NQ/TW");
    }

    private void publishesADeck(Visitor khang) throws IOException {
        Page page = khang.page();
        khang.open("/bai-giang/soan?vb=57-nq-tw");
        page.locator("vaadin-upload input[type=file]").setInputFiles(file("buoi-hoc-thu.md", BROKEN_DECK));
        assertThat(page.locator(".problem").first()).containsText("Dòng ");
        assertThat(page.locator(".problem").filter(having("ii.99"))).containsText("Dòng 6");
        assertThat(page.getByRole(AriaRole.BUTTON, button("Đăng bài giảng"))).isDisabled();

        page.locator("vaadin-upload input[type=file]").setInputFiles(file("buoi-hoc-thu.md", GOOD_DECK));
        page.getByRole(AriaRole.BUTTON, button("Dùng tệp này")).click();
        assertThat(page.locator(".editor-result")).containsText("Quangphothu là gì");
        khang.press("Đăng bài giảng");
        khang.seeText("Bài giảng đã được đăng");

        khang.open("/tim-kiem?q=quangphothu");
        assertThat(page.locator(".found-text").first()).containsText("57-NQ/TW");
        Path published = mode.data().resolve("library/57-nq-tw/slides/buoi-hoc-thu.md");
        assertThat(Files.readString(published)).isEqualTo(GOOD_DECK);
        assertThat(lastAuthor()).isEqualTo(REPORTER);
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static FilePayload file(String name, String words) {
        return new FilePayload(name, "text/markdown", words.getBytes(StandardCharsets.UTF_8));
    }

    private String lastAuthor() throws IOException {
        try (var git = Git.open(mode.data().resolve("library").toFile())) {
            return git.log()
                    .setMaxCount(1)
                    .call()
                    .iterator()
                    .next()
                    .getAuthorIdent()
                    .getName();
        } catch (GitAPIException e) {
            throw new IOException(e);
        }
    }

    private void presentsTheDeck(Visitor minh) {
        minh.open("/trinh-chieu/57-nq-tw/buoi-hoc-thu");
        assertThat(minh.page().locator("qt-deck")).containsText("Chào hội trường");
        minh.page().keyboard().press("ArrowRight");
        minh.page().waitForURL("**/trinh-chieu/57-nq-tw/buoi-hoc-thu#/2");
        assertThat(minh.page().content()).doesNotContain("Loinoirieng");
    }

    private void writesALocalNote(Visitor binh) {
        binh.openText("/van-ban/57-nq-tw#ii.2");
        var thread = binh.page().locator(".thread");
        thread.getByRole(AriaRole.BUTTON, named("Thêm liên hệ của đơn vị")).click();
        thread.locator("textarea").fill("Chi bộ ta lienheriengchibo vào thứ Sáu");
        thread.getByRole(AriaRole.BUTTON, named("Lưu")).click();
        assertThat(thread.locator(".item").filter(having("lienheriengchibo"))).isVisible();
    }

    private int missing(Browser browser, String secretary) {
        try (var visitor = new Visitor(browser, port)) {
            return missingIn(visitor.signIn(secretary));
        }
    }

    private static int missingIn(Visitor secretary) {
        secretary.open("/theo-doi?vb=57-nq-tw");
        String all = secretary
                .page()
                .getByText(Pattern.compile("^Tất cả \\("))
                .first()
                .innerText();
        return Integer.parseInt(all.replaceAll("\\D", ""));
    }

    private static void takesTheListAway(Visitor binh, int missing) throws IOException {
        var download = binh.page().waitForDownload(() -> binh.follow("Tải danh sách (XLSX)"));
        try (var workbook = new ReadableWorkbook(Files.newInputStream(download.path()))) {
            List<Row> rows = workbook.getFirstSheet().read();
            var names = rows.stream().map(row -> row.getCellText(2)).toList();
            assertThat(names).doesNotContain(MEMBER);
            assertThat(rows.stream().filter(row -> row.getCellText(0).matches("\\d+")))
                    .hasSize(missing);
        }
    }
}
