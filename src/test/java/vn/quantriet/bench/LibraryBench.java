package vn.quantriet.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * {@code bin/bench library [texts] [seed]}: a generated library of so many texts. From the command to serving with warm caches, the
 * heap after full collections, from a saved file to a page and a search that have its words, and the speed of reading files beside
 * bare Flexmark.
 */
final class LibraryBench {
    private static final int STARTS = 3;
    private static final int SAVES = 40;
    private static final int TEXTS_PARSED = 1_000;
    private static final String READER = "ha";
    private static final Duration LONGEST_FIRST_START = Duration.ofMinutes(15);
    private static final Duration LONGEST_INDEXING = Duration.ofMinutes(40);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Pattern HEADING = Pattern.compile("(?m)^### 2\\. .*\\n\\n");
    private static final Pattern USED =
            Pattern.compile("(?:new generation|tenured generation|heap) +total \\d+K, used (\\d+)K");

    private final Path data;
    private final Path library;
    private final int texts;
    private final Random random;
    private final Figures onDisk = new Figures();
    private final Figures published = new Figures();

    private LibraryBench(Path data, int texts, long seed) {
        this.data = data;
        this.library = data.resolve("library");
        this.texts = texts;
        this.random = new Random(seed);
    }

    public static void main(String[] args) throws Exception {
        int texts = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1930;
        System.out.printf("%d texts, seed %d%n", texts, seed);
        new LibraryBench(Portal.freshData(), texts, seed).measure(seed);
    }

    private void measure(long seed) throws Exception {
        generate(seed);
        double ratio = new ParseSpeed(
                        library,
                        IntStream.range(0, Math.min(texts, TEXTS_PARSED))
                                .mapToObj(GeneratedLibrary::name)
                                .toList())
                .ratio();
        var command = withProbe();
        warm(command);
        var starts = new Figures();
        double heap = 0;
        for (int run = 0; run < STARTS; run++) {
            long begun = System.nanoTime();
            try (var portal = Portal.start(command, data);
                    var visitor = Visitor.signIn(portal.address(), READER)) {
                visitor.bytes("/van-ban/" + GeneratedLibrary.name(random.nextInt(texts)));
                starts.add((System.nanoTime() - begun) / 1e9);
                if (run == STARTS - 1) {
                    save(visitor);
                    heap = heapMegabytes(portal);
                }
            }
        }
        System.out.println(starts.row("start to a text served", "s"));
        System.out.printf(Locale.ROOT, "%-34s %9.1f MB%n", "heap after full collections", heap);
        System.out.println(onDisk.row("saved on disk to seen and found", "ms"));
        System.out.println(published.row("published to seen and found", "ms"));
        var all = new Figures();
        all.addAll(onDisk);
        all.addAll(published);
        System.out.printf(
                Locale.ROOT,
                "library start_s=%.1f heap_mb=%.0f visible_p50_ms=%.0f visible_p95_ms=%.0f parse_ratio=%.2f%n",
                starts.median(),
                heap,
                all.median(),
                all.percentile(95),
                ratio);
    }

    private void generate(long seed) throws Exception {
        long begun = System.nanoTime();
        GeneratedLibrary.write(library, texts, seed);
        PackedHistory.commitAll(library);
        System.out.printf(Locale.ROOT, "generated and committed in %.0f s%n", (System.nanoTime() - begun) / 1e9);
    }

    /** Boot's other launcher reads classes beside the jar, so the probe need not be in the product. */
    private List<String> withProbe() throws IOException {
        for (var type : List.of(LibraryProbe.class, LibraryProbe.Found.class, LibraryProbe.Rewording.class)) {
            String file = type.getName().replace('.', '/') + ".class";
            Path target = data.resolve("beside").resolve(file);
            Files.createDirectories(target.getParent());
            try (var bytes = type.getResourceAsStream("/" + file)) {
                Files.copy(Objects.requireNonNull(bytes), target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return Portal.java(
                List.of("-Dloader.path=" + data.resolve("beside")),
                "org.springframework.boot.loader.launch.PropertiesLauncher");
    }

    /** The first start reads every file and fills the index. */
    private void warm(List<String> command) throws Exception {
        long begun = System.nanoTime();
        try (var portal = Portal.start(command, data, LONGEST_FIRST_START);
                var visitor = Visitor.signIn(portal.address(), READER)) {
            System.out.printf(
                    Locale.ROOT, "first start %.1f s%n", portal.started().toMillis() / 1e3);
            int known = visitor.json("/bench/texts").asInt();
            if (known != texts) {
                throw new IllegalStateException("expected " + texts + " texts, got " + known);
            }
            while (visitor.json("/bench/search?q=a").get("building").asBoolean()) {
                if (System.nanoTime() - begun > LONGEST_INDEXING.toNanos()) {
                    throw new IllegalStateException("not indexed within " + LONGEST_INDEXING);
                }
                Thread.sleep(500);
            }
            System.out.printf(Locale.ROOT, "all found after %.0f s%n", (System.nanoTime() - begun) / 1e9);
        }
    }

    private void save(Visitor visitor) throws IOException, InterruptedException {
        for (int i = -2; i < SAVES; i++) {
            String word = "zq" + Long.toString(Math.abs(random.nextLong()), 36);
            String text = GeneratedLibrary.name(random.nextInt(texts));
            boolean disk = i % 2 == 0;
            Path file = library.resolve(text).resolve("resolution.md");
            String now = Files.readString(file, StandardCharsets.UTF_8);
            var heading = HEADING.matcher(now);
            if (!heading.find()) {
                throw new IllegalStateException("no clause to write into in " + file);
            }
            String with = heading.group() + "Thêm " + word + ". ";
            long begun = System.nanoTime();
            if (disk) {
                Files.writeString(file, now.replace(heading.group(), with));
            } else {
                visitor.post("/bench/publish", Map.of("text", text, "old", heading.group(), "words", with));
            }
            awaitSeen(visitor, text, word);
            awaitFound(visitor, text, word);
            if (i >= 0) {
                (disk ? onDisk : published).add((System.nanoTime() - begun) / 1e6);
            }
            // The next save meets a portal at rest, as most do.
            Thread.sleep(300);
        }
    }

    private static void awaitSeen(Visitor visitor, String text, String word) throws IOException, InterruptedException {
        String path = "/van-ban/" + text + "/noi-dung/vi-0.html";
        await(() -> new String(visitor.follow(path), StandardCharsets.UTF_8).contains(word));
    }

    private static void awaitFound(Visitor visitor, String text, String word) throws IOException, InterruptedException {
        await(() -> visitor.json("/bench/search?q=" + word)
                .get("texts")
                .valueStream()
                .anyMatch(found -> found.asString().equals(text)));
    }

    private interface Question {
        boolean ask() throws IOException, InterruptedException;
    }

    private static void await(Question question) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (!question.ask()) {
            if (System.nanoTime() - begun > LONGEST_WAIT.toNanos()) {
                throw new IllegalStateException("not seen within " + LONGEST_WAIT);
            }
            Thread.sleep(5);
        }
    }

    private static double heapMegabytes(Portal portal) throws IOException, InterruptedException {
        for (int i = 0; i < 3; i++) {
            jcmd(portal, "GC.run");
        }
        var used = USED.matcher(jcmd(portal, "GC.heap_info"));
        double kilobytes = 0;
        while (used.find()) {
            kilobytes += Long.parseLong(used.group(1));
        }
        return kilobytes / 1024;
    }

    private static String jcmd(Portal portal, String what) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        command.add(String.valueOf(portal.pid()));
        command.add(what);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("jcmd: " + said);
        }
        return said;
    }
}
