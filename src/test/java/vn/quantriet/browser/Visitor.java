package vn.quantriet.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** One person with a browser of their own. */
final class Visitor implements AutoCloseable {
    private static final int PATIENCE_MS = 20_000;
    private static final AtomicInteger VISITORS = new AtomicInteger();

    private final BrowserContext context;
    private final Page page;
    private final String base;

    Visitor(Browser browser, int port) {
        this(browser, port, new Browser.NewContextOptions().setViewportSize(1440, 1000));
    }

    Visitor(Browser browser, int port, Browser.NewContextOptions options) {
        this.base = "http://localhost:" + port;
        this.context = browser.newContext(options.setBaseURL(base).setLocale("vi-VN"));
        this.page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MS);
    }

    Page page() {
        return page;
    }

    /** Signs in as people do in a trial: with a click on a name. */
    Visitor signIn(String fullName) {
        page.navigate("/dang-nhap");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(fullName))
                .click();
        assertThat(page.locator(".who")).isVisible();
        return this;
    }

    Visitor open(String address) {
        page.navigate(address);
        return this;
    }

    /** A page of the reading element that has taken the text over and knows how far the member is. */
    Visitor openText(String address) {
        open(address);
        assertThat(page.locator("qt-reader .toc-count, qt-reader .toc-title").first())
                .isVisible();
        assertThat(page.locator("qt-reader")).containsText(Pattern.compile("đã đọc \\d+/\\d+"));
        return this;
    }

    Locator see(String selector) {
        var found = page.locator(selector);
        assertThat(found.first()).isVisible();
        return found;
    }

    void seeText(String words) {
        assertThat(page.getByText(words).first()).isVisible();
    }

    void press(String buttonName) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(buttonName).setExact(true))
                .click();
    }

    void follow(String linkName) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(linkName))
                .first()
                .click();
    }

    /** Leaves a picture of what was seen last, which tells most when a test failed. */
    @Override
    public void close() {
        var picture = Path.of("target", "browser", "visitor-" + VISITORS.incrementAndGet() + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(picture));
        context.close();
    }
}
