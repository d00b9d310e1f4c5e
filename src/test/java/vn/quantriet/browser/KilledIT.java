package vn.quantriet.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The packaged portal is killed while a member studies, started again, and has everything it had acknowledged. */
@ExtendWith(Chromium.class)
class KilledIT {
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final int LONG_MS = 60_000;

    @TempDir
    Path data;

    @Test
    void nothingIsLostWhenTheProcessIsKilled(Browser browser) throws Exception {
        int port = freePort();
        String readBefore;
        Process portal = start(port);
        try (var ha = new Visitor(browser, port)) {
            ha.signIn("Nguyễn Thu Hà");
            writesANote(ha);
            readBefore = readsAClause(ha);
            answersAQuestion(ha);
        } finally {
            kill(portal);
        }
        portal = start(port);
        try (var ha = new Visitor(browser, port)) {
            ha.signIn("Nguyễn Thu Hà");
            ha.openText("/van-ban/57-nq-tw#ii.2");
            assertThat(ha.page().locator(".thread")).containsText("Ghi chú trước khi máy tắt");
            assertThat(ha.page().locator("qt-reader .toc")).containsText(readBefore);
            ha.open("/kiem-tra/57-nq-tw");
            assertThat(ha.page().locator(".question .eyebrow").first()).hasText(Pattern.compile("Câu 2 trên \\d+"));
            ha.open("/tim-kiem?q=truoc+khi+may+tat");
            assertThat(ha.page().locator(".hit").first()).containsText("Ghi chú trước khi máy tắt");
        } finally {
            kill(portal);
        }
    }

    private static void writesANote(Visitor ha) {
        ha.openText("/van-ban/57-nq-tw#ii.2");
        var thread = ha.page().locator(".thread");
        var exact = new Locator.GetByRoleOptions().setExact(true);
        thread.getByRole(AriaRole.BUTTON, exact.setName("Thêm ghi chú")).click();
        thread.locator("textarea").fill("Ghi chú trước khi máy tắt");
        thread.getByRole(AriaRole.BUTTON, exact.setName("Lưu")).click();
        assertThat(thread.locator(".item").filter(new Locator.FilterOptions().setHasText("Ghi chú trước khi máy tắt")))
                .isVisible();
    }

    /** Stays until the server has counted a clause. */
    private static String readsAClause(Visitor ha) {
        var count = Pattern.compile("đã đọc ([1-9]\\d*/\\d+)");
        var contents = ha.page().locator("qt-reader .toc");
        ha.page()
                .waitForCondition(
                        () -> {
                            ha.page().mouse().wheel(0, 0);
                            return count.matcher(contents.textContent()).find();
                        },
                        new Page.WaitForConditionOptions().setTimeout(LONG_MS));
        var counted = count.matcher(contents.textContent());
        assertThat(counted.find()).isTrue();
        return counted.group(1);
    }

    private static void answersAQuestion(Visitor ha) {
        ha.open("/kiem-tra/57-nq-tw");
        var page = ha.page();
        page.locator(".question-form").waitFor();
        if (page.locator(".question vaadin-radio-button").count() > 0) {
            page.locator(".question vaadin-radio-button label").first().click();
        } else if (page.locator(".question vaadin-checkbox").count() > 0) {
            page.locator(".question vaadin-checkbox label").first().click();
        } else if (page.locator(".ordering li").count() > 0) {
            page.locator(".ordering li")
                    .last()
                    .getByRole(AriaRole.BUTTON)
                    .first()
                    .click();
        } else {
            page.locator(".question input").fill("trả lời");
            page.locator(".question input").blur();
        }
        ha.press("Câu tiếp theo");
        assertThat(page.locator(".question .eyebrow").first()).hasText(Pattern.compile("Câu 2 trên \\d+"));
    }

    private Process start(int port) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                java,
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                System.getProperty("quantriet.jar"),
                "--quantriet.reading.beat=500ms");
        builder.environment().put("QUANTRIET_DATA", data.toString());
        builder.environment().put("QUANTRIET_MODE", "trial");
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        builder.redirectErrorStream(true)
                .redirectOutput(Path.of("target", "browser-portal.log").toFile());
        Process portal = builder.start();
        awaitAnswer(portal, port);
        return portal;
    }

    private static void awaitAnswer(Process portal, int port) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/dang-nhap"))
                .timeout(Duration.ofSeconds(10))
                .build();
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        try (var client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < deadline) {
                if (portal.waitFor(200, TimeUnit.MILLISECONDS)) {
                    throw new AssertionError(
                            "the portal ended with " + portal.exitValue() + ", see target/browser-portal.log");
                }
                try {
                    if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    // Nobody listens until the portal is up.
                }
            }
        }
        throw new AssertionError("the portal did not answer within " + LONGEST_START);
    }

    /** As the system does when it runs out of memory: without a word. */
    private static void kill(Process portal) throws InterruptedException {
        portal.destroyForcibly();
        portal.waitFor();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
