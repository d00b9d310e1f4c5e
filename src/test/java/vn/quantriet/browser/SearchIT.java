package vn.quantriet.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Searching as a member does it: typing, choosing, narrowing, opening, coming back. */
@BrowserTest
class SearchIT {
    private static final String HA = "Nguyễn Thu Hà";

    @LocalServerPort
    int port;

    @Test
    void suggestionIsChosenWithTheKeyboardAlone(Browser browser) {
        try (var ha = new Visitor(browser, port).signIn(HA).open("/tim-kiem")) {
            Page page = ha.page();
            Locator field = page.locator(".search-box input");
            assertThat(field).isFocused();
            page.keyboard().type("57-nq");
            assertThat(field).hasAttribute("aria-expanded", "true");
            assertThat(page.locator("[role=option]").first()).containsText("57-NQ/TW");

            page.keyboard().press("ArrowDown");
            assertThat(page.locator("[role=option]").first()).hasAttribute("aria-selected", "true");
            assertThat(field)
                    .hasAttribute(
                            "aria-activedescendant",
                            String.valueOf(page.locator("[role=option]").first().getAttribute("id")));
            page.keyboard().press("End");
            assertThat(page.locator("[role=option]").last()).hasAttribute("aria-selected", "true");
            page.keyboard().press("Home");
            assertThat(page.locator("[role=option]").first()).hasAttribute("aria-selected", "true");

            page.keyboard().press("Escape");
            assertThat(field).hasAttribute("aria-expanded", "false");
            assertThat(field).hasValue("57-nq");
            page.keyboard().press("ArrowDown");
            assertThat(page.locator("[role=option]").first()).isVisible();
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile("/van-ban/57-nq-tw"));
        }
    }

    @Test
    void lateAnswerForAnOlderTermIsNeverShown(Browser browser) {
        try (var ha = new Visitor(browser, port).signIn(HA).open("/tim-kiem")) {
            Page page = ha.page();
            List<Route> held = new ArrayList<>();
            page.route("**/api/search/suggest**", route -> {
                if (route.request().url().endsWith("q=18")) {
                    held.add(route);
                } else {
                    route.resume();
                }
            });
            assertThat(page.locator(".search-box input")).isFocused();
            page.keyboard().type("18");
            page.waitForCondition(() -> !held.isEmpty());
            page.locator(".search-box input").fill("68-nq");
            assertThat(page.locator("[role=option]").first()).containsText("68-NQ/TW");

            held.getFirst()
                    .fulfill(new Route.FulfillOptions()
                            .setContentType("application/json")
                            .setBody("{\"suggestions\":[{\"label\":\"\",\"words\":\"cũ\",\"of\":\"\",\"href\":null}],"
                                    + "\"status\":\"\"}"));

            assertThat(page.locator(".found-text").first()).containsText("68-NQ/TW");
            assertThat(page.locator("[role=option]").first()).containsText("68-NQ/TW");
            assertThat(page.locator("[role=option]").getByText("cũ")).hasCount(0);
        }
    }

    @Test
    void facetsCombineAndBackLeadsThroughThemToTheSamePlace(Browser browser) {
        try (var ha = new Visitor(browser, port).signIn(HA).open("/tim-kiem?q=chuyen+doi+so")) {
            Page page = ha.page();
            ha.see(".found-text");
            String all = page.locator(".search-status").textContent();

            check(page, "Văn bản");
            assertThat(page).hasURL(Pattern.compile("loai=clause"));
            assertThat(page.locator(".search-status")).not().hasText(all);
            assertThat(page.locator(".facet-value", new Page.LocatorOptions().setHasText("Văn bản"))
                            .first()
                            .locator("input"))
                    .isFocused();
            String clauses = page.locator(".search-status").textContent();
            check(page, "Chỉ thị");
            assertThat(page).hasURL(Pattern.compile("hinh-thuc=directive"));
            assertThat(page.locator(".chosen .chip")).hasCount(2);
            assertThat(page.locator(".search-status")).not().hasText(clauses);

            page.goBack();
            assertThat(page.locator(".chosen .chip")).hasCount(1);
            assertThat(page.locator(".search-status")).hasText(clauses);

            Locator last = page.locator("a.hit").last();
            last.scrollIntoViewIfNeeded();
            double y = ((Number) page.evaluate("scrollY")).doubleValue();
            assertThat(y).isGreaterThan(200);
            last.click();
            assertThat(page).hasURL(Pattern.compile("/van-ban/"));
            ha.see("qt-reader h1");
            page.goBack();
            ha.see(".found-text");
            page.waitForCondition(() -> Math.abs(((Number) page.evaluate("scrollY")).doubleValue() - y) < 3);
        }
    }

    @Test
    void wordsTypedWithoutAccentsAreMarkedWithThemWhereTheHitOpens(Browser browser) {
        try (var ha = new Visitor(browser, port).signIn(HA).open("/tim-kiem")) {
            Page page = ha.page();
            assertThat(page.locator(".search-box input")).isFocused();
            page.keyboard().type("nguoi dan va doanh nghiep la trung tam");
            assertThat(page.locator(".hit mark").first()).isVisible();
            assertThat(page.locator(".search-notes")).containsText("người dân và doanh nghiệp là trung tâm");
            page.keyboard().press("Enter");
            page.locator("a.hit", new Page.LocatorOptions().setHasText("doanh nghiệp"))
                    .first()
                    .click();

            assertThat(page).hasURL(Pattern.compile("/van-ban/[a-z0-9-]+\\?tim=.*#"));
            ha.see("qt-reader section mark.found");
            String fragment = String.valueOf(page.evaluate("decodeURIComponent(location.hash.slice(1))"));
            Locator clause = page.locator("section.clause[id='" + fragment + "']");
            assertThat(clause.locator("mark.found").first()).isInViewport();
            assertThat(page.locator("mark.found").allTextContents())
                    .allMatch(mark -> mark.matches("(?iu)(người|dân|và|doanh|nghiệp|là|trung|tâm|\\s)+"));
            assertThat(page.locator(".found-bar")).containsText("doanh nghiệp");
            String words = String.valueOf(clause.textContent());

            page.keyboard().press("Escape");
            assertThat(page.locator("mark.found")).hasCount(0);
            assertThat(clause).hasText(words);
            assertThat(page.url()).doesNotContain("tim=").endsWith("#" + fragment);
        }
    }

    @Test
    void hostileWordsInTheAddressOfATextAreText(Browser browser) {
        try (var ha = new Visitor(browser, port).signIn(HA)) {
            ha.open("/van-ban/57-nq-tw?tim=%3Cimg+src%3Dx+onerror%3D%22window.hit%3D1%22%3E+khoa+h%E1%BB%8Dc#ii.2");
            assertThat(ha.page().locator(".found-bar")).containsText("<img src=x onerror");
            assertThat(ha.page().locator(".found-bar img")).hasCount(0);
            assertThat(ha.page().evaluate("window.hit")).isNull();
        }
    }

    @Test
    void headerSearchesFromAnyPage(Browser browser) {
        try (var ha = new Visitor(browser, port).signIn(HA).open("/thu-vien")) {
            Page page = ha.page();
            ha.see(".library-card");
            page.keyboard().press("/");
            Locator field = page.locator(".top input");
            assertThat(field).isFocused();
            page.keyboard().type("tinh gon bo may");
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile("/tim-kiem\\?q="));
            assertThat(page.locator(".search-box input")).hasValue("tinh gon bo may");
            ha.see(".found-text");
            assertThat(page.locator(".top input")).hasCount(0);
        }
    }

    @Test
    void whatElseSpeaksOfAClauseIsAskedWhenItIsOpened(Browser browser) {
        try (var ha = new Visitor(browser, port).signIn(HA)) {
            List<String> asked = new ArrayList<>();
            ha.page().onRequest(request -> {
                if (request.url().contains("/api/search/")) {
                    asked.add(request.url());
                }
            });
            ha.openText("/van-ban/57-nq-tw#ii.2");
            assertThat(asked).isEmpty();
            ha.page()
                    .locator(".thread summary", new Page.LocatorOptions().setHasText("Cũng nói về điều này"))
                    .click();
            assertThat(ha.page().locator(".thread .further .answer").first()).isVisible();
            assertThat(asked).singleElement().asString().endsWith("/api/search/similar/57-nq-tw/ii.2");
        }
    }

    private static void check(Page page, String value) {
        page.getByRole(
                        AriaRole.CHECKBOX,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^" + value + "\\s*[\\d.]+$")))
                .check(new Locator.CheckOptions().setNoWaitAfter(true));
    }
}
