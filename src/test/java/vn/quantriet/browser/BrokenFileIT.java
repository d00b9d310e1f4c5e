package vn.quantriet.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.quantriet.ui.Mode;

/** A file with an error is dropped into the library while it runs. */
@BrowserTest
class BrokenFileIT {

    @LocalServerPort
    int port;

    @Autowired
    Mode mode;

    @Test
    void pageSaysWhichLineIsWrongAndTheLastGoodVersionIsServed(Browser browser) throws IOException {
        Path file = mode.data().resolve("library/66-nq-tw/resolution.md");
        String good = Files.readString(file);
        int line = (int) good.substring(0, good.indexOf("## II.")).lines().count() + 1;
        Files.writeString(file, good.replaceFirst("## II\\.", "## VII."));
        try (var khang = new Visitor(browser, port)) {
            khang.signIn("Trần Minh Khang");
            seeProblem(khang, "66-nq-tw/resolution.md:" + line + ":");

            khang.openText("/van-ban/66-nq-tw");
            assertThat(khang.page().locator(".text .clause[id='ii']")).isVisible();
            assertThat(khang.page().locator("qt-reader")).containsText("66-nq-tw/resolution.md:" + line + ":");
            khang.openText("/van-ban/68-nq-tw");
            assertThat(khang.page().locator("qt-reader")).not().containsText("resolution.md:");
        }
        try (var ha = new Visitor(browser, port)) {
            ha.signIn("Nguyễn Thu Hà");
            ha.openText("/van-ban/66-nq-tw");
            assertThat(ha.page().locator(".text .clause[id='ii']")).isVisible();
            assertThat(ha.page().locator("qt-reader")).not().containsText("resolution.md:");
        } finally {
            Files.writeString(file, good);
        }
    }

    /** The file is noticed a moment after it was written; until then the page is opened again. */
    private static void seeProblem(Visitor khang, String place) {
        var problem = khang.page().getByText(place, new Page.GetByTextOptions());
        khang.page().waitForCondition(() -> {
            khang.open("/thu-vien/loi");
            khang.page().getByRole(AriaRole.HEADING).first().waitFor(new Locator.WaitForOptions());
            return problem.count() > 0;
        });
    }
}
