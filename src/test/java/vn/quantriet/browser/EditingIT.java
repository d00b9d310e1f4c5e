package vn.quantriet.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.quantriet.ui.Mode;

/** Two editors with a browser each write one text. */
@BrowserTest
class EditingIT {
    private static final String MAI = "Đặng Thị Mai";
    private static final String NGHIA = "Bùi Trọng Nghĩa";
    private static final String TEXT = "68-nq-tw";

    @LocalServerPort
    int port;

    @Autowired
    Mode mode;

    @Test
    void twoEditorsOfOneTextLoseNoWord(Browser browser) throws Exception {
        int first = lineBelow("### 1.");
        int second = lineBelow("### 2.");
        try (var mai = new Visitor(browser, port).signIn(MAI);
                var nghia = new Visitor(browser, port).signIn(NGHIA)) {
            String draftOfMai = begin(mai);
            String draftOfNghia = begin(nghia);
            write(mai, draftOfMai, first, " Chucuamai o dieu mot.");
            write(nghia, draftOfNghia, first, " Chucuanghia o dieu mot.");
            write(nghia, draftOfNghia, second, " Chucuanghia o dieu hai.");

            mai.press("Gửi duyệt");
            mai.seeText("Chờ duyệt");
            approveAndPublish(nghia, draftOfMai);
            assertThat(published()).contains("Chucuamai o dieu mot.").doesNotContain("Chucuanghia");

            nghia.open(draftOfNghia);
            nghia.follow("Gộp hai bản");
            merge(nghia);
            assertThat(nghia.page().locator(".cm-content")).isVisible();
            assertThat(textOf(nghia, draftOfNghia))
                    .contains("Chucuamai o dieu mot.", "Chucuanghia o dieu mot.", "Chucuanghia o dieu hai.");
            assertThat(nghia.page().getByText("Bản đã giữ lại (1)")).isVisible();
        }
    }

    @Test
    void draftOfAClosedTabIsThereOnAnotherDevice(Browser browser) throws Exception {
        int line = lineBelow("### 1.");
        try (var office = new Visitor(browser, port).signIn("Trần Minh Khang")) {
            String draft = begin(office);
            Page tab = office.page().context().newPage();
            tab.navigate(draft + "?tep=resolution.md&dong=" + line);
            type(tab, " Vietroidongtab.");
            tab.close();

            try (var home = new Visitor(browser, port).signIn("Trần Minh Khang")) {
                home.page().waitForCondition(() -> textOf(home, draft).contains("Vietroidongtab."));
                home.open(draft + "?tep=resolution.md&dong=" + line);
                assertThat(home.page().locator(".cm-content")).containsText("Vietroidongtab.");

                typeIn(home, " Nhavietthem.");
                assertThat(home.page().locator(".draft-saved")).containsText("Đã lưu lúc");
            }
            Page again = office.page().context().newPage();
            again.navigate(draft + "?tep=resolution.md&dong=" + line);
            assertThat(again.locator(".cm-content")).containsText("Nhavietthem.");
        }
    }

    @Test
    void fileChangedOnAnotherDeviceIsShownAndBothAreKept(Browser browser) throws Exception {
        int line = lineBelow("### 2.");
        try (var here = new Visitor(browser, port).signIn("Đinh Quang Trí");
                var there = new Visitor(browser, port).signIn("Đinh Quang Trí")) {
            String draft = begin(here);
            here.open(draft + "?tep=resolution.md&dong=" + line);
            there.open(draft + "?tep=resolution.md&dong=" + line);
            assertThat(there.page().locator(".draft-saved")).containsText("Mọi thay đổi được lưu tự động");
            typeIn(here, " Ovanphong.");
            assertThat(here.page().locator(".draft-saved")).containsText("Đã lưu lúc");

            typeIn(there, " Onha.");
            there.seeText("Cả hai bản đều đã được giữ");
            there.press("Viết tiếp bản đang hiện ở đây");
            assertThat(there.page().locator(".draft-saved")).containsText("Đã lưu lúc");

            assertThat(textOf(there, draft)).contains("Onha.").doesNotContain("Ovanphong.");
            there.open(draft);
            there.page().getByText("Bản đã giữ lại (2)").click();
            there.page()
                    .getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Xem").setExact(true))
                    .first()
                    .click();
            assertThat(there.page().locator(".draft-copies")).containsText("Ovanphong.");
        }
    }

    @Test
    void wordsWrittenDuringASaveStayInTheirFileWhenAnotherIsOpened(Browser browser) throws Exception {
        int line = lineBelow("### 2.");
        try (var khang = new Visitor(browser, port).signIn("Trần Minh Khang")) {
            String draft = begin(khang);
            khang.open(draft + "?tep=resolution.md&dong=" + line);
            var page = khang.page();
            List<Route> held = new ArrayList<>();
            page.route("**/api/drafts/*/file", route -> {
                if (route.request().method().equals("POST") && held.isEmpty()) {
                    held.add(route);
                } else {
                    route.resume();
                }
            });
            typeIn(khang, " Truockhiluu.");
            page.waitForCondition(() -> !held.isEmpty());
            page.keyboard().type(" Trongkhiluu.");
            page.keyboard().press("Control+s");

            page.locator("a[href*='tep=quiz.md']").first().click();
            assertThat(page.locator(".cm-content")).containsText("Một đáp án");
            held.getFirst().resume();

            page.waitForCondition(() -> textOf(khang, draft).contains("Trongkhiluu."));
            assertThat(textOf(khang, draft))
                    .contains("Truockhiluu. Trongkhiluu.")
                    .doesNotContain("Một đáp án");
            khang.open(draft + "?tep=resolution.md&dong=" + line);
            assertThat(page.locator(".cm-content")).containsText("Truockhiluu. Trongkhiluu.");
        }
    }

    @Test
    void problemIsUnderlinedAndAnInsertedCitationMendsIt(Browser browser) throws Exception {
        int line = lineBelow("### 1.");
        try (var khang = new Visitor(browser, port).signIn("Trần Minh Khang")) {
            String draft = begin(khang);
            khang.open(draft + "?tep=resolution.md&dong=" + line);
            typeIn(khang, " [sai](clause:xx.99)");
            assertThat(khang.page().locator(".draft-problems .problem").first()).containsText("Dòng " + line);
            assertThat(khang.page().locator(".cm-lintRange-error").first()).isVisible();

            khang.press("Trích điều khoản");
            khang.page().getByLabel("Tìm điều khoản").fill("I.1");
            var first = khang.page().locator(".cite-item").first();
            assertThat(first.locator(".eyebrow")).hasText("I.1");
            first.click();
            assertThat(khang.page().locator(".cm-content")).containsText("[I.1](clause:i.1)");
        }
    }

    @Test
    void whatIsInsertedBeforeAnyClickStandsBelowTheKeys(Browser browser) {
        try (var nghia = new Visitor(browser, port).signIn(NGHIA)) {
            String draft = begin(nghia);
            nghia.press("Bảng");
            assertThat(nghia.page().locator(".draft-saved")).containsText("Đã lưu lúc");

            String text = textOf(nghia, draft);
            int keys = text.indexOf("number: 68-NQ/TW");
            assertThat(text.substring(0, keys)).doesNotContain("|");
            assertThat(text.substring(text.indexOf("### 1."))).contains("|---|");
        }
    }

    private String begin(Visitor editor) {
        editor.open("/bien-tap?vb=" + TEXT);
        Page page = editor.page();
        editor.press("Mở để sửa");
        assertThat(page.locator(".cm-content")).isVisible();
        return "/bien-tap/" + page.locator("qt-editor").getAttribute("draft");
    }

    private static void write(Visitor editor, String draft, int line, String words) {
        editor.open(draft + "?tep=resolution.md&dong=" + line);
        typeIn(editor, words);
        assertThat(editor.page().locator(".draft-saved")).containsText("Đã lưu lúc");
    }

    private static void typeIn(Visitor editor, String words) {
        type(editor.page(), words);
    }

    /** At the end of the line that the address leads to. */
    private static void type(Page page, String words) {
        assertThat(page.locator(".cm-content")).isFocused();
        page.keyboard().press("End");
        page.keyboard().type(words);
    }

    private static void approveAndPublish(Visitor reviewer, String draft) {
        reviewer.open("/bien-tap");
        reviewer.seeText(MAI + " gửi lúc");
        reviewer.open(draft + "/duyet");
        assertThat(reviewer.page().locator(".side-words ins").first()).containsText("Chucuamai o dieu mot.");
        reviewer.press("Đồng ý cho đăng");
        reviewer.seeText("Hẹn giờ đăng");
        reviewer.page()
                .getByLabel("Thay đổi nội dung: người đã học mục này cần học lại")
                .check();
        var publish = reviewer.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Đăng ngay").setExact(true));
        publish.click();
        reviewer.page()
                .locator("vaadin-confirm-dialog")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Đăng ngay"))
                .click();
        reviewer.seeText("Bản này đã được đăng.");
    }

    private static void merge(Visitor editor) {
        assertThat(editor.page().locator(".change").first()).containsText("Chucuamai o dieu mot.");
        assertThat(editor.page().locator(".change").first()).containsText("Chucuanghia o dieu mot.");
        editor.page().getByLabel("Giữ cả hai, bản của tôi ở trên").check();
        editor.press("Gộp hai bản");
    }

    private static String textOf(Visitor editor, String draft) {
        return editor.page()
                .request()
                .get("/api/drafts/" + draft.replaceAll("\\D", "") + "/file?path=resolution.md")
                .text();
    }

    private Path file() {
        return mode.data().resolve("library/" + TEXT + "/resolution.md");
    }

    private String published() throws IOException {
        return Files.readString(file());
    }

    /** The line of the first words below the first heading that begins so, counted from 1. */
    private int lineBelow(String heading) throws IOException {
        var lines = Files.readAllLines(file());
        int line = 0;
        while (!lines.get(line).startsWith(heading)) {
            line++;
        }
        do {
            line++;
        } while (lines.get(line).isBlank());
        return line + 1;
    }
}
