package vn.quantriet.bench;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import com.sun.tools.attach.AttachNotSupportedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.management.JMException;
import org.jsoup.nodes.Document;
import vn.quantriet.bench.SessionMemory.Held;

/**
 * {@code bin/bench reading [runs] [sessions]}: what it takes to open the longest sample text, in bytes, time and server memory,
 * beside a static page and an empty one.
 */
final class ReadingBench {
    private static final int WARM_UPS = 3;
    private static final int SESSIONS_BEFORE = 10;
    private static final int CLASSES_SHOWN = 12;
    private static final String MEMBER = "ha";

    private final Portal portal;
    private final Browsers browsers;

    private ReadingBench(Portal portal, Browsers browsers) {
        this.portal = portal;
        this.browsers = browsers;
    }

    private record Text(String path, Document page, int syllables) {}

    public static void main(String[] args) throws Exception {
        int runs = args.length > 0 ? Integer.parseInt(args[0]) : 9;
        int sessions = args.length > 1 ? Integer.parseInt(args[1]) : 200;
        Path data = Portal.freshData();
        try (var portal = Portal.start(withEmptyPage(data), data);
                var browsers = new Browsers()) {
            new ReadingBench(portal, browsers).measure(runs, sessions);
        }
    }

    /** Boot's other launcher reads classes beside the jar, so the yardstick need not be in the product. */
    private static List<String> withEmptyPage(Path data) throws IOException {
        String file = EmptyPage.class.getName().replace('.', '/') + ".class";
        Path target = data.resolve("beside").resolve(file);
        Files.createDirectories(target.getParent());
        try (var bytes = EmptyPage.class.getResourceAsStream("/" + file)) {
            Files.copy(Objects.requireNonNull(bytes), target, StandardCopyOption.REPLACE_EXISTING);
        }
        return Portal.java(
                List.of(
                        "-Dloader.path=" + data.resolve("beside"),
                        // What may go at any time, or serves all sessions together, is not a session's.
                        "-XX:SoftRefLRUPolicyMSPerMB=0",
                        "-Dspring.datasource.url=jdbc:h2:file:" + data.resolve("database/quantriet")
                                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=1024"),
                "org.springframework.boot.loader.launch.PropertiesLauncher");
    }

    private void measure(int runs, int sessions)
            throws IOException, InterruptedException, AttachNotSupportedException, JMException {
        try (var visitor = Visitor.signIn(portal.address(), MEMBER)) {
            Text text = longestText(visitor);
            System.out.printf(
                    "%s, %d syllables; %d runs, %d sessions%n", text.path(), text.syllables(), runs, sessions);
            String speed = speed(visitor, text, runs);
            String memory = memory(text, sessions);
            System.out.println("reading " + speed + " " + memory);
        }
    }

    private static Text longestText(Visitor visitor) throws IOException, InterruptedException {
        Text longest = new Text("", new Document(""), 0);
        try (var folders = Files.list(Path.of("content"))) {
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                String path = "/van-ban/" + folder.getFileName();
                var page = visitor.page(path);
                int syllables = page.select("[data-syllables]").stream()
                        .mapToInt(clause -> Integer.parseInt(clause.attr("data-syllables")))
                        .sum();
                if (syllables > longest.syllables()) {
                    longest = new Text(path, page, syllables);
                }
            }
        }
        return longest;
    }

    private String speed(Visitor visitor, Text text, int runs) throws IOException, InterruptedException {
        var transfer = new Figures();
        var next = new Figures();
        var readable = new Figures();
        var interactive = new Figures();
        var still = new Figures();
        var stillTransfer = new Figures();
        var ratio = new Figures();
        try (var yardstick = StaticPage.of(visitor, text.page())) {
            for (int run = -WARM_UPS; run < runs; run++) {
                Visit plain = visitStill(yardstick);
                List<Visit> visits = visitTwice(visitor, text);
                if (run >= 0) {
                    transfer.add(visits.getFirst().kilobytes());
                    next.add(visits.getLast().kilobytes());
                    readable.add(visits.getFirst().readableMillis());
                    interactive.add(visits.getFirst().interactiveMillis());
                    still.add(plain.readableMillis());
                    stillTransfer.add(plain.kilobytes());
                    ratio.add(visits.getFirst().readableMillis() / plain.readableMillis());
                }
            }
        }
        System.out.println(transfer.row("first visit", "KB"));
        System.out.println(next.row("next visit", "KB"));
        System.out.println(stillTransfer.row("static page", "KB"));
        System.out.println(readable.row("readable", "ms"));
        System.out.println(still.row("readable, static page", "ms"));
        System.out.println(ratio.row("readable, to static page", ""));
        System.out.println(interactive.row("reading element in charge", "ms"));
        return String.format(
                Locale.ROOT,
                "transfer_kb=%.0f next_kb=%.0f readable_ms=%.0f readable_ratio=%.2f interactive_ms=%.0f",
                transfer.median(),
                next.median(),
                readable.median(),
                ratio.median(),
                interactive.median());
    }

    private Visit visitStill(StaticPage yardstick) {
        try (var context = browsers.fresh()) {
            Visit.watch(context);
            return Visit.to(yardstick.address(), context, false);
        }
    }

    private List<Visit> visitTwice(Visitor visitor, Text text) {
        try (var context = browsers.signedIn(portal.address(), visitor.session())) {
            Visit.watch(context);
            String address = portal.address() + text.path();
            return List.of(Visit.to(address, context, true), Visit.to(address, context, true));
        }
    }

    private String memory(Text text, int sessions)
            throws IOException, InterruptedException, AttachNotSupportedException, JMException {
        try (var inside = new SessionMemory(portal)) {
            // Whatever a first session of a kind makes once and for all is not the sessions' own.
            open("/" + EmptyPage.ADDRESS, "#outlet > *", SESSIONS_BEFORE);
            open(text.path(), "qt-reader article.text", SESSIONS_BEFORE);
            double empty = each("/" + EmptyPage.ADDRESS, "#outlet > *", sessions, inside, "session on an empty page");
            double reading = each(text.path(), "qt-reader article.text", sessions, inside, "session on the text");
            return String.format(Locale.ROOT, "session_kb=%.1f empty_session_kb=%.1f", reading, empty);
        }
    }

    private double each(String path, String settled, int sessions, SessionMemory inside, String name)
            throws IOException, InterruptedException, JMException {
        var heldBefore = inside.held();
        open(path, settled, sessions);
        var held = inside.held();
        double kilobytes = (SessionMemory.kilobytes(held) - SessionMemory.kilobytes(heldBefore)) / sessions;
        long pages = SessionMemory.openPages(held) - SessionMemory.openPages(heldBefore);
        System.out.printf(Locale.ROOT, "%-34s %9.1f KB  (%d pages open at the server)%n", name, kilobytes, pages);
        printGrowth(heldBefore, held, sessions);
        if (pages != sessions) {
            throw new IllegalStateException("expected " + sessions + " pages more at the server, got " + pages);
        }
        return kilobytes;
    }

    /** The classes that take most of a session. */
    private static void printGrowth(Map<String, Held> before, Map<String, Held> after, int sessions) {
        after.entrySet().stream()
                .map(entry -> Map.entry(
                        entry.getKey(),
                        entry.getValue().bytes()
                                - before.getOrDefault(entry.getKey(), Held.NONE).bytes()))
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(CLASSES_SHOWN)
                .forEach(entry -> System.out.printf(
                        Locale.ROOT, "    %10d bytes  %s%n", entry.getValue() / sessions, entry.getKey()));
    }

    /** Opens sessions and leaves them open at the server: a browser that is cut off can say no goodbye. */
    private void open(String path, String settled, int sessions) throws IOException, InterruptedException {
        for (int i = 0; i < sessions; i++) {
            try (var visitor = Visitor.signIn(portal.address(), MEMBER);
                    var context = browsers.signedIn(portal.address(), visitor.session())) {
                var page = context.newPage();
                page.navigate(portal.address() + path);
                page.waitForSelector(
                        settled, new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
                page.waitForLoadState(LoadState.NETWORKIDLE);
                context.setOffline(true);
            }
        }
    }
}
