package vn.quantriet.search.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.search.Passage;
import vn.quantriet.search.Search.Order;
import vn.quantriet.search.Search.Query;

/**
 * {@code bin/bench relevance CORPUS.jsonl QUERIES.jsonl [tuning | held-out]}: how well the product's own index and query code find
 * the documents that are known to answer. Corpus: {@code id, title, number, heading, body}; questions: {@code id, text, relevant}. The
 * last line is of the questions as they are written; the table also has them in other ways of typing. The weights were fitted on the
 * half named tuning: a question belongs to it when the hash of its id is even.
 */
final class RelevanceBench {
    private static final int AT = 10;
    private static final long SEED = 18;
    private static final JsonMapper JSON = new JsonMapper();

    private RelevanceBench() {}

    record Question(String id, String text, Set<String> relevant) {
        boolean isForTuning() {
            return Math.floorMod(id.hashCode(), 2) == 0;
        }
    }

    /** Means over all questions; times in milliseconds. */
    record Figures(int questions, double recall, double mrr, double ndcg, double p50, double p99) {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            System.err.println("expected: bin/bench relevance CORPUS.jsonl QUERIES.jsonl [tuning | held-out]");
            System.exit(2);
        }
        List<Question> questions = questions(Path.of(arguments[1]));
        if (arguments.length > 2) {
            boolean tuning = arguments[2].equals("tuning");
            questions.removeIf(question -> question.isForTuning() != tuning);
        }
        Path data = Files.createTempDirectory("relevance");
        try (var portal = new SearchFixture(data, new SampleLibrary())) {
            long start = System.nanoTime();
            load(portal, corpus(Path.of(arguments[0])));
            double indexSeconds = (System.nanoTime() - start) / 1e9;
            measure(portal, questions, Damage.AS_WRITTEN);
            System.out.printf(
                    Locale.ROOT,
                    "%-20s %9s %9s %9s %8s %8s%n",
                    "typed",
                    "recall@10",
                    "mrr@10",
                    "ndcg@10",
                    "p50 ms",
                    "p99 ms");
            Figures asWritten = null;
            for (Damage damage : Damage.values()) {
                Figures figures = measure(portal, questions, damage);
                asWritten = asWritten == null ? figures : asWritten;
                System.out.printf(
                        Locale.ROOT,
                        "%-20s %9.4f %9.4f %9.4f %8.2f %8.2f%n",
                        damage.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        figures.recall(),
                        figures.mrr(),
                        figures.ndcg(),
                        figures.p50(),
                        figures.p99());
            }
            if (asWritten != null) {
                System.out.printf(
                        Locale.ROOT,
                        "relevance queries=%d recall@10=%.4f mrr@10=%.4f ndcg@10=%.4f p50_ms=%.2f p99_ms=%.2f index_s=%.1f index_mb=%.1f%n",
                        asWritten.questions(),
                        asWritten.recall(),
                        asWritten.mrr(),
                        asWritten.ndcg(),
                        asWritten.p50(),
                        asWritten.p99(),
                        indexSeconds,
                        size(data.resolve("index")) / 1e6);
            }
        } finally {
            delete(data);
        }
    }

    /** Indexes a corpus, each document a passage of a text of its own, and learns its words. */
    static void load(SearchFixture portal, List<Passage> corpus) throws IOException {
        portal.notes.addAll(corpus);
        portal.care.compareAll();
        String words = corpus.stream()
                .map(p -> p.source() + ".\n" + p.title() + ".\n" + p.text())
                .collect(Collectors.joining("\n"));
        // Words are learnt from the library alone; the text that brings them is never indexed.
        portal.library.put(
                SampleLibrary.text("corpus", "", "").clause("i", "", words).build());
        portal.language.learn();
    }

    static Figures measure(SearchFixture portal, List<Question> questions, Damage damage) {
        var random = new Random(SEED);
        double recall = 0;
        double reciprocal = 0;
        double gain = 0;
        double[] times = new double[questions.size()];
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            String typed = damage.of(question.text(), random);
            long start = System.nanoTime();
            var found = portal.search.find(new Query(typed, Optional.empty(), Map.of(), Order.RELEVANCE, false, 0, AT));
            times[i] = (System.nanoTime() - start) / 1e6;
            List<String> keys =
                    found.hits().stream().map(h -> h.passage().key()).limit(AT).toList();
            List<Integer> ranks = IntStream.range(0, keys.size())
                    .filter(rank -> question.relevant().contains(keys.get(rank)))
                    .boxed()
                    .toList();
            recall += ranks.size() / (double) question.relevant().size();
            reciprocal += ranks.isEmpty() ? 0 : 1.0 / (ranks.getFirst() + 1);
            gain += ranks.stream().mapToDouble(RelevanceBench::discount).sum()
                    / IntStream.range(0, Math.min(AT, question.relevant().size()))
                            .mapToDouble(RelevanceBench::discount)
                            .sum();
        }
        Arrays.sort(times);
        int count = questions.size();
        return new Figures(
                count,
                recall / count,
                reciprocal / count,
                gain / count,
                times[count / 2],
                times[Math.min(count - 1, count * 99 / 100)]);
    }

    private static double discount(int rank) {
        return Math.log(2) / Math.log(rank + 2);
    }

    static List<Passage> corpus(Path file) throws IOException {
        List<Passage> passages = new ArrayList<>();
        try (var lines = Files.lines(file)) {
            lines.filter(line -> !line.isBlank())
                    .map(JSON::readTree)
                    .forEach(document -> passages.add(new Passage(
                            text(document, "id"),
                            Passage.Kind.CLAUSE,
                            new ResolutionId("corpus-" + passages.size()),
                            Optional.empty(),
                            text(document, "number"),
                            text(document, "title"),
                            text(document, "heading"),
                            text(document, "body"),
                            "/",
                            Set.of(),
                            new Passage.Audience.Everyone())));
        }
        return passages;
    }

    static List<Question> questions(Path file) throws IOException {
        List<Question> questions = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                JsonNode question = JSON.readTree(line);
                Set<String> relevant = new HashSet<>();
                question.get("relevant").forEach(id -> relevant.add(id.asString()));
                questions.add(new Question(text(question, "id"), text(question, "text"), relevant));
            }
        }
        return questions;
    }

    private static String text(JsonNode document, String field) {
        JsonNode value = document.get(field);
        return value == null || value.isNull() ? "" : value.asString();
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
