package vn.quantriet.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.FSDirectory;
import vn.quantriet.bench.SampleWords;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.search.Passage;
import vn.quantriet.search.Search.Order;
import vn.quantriet.search.Search.Query;
import vn.quantriet.search.vietnamese.Spelling;

/**
 * {@code bin/bench search [clauses] [queries]}: the product's search, with rights, facets, grouping and passages, against the same
 * scoring query asked of the same index by bare Lucene, in the same run, at 1, 4 and 8 clients; indexing against a bare writer of the
 * same fields; suggestions.
 */
final class SearchBench {
    private static final long SEED = 2026;
    private static final int CLAUSES_OF_A_TEXT = 20;
    private static final int PAGE = 10;
    private static final int[] CLIENTS = {1, 4, 8};

    private SearchBench() {}

    /** Milliseconds of each query, and queries a second of all clients together. */
    private record Run(double p50, double p99, double throughput) {}

    public static void main(String[] arguments) throws Exception {
        int clauses = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2_000;
        var random = new Random(SEED);
        Path data = Files.createTempDirectory("search-bench");
        var words = SampleWords.of(Path.of("content"));
        var library = new SampleLibrary();
        List<Passage> passages = passages(library, words, random, clauses);
        List<String> queries = queries(passages, random, count);

        double bareSeconds = bareIndexing(data.resolve("bare"), passages);
        try (var portal = new SearchFixture(data, library)) {
            portal.notes.addAll(passages);
            long start = System.nanoTime();
            portal.care.compareAll();
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%d clauses, %d queries, seed %d; indexed in %.1f s, by a bare writer in %.1f s%n",
                    clauses,
                    count,
                    SEED,
                    seconds,
                    bareSeconds);
            List<Callable<Integer>> product = queries.stream()
                    .map(typed -> (Callable<Integer>) () -> portal.search
                            .find(new Query(typed, Optional.empty(), Map.of(), Order.RELEVANCE, false, 0, PAGE))
                            .hits()
                            .size())
                    .toList();
            List<Callable<Integer>> bare = queries.stream()
                    .map(typed -> PassageQuery.score(portal.language.reader().read(typed, false), Weights.SHIPPED))
                    .map(query -> (Callable<Integer>) () -> portal.index
                            .generations()
                            .search(searcher -> searcher.search(query, PAGE).scoreDocs.length))
                    .toList();
            List<Callable<Integer>> suggestions = prefixes(passages, random, count).stream()
                    .map(typed -> (Callable<Integer>)
                            () -> portal.search.suggest(typed, 8).size())
                    .toList();
            run(product, 1);
            run(bare, 1);
            System.out.printf(
                    Locale.ROOT,
                    "%-8s %10s %10s %10s %10s %10s %10s %8s %8s%n",
                    "clients",
                    "p50 ms",
                    "p99 ms",
                    "per s",
                    "bare p50",
                    "bare p99",
                    "bare per s",
                    "p99 x",
                    "per s x");
            Run alone = null;
            double p99Ratio = 0;
            double throughputRatio = Double.MAX_VALUE;
            for (int clients : CLIENTS) {
                Run ours = run(product, clients);
                Run theirs = run(bare, clients);
                alone = alone == null ? ours : alone;
                p99Ratio = Math.max(p99Ratio, ours.p99() / theirs.p99());
                throughputRatio = Math.min(throughputRatio, ours.throughput() / theirs.throughput());
                System.out.printf(
                        Locale.ROOT,
                        "%-8d %10.2f %10.2f %10.0f %10.2f %10.2f %10.0f %8.2f %8.2f%n",
                        clients,
                        ours.p50(),
                        ours.p99(),
                        ours.throughput(),
                        theirs.p50(),
                        theirs.p99(),
                        theirs.throughput(),
                        ours.p99() / theirs.p99(),
                        ours.throughput() / theirs.throughput());
            }
            run(suggestions, 1);
            Run suggest = run(suggestions, 1);
            System.out.printf(
                    Locale.ROOT,
                    "search p50_ms=%.2f p99_ms=%.2f p99_ratio=%.2f throughput_ratio=%.2f index_ratio=%.2f suggest_p99_ms=%.2f%n",
                    alone == null ? 0 : alone.p50(),
                    alone == null ? 0 : alone.p99(),
                    p99Ratio,
                    throughputRatio,
                    bareSeconds / seconds,
                    suggest.p99());
        }
    }

    private static Run run(List<Callable<Integer>> queries, int clients)
            throws InterruptedException, ExecutionException {
        double[] times = new double[queries.size()];
        var next = new AtomicInteger();
        long start = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(clients)) {
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                running.add(pool.submit(() -> {
                    for (int i = next.getAndIncrement(); i < times.length; i = next.getAndIncrement()) {
                        long from = System.nanoTime();
                        queries.get(i).call();
                        times[i] = (System.nanoTime() - from) / 1e6;
                    }
                    return null;
                }));
            }
            for (Future<?> client : running) {
                client.get();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Arrays.sort(times);
        return new Run(times[times.length / 2], times[times.length * 99 / 100], times.length / seconds);
    }

    private static List<Passage> passages(SampleLibrary library, SampleWords words, Random random, int clauses) {
        List<Passage> passages = new ArrayList<>(clauses);
        for (int text = 0; passages.size() < clauses; text++) {
            String number = (1 + text % 900) + "-NQ/" + (char) ('A' + text / 900 % 26) + "W";
            String title = words.title(random, 6, 14);
            ResolutionId id = library.put(
                    SampleLibrary.text("text-" + text, number, title).build());
            for (int clause = 0; clause < CLAUSES_OF_A_TEXT && passages.size() < clauses; clause++) {
                var body = new StringBuilder();
                for (int sentence = 2 + random.nextInt(5); sentence > 0; sentence--) {
                    body.append(words.sentence(random)).append(' ');
                }
                passages.add(new Passage(
                        "clause/" + id + "/" + clause,
                        Passage.Kind.CLAUSE,
                        id,
                        Optional.empty(),
                        number,
                        title,
                        words.title(random, 3, 8),
                        body.toString(),
                        "/van-ban/" + id,
                        Set.of(),
                        new Passage.Audience.Everyone()));
            }
        }
        return passages;
    }

    /** Of ten: six are a few words of some clause, two the same without accents, one a number and words, one a long question. */
    private static List<String> queries(List<Passage> passages, Random random, int count) {
        List<String> queries = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Passage passage = passages.get(random.nextInt(passages.size()));
            String words = some(passage.text(), random, i % 10 == 9 ? 12 + random.nextInt(9) : 2 + random.nextInt(5));
            queries.add(
                    switch (i % 10) {
                        case 6, 7 -> Spelling.fold(words);
                        case 8 -> passage.number() + " " + words;
                        case 9 -> words + "?";
                        default -> words;
                    });
        }
        return queries;
    }

    private static List<String> prefixes(List<Passage> passages, Random random, int count) {
        List<String> prefixes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String title = passages.get(random.nextInt(passages.size())).title();
            String prefix = title.substring(0, Math.min(title.length(), 2 + random.nextInt(14)));
            prefixes.add(i % 3 == 0 ? Spelling.fold(prefix) : prefix);
        }
        return prefixes;
    }

    private static String some(String text, Random random, int count) {
        String[] words = text.split("[\\s.,;?]+");
        int from = random.nextInt(Math.max(1, words.length - count));
        return String.join(" ", Arrays.copyOfRange(words, from, Math.min(words.length, from + count)));
    }

    /** The same fields, as plain as Lucene's own examples write them. */
    private static double bareIndexing(Path folder, List<Passage> passages) {
        long start = System.nanoTime();
        try (var directory = FSDirectory.open(folder);
                var writer = new IndexWriter(
                        directory,
                        new IndexWriterConfig(Chain.byField()).setSimilarity(new BM25Similarity(0.9f, 0.75f)))) {
            for (Passage passage : passages) {
                var document = new Document();
                document.add(new StoredField(IndexFields.KEY, passage.key()));
                document.add(new StoredField(IndexFields.TEXT, passage.text()));
                for (String field : List.of(IndexFields.ALL_VN, IndexFields.ALL_VN_SH, IndexFields.ALL_VN_SH3)) {
                    for (String text : List.of(
                            passage.source(), passage.title(), passage.source(), passage.title(), passage.text())) {
                        document.add(new TextField(field, text, Store.NO));
                    }
                }
                for (String field : List.of(IndexFields.WORDS, IndexFields.ALL_FOLD_SH)) {
                    for (String text : List.of(passage.source(), passage.title(), passage.text())) {
                        document.add(new TextField(field, text, Store.NO));
                    }
                }
                document.add(new TextField(IndexFields.TITLE_VN, passage.title(), Store.NO));
                document.add(new TextField(IndexFields.TITLE_FOLD, passage.title(), Store.NO));
                writer.addDocument(document);
            }
            writer.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
