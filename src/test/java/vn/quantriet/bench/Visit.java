package vn.quantriet.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitUntilState;

/**
 * One visit of a reading page, from the start of the navigation.
 *
 * @param readableMillis until words of a clause are painted
 * @param interactiveMillis until the reading element has taken over; not a number on a page without it
 * @param kilobytes over the wire, headers included, until the network is quiet
 */
record Visit(double readableMillis, double interactiveMillis, double kilobytes) {

    /** Looks once per frame; layout of the words alone is not enough, something must have been painted. */
    private static final String WATCH = """
            window.bench = {};
            new PerformanceObserver(list => {
              for (const entry of list.getEntries()) {
                if (entry.name === 'first-contentful-paint') { window.bench.painted = entry.startTime; }
              }
            }).observe({ type: 'paint', buffered: true });
            (function look() {
              const words = document.querySelector('article.text .clause p');
              if (!window.bench.laidOut && words && words.getBoundingClientRect().height > 0) {
                window.bench.laidOut = performance.now();
              }
              if (!window.bench.interactive && document.querySelector('qt-reader article.text')) {
                window.bench.interactive = performance.now();
              }
              requestAnimationFrame(look);
            })();
            """;

    private static final String READABLE = "window.bench.laidOut && window.bench.painted";

    static void watch(BrowserContext context) {
        context.addInitScript(WATCH);
    }

    /** Opens the address in a new page of a watched context, and closes the page. */
    static Visit to(String address, BrowserContext context, boolean waitForReader) {
        try (Page page = context.newPage()) {
            long[] bytes = {0};
            var network = context.newCDPSession(page);
            network.on(
                    "Network.loadingFinished",
                    (JsonObject event) ->
                            bytes[0] += event.get("encodedDataLength").getAsLong());
            network.send("Network.enable");
            page.navigate(address, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            page.waitForFunction(waitForReader ? READABLE + " && window.bench.interactive" : READABLE);
            page.waitForLoadState(LoadState.NETWORKIDLE);
            double painted = number(page, "Math.max(window.bench.laidOut, window.bench.painted)");
            double interactive = waitForReader ? number(page, "window.bench.interactive") : Double.NaN;
            return new Visit(painted, interactive, bytes[0] / 1024.0);
        }
    }

    private static double number(Page page, String expression) {
        return ((Number) page.evaluate(expression)).doubleValue();
    }
}
