package vn.quantriet.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nobody is kept out: axe finds nothing serious or critical on any page, in both themes. */
@BrowserTest
class AccessibilityIT {

    /** Every page there is, by the person who may see it. */
    private static final Map<String, List<String>> PAGES = Map.of(
            "Nguyễn Thu Hà",
            List.of(
                    "/",
                    "/thu-vien",
                    "/van-ban/57-nq-tw#ii.2",
                    "/van-ban/khong-co",
                    "/van-ban/57-nq-tw/quan-he",
                    "/kiem-tra/57-nq-tw",
                    "/kiem-tra/57-nq-tw/ket-qua/999999",
                    "/tim-kiem",
                    "/tim-kiem?q=chuyen+doi+so",
                    "/tim-kiem?q=chuyen+doi+so&loai=clause&loai=slide&nam=2024&sap=moi",
                    "/tim-kiem?q=khong+he+co+tu+nay&vb=57-nq-tw",
                    "/van-ban/57-nq-tw?tim=ng%C6%B0%E1%BB%9Di+d%C3%A2n#ii.2",
                    "/bai-giang",
                    "/bai-giang/57-nq-tw/co-so",
                    "/trinh-chieu/57-nq-tw/co-so",
                    "/theo-doi",
                    "/khong-co-trang-nay"),
            "Trần Minh Khang",
            List.of("/bai-giang", "/bai-giang/soan?vb=57-nq-tw&bai=co-so", "/thu-vien/loi"),
            "Đặng Thị Mai",
            List.of(
                    "/bien-tap",
                    "/bien-tap/999999",
                    "/bien-tap/nhap",
                    "/lich-su/57-nq-tw",
                    "/lich-su/57-nq-tw?xem=dieu-khoan"),
            "Lê Thị Lan",
            List.of(
                    "/theo-doi",
                    "/theo-doi?vb=72-nq-tw&buoc=chua",
                    "/dot-hoc",
                    "/van-ban/57-nq-tw#ii.2",
                    "/qua-trinh-hoc",
                    "/qua-trinh-hoc/300"),
            "Đinh Quang Trí",
            List.of("/quan-tri", "/quan-tri/nhap", "/quan-tri/chi-muc", "/quan-tri/so-hoc-tap"));

    /** The fonts are there, and the client waits for no answer. The network never rests on a page that reports reading. */
    private static final String AT_REST = """
            () => document.fonts.status === 'loaded'
                && Object.values(window.Vaadin?.Flow?.clients ?? {}).every(client => !client.isActive?.())""";

    @LocalServerPort
    int port;

    @Test
    void nothingSeriousInTheLight(Browser browser) {
        assertThat(findings(browser, ColorScheme.LIGHT)).isEmpty();
    }

    @Test
    void nothingSeriousInTheDark(Browser browser) {
        assertThat(findings(browser, ColorScheme.DARK)).isEmpty();
    }

    private List<String> findings(Browser browser, ColorScheme scheme) {
        List<String> findings = new ArrayList<>();
        var options =
                new Browser.NewContextOptions().setViewportSize(1440, 1000).setColorScheme(scheme);
        try (var stranger = new Visitor(browser, port, options)) {
            look(stranger, "/dang-nhap", findings);
        }
        PAGES.forEach((name, addresses) -> {
            try (var visitor = new Visitor(browser, port, options)) {
                visitor.signIn(name);
                addresses.forEach(address -> look(visitor, address, findings));
                visitor.page().click("details.account-menu > summary");
                visitor.see("details.account-menu [data-choice][aria-pressed=true]");
                check(visitor, "the account panel", findings);
            }
        });
        try (var editor = new Visitor(browser, port, options)) {
            editor.signIn("Bùi Trọng Nghĩa").open("/bien-tap?vb=71-nq-tw");
            editor.press("Mở để sửa");
            editor.see(".cm-content");
            check(editor, "the editor", findings);
            editor.press("Trích điều khoản");
            editor.see(".cite-item");
            check(editor, "citing a clause", findings);
            editor.page().keyboard().press("Escape");
            editor.follow("Xem thay đổi");
            editor.see("h1");
            check(editor, "the review", findings);
        }
        return findings;
    }

    private static void look(Visitor visitor, String address, List<String> findings) {
        visitor.open(address);
        visitor.see("h1");
        check(visitor, address, findings);
    }

    private static void check(Visitor visitor, String address, List<String> findings) {
        visitor.page().waitForFunction(AT_REST);
        var results = new AxeBuilder(visitor.page()).analyze();
        assertThat(results.getPasses())
                .as("rules that axe could check on " + address)
                .hasSizeGreaterThan(10);
        for (Rule rule : results.getViolations()) {
            if (List.of("serious", "critical").contains(rule.getImpact())) {
                String where = rule.getNodes().getFirst().getHtml();
                findings.add(address + ": " + rule.getId() + " (" + rule.getImpact() + ") at " + where);
            }
        }
    }
}
