package vn.quantriet.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import vn.quantriet.search.Facet;
import vn.quantriet.search.Passage;
import vn.quantriet.search.Search;

/** Kills processes that index; {@code -Dkills=100} makes it many. */
class KilledIndexingTest {
    private static final int KILLS = Integer.getInteger("kills", 5);
    private static final int MOST_CHANGES = 150;
    private static final int LONGEST_MILLIS = 300;

    @TempDir
    Path folder;

    /** Begins to compare, while texts and notes change, commits come often, and the index is now and then built anew. */
    static final class Indexer {
        public static void main(String[] arguments) throws IOException {
            var folder = Path.of(arguments[0]);
            var random = new Random(Long.parseLong(arguments[1]));
            var changing = new ChangingSources(folder);
            System.out.println("begun");
            var portal = changing.open(folder.resolve("data"));
            Thread.ofPlatform().daemon().start(() -> {
                portal.care.compareAll();
                while (true) {
                    portal.work();
                    Thread.onSpinWait();
                }
            });
            for (int n = 0; true; n++) {
                changing.change(random, portal);
                if (random.nextInt(5) == 0) {
                    portal.care.tend();
                }
                if (n % 40 == 30) {
                    portal.care.rebuild();
                }
                System.out.println(n);
            }
        }
    }

    @Test
    void afterEachKillTheIndexIsTheOneThatWouldBeBuiltFromNothing() throws Exception {
        long seed = System.nanoTime();
        System.out.println("KilledIndexingTest seed " + seed);
        var random = new Random(seed);
        new ChangingSources(folder).create(random);
        int changes = 0;
        int fromNothing = 0;
        int rebuilding = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            // A quarter of them while it is built from nothing, and a third while it is opened, or soon after.
            if (random.nextInt(4) == 0) {
                FileSystemUtils.deleteRecursively(folder.resolve("data/index"));
            }
            int after = random.nextInt(3) == 0 ? 0 : random.nextInt(MOST_CHANGES);
            changes += indexUntilKilled(random.nextLong(), after, random.nextInt(LONGEST_MILLIS));
            rebuilding += indexes() > 1 ? 1 : 0;

            var sources = new ChangingSources(folder);
            try (var portal = sources.open(folder.resolve("data"))) {
                fromNothing += portal.search.building() ? 1 : 0;
                portal.care.compareAll();
                portal.work();
                assertThat(portal.search.building()).isFalse();
                assertThat(portal.index.isBehind()).isFalse();
                assertThat(portal.index.skipped().list()).isEmpty();
                assertThat(indexes()).isEqualTo(1);
                equalsOneFromNothing(sources, portal, folder.resolve("fresh-" + kill));
            }
        }
        System.out.println("kills=" + KILLS + " changes=" + changes + " while rebuilding=" + rebuilding
                + " not yet complete=" + fromNothing + " different=0");
        assertThat(changes).isGreaterThan(KILLS);
    }

    private static void equalsOneFromNothing(ChangingSources sources, SearchFixture portal, Path elsewhere)
            throws IOException {
        Files.createDirectories(elsewhere);
        // How a query is read depends on words that were learnt of versions long gone; it is the index that is judged
        // here.
        portal.language.save();
        if (Files.exists(sources.words())) {
            Files.copy(sources.words(), elsewhere.resolve("index.words"));
        }
        try (var fresh = sources.open(elsewhere)) {
            fresh.care.compareAll();
            assertThat(stored(portal)).isEqualTo(stored(fresh)).hasSizeGreaterThan(100);
            // Statistics still count what was deleted until it is merged away, and with them the scores.
            for (var each : List.of(portal, fresh)) {
                each.index.generations().all().getFirst().store().writer().forceMerge(1);
            }
            for (String query : ChangingSources.QUERIES) {
                assertThat(answers(portal, query)).as(query).isEqualTo(answers(fresh, query));
            }
        }
    }

    /** Every document by its key: all that is stored of it, and the version of each text. */
    private static Map<String, String> stored(SearchFixture portal) throws IOException {
        return portal.index.generations().search(searcher -> {
            Map<String, String> stored = new TreeMap<>();
            var fields = searcher.storedFields();
            for (var hit : searcher.search(
                            new MatchAllDocsQuery(),
                            Math.max(1, searcher.getIndexReader().maxDoc()))
                    .scoreDocs) {
                var document = fields.document(hit.doc);
                var key = document.get(IndexFields.KEY);
                if (key != null) {
                    assertThat(stored.put(key, document.toString()))
                            .as("a second " + key)
                            .isNull();
                }
            }
            stored.put(
                    "records", records(searcher) + " of " + portal.index.texts().size());
            return stored;
        });
    }

    private static int records(IndexSearcher searcher) throws IOException {
        return searcher.count(new TermQuery(new Term(IndexFields.LEVEL, IndexFields.RECORD)));
    }

    /** How many passages answer, of which kinds, and of each text how many and how well its best one does. */
    private static List<String> answers(SearchFixture portal, String query) {
        var found = portal.search.find(
                new Search.Query(query, Optional.empty(), Map.of(), Search.Order.RELEVANCE, true, 0, 100));
        List<String> answers = new ArrayList<>(
                List.of(found.total() + " " + new TreeMap<>(found.counts().getOrDefault(Facet.KIND, Map.of()))));
        found.groups().stream()
                .map(group -> group.text() + " " + group.total() + " "
                        + group.hits().getFirst().score())
                .sorted()
                .forEach(answers::add);
        return answers;
    }

    /** @return how many changes there were */
    private int indexUntilKilled(long seed, int after, int millis) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(List.of(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Indexer.class.getName(),
                        folder.toString(),
                        String.valueOf(seed)))
                .redirectError(folder.resolve("errors").toFile())
                .start();
        int changes = 0;
        try (var lines = new BufferedReader(process.inputReader(StandardCharsets.UTF_8))) {
            for (int seen = -1; seen < after; seen++) {
                if (lines.readLine() == null) {
                    throw new IOException(Files.readString(folder.resolve("errors")));
                }
                changes = seen + 1;
            }
            for (long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis); System.nanoTime() < end; ) {
                Thread.onSpinWait();
            }
            // Through its handle: the process itself would close what it had still to say.
            process.toHandle().destroyForcibly();
            while (lines.readLine() != null) {
                changes++;
            }
        }
        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("errors")))
                .isEqualTo(128 + 9);
        return changes;
    }

    private int indexes() throws IOException {
        var index = folder.resolve("data/index");
        if (!Files.exists(index)) {
            return 0;
        }
        try (Stream<Path> folders = Files.list(index)) {
            return (int) folders.count();
        }
    }

    @Test
    void sourcesOfThisTestAreReadAsTheyWereWritten() throws IOException {
        var random = new Random(7);
        new ChangingSources(folder).create(random);
        var sources = new ChangingSources(folder);
        try (var portal = sources.open(folder.resolve("data"))) {
            portal.care.compareAll();
            IntStream.range(0, 50).forEach(i -> sources.change(random, portal));
            assertThat(stored(portal).keySet().stream()
                            .filter(key -> key.startsWith("local-note/"))
                            .toList())
                    .hasSameElementsAs(new ChangingSources(folder)
                            .notes()
                            .map(Passage::key)
                            .toList());
        }
    }
}
