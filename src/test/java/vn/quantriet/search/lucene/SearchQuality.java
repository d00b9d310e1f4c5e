package vn.quantriet.search.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.search.Passage;
import vn.quantriet.search.Search.Query;
import vn.quantriet.search.vietnamese.Spelling;

/**
 * Measures recall and nDCG at 10 over a folder that holds {@code corpus.jsonl} and {@code queries-dev.jsonl}, in several ways of
 * typing. Not a test: run its main with {@code -Dquantriet.bench.search=<folder>}.
 */
final class SearchQuality {
    private static final int AT = 10;
    private static final JsonMapper JSON = new JsonMapper();

    private SearchQuality() {}

    private record Question(String text, Set<String> relevant) {}

    public static void main(String[] arguments) throws IOException {
        Path bench = Path.of(System.getProperty("quantriet.bench.search"));
        Path data = Files.createTempDirectory("search-quality");
        var random = new Random(18);
        Map<String, UnaryOperator<String>> forms = new LinkedHashMap<>();
        forms.put("as written", q -> q);
        forms.put("no accents", Spelling::fold);
        forms.put("half the accents", q -> eachWord(q, w -> random.nextBoolean() ? w : Spelling.fold(w)));
        forms.put("tones dropped", SearchQuality::withoutTones);
        forms.put("NFD", q -> Normalizer.normalize(q, Normalizer.Form.NFD));
        forms.put("raw Telex", q -> eachWord(q, SearchQuality::telex));
        try (var portal = new SearchFixture(data, new SampleLibrary())) {
            long start = System.nanoTime();
            portal.notes.addAll(corpus(bench));
            portal.care.compareAll();
            System.out.printf(Locale.ROOT, "indexed in %d ms%n", millisSince(start));
            start = System.nanoTime();
            learn(portal);
            System.out.printf(Locale.ROOT, "learnt in %d ms%n", millisSince(start));
            List<Question> questions = questions(bench);
            forms.forEach((name, form) -> measure(portal, name, questions, form));
        }
    }

    private static void measure(
            SearchFixture portal, String name, List<Question> questions, UnaryOperator<String> form) {
        double recall = 0;
        double gain = 0;
        long start = System.nanoTime();
        for (Question question : questions) {
            var query = new Query(form.apply(question.text()), Optional.empty(), Optional.empty(), false, 0, AT);
            List<String> found = portal.search.find(query).hits().stream()
                    .map(h -> h.passage().key())
                    .toList();
            recall += found.stream().filter(question.relevant()::contains).count()
                    / (double) question.relevant().size();
            gain += ndcg(found, question.relevant());
        }
        double each = (System.nanoTime() - start) / 1e6 / questions.size();
        System.out.printf(
                Locale.ROOT,
                "%-18s R@10 %.3f  nDCG@10 %.3f  %.1f ms%n",
                name,
                recall / questions.size(),
                gain / questions.size(),
                each);
    }

    private static double ndcg(List<String> found, Set<String> relevant) {
        double sum = IntStream.range(0, found.size())
                .filter(i -> relevant.contains(found.get(i)))
                .mapToDouble(SearchQuality::discount)
                .sum();
        double ideal = IntStream.range(0, Math.min(AT, relevant.size()))
                .mapToDouble(SearchQuality::discount)
                .sum();
        return sum / ideal;
    }

    private static double discount(int rank) {
        return Math.log(2) / Math.log(rank + 2);
    }

    /** Words are learnt from the library alone; the text that brings them is never indexed. */
    private static void learn(SearchFixture portal) {
        String words = portal.notes.stream()
                .map(p -> p.source() + ".\n" + p.title() + ".\n" + p.text())
                .collect(Collectors.joining("\n"));
        portal.library.put(
                SampleLibrary.text("corpus", "", "").clause("i", "", words).build());
        portal.language.learn();
    }

    private static List<Passage> corpus(Path bench) throws IOException {
        try (var lines = Files.lines(bench.resolve("corpus.jsonl"))) {
            return lines.map(JSON::readTree).map(SearchQuality::passage).toList();
        }
    }

    private static Passage passage(JsonNode document) {
        return new Passage(
                document.get("id").asString(),
                Passage.Kind.LOCAL_NOTE,
                new ResolutionId("corpus"),
                Optional.empty(),
                "",
                document.get("title").asString(),
                document.get("heading").asString(),
                document.get("body").asString(),
                "/",
                new Passage.Audience.Everyone());
    }

    private static List<Question> questions(Path bench) throws IOException {
        List<Question> questions = new ArrayList<>();
        for (String line : Files.readAllLines(bench.resolve("queries-dev.jsonl"))) {
            JsonNode question = JSON.readTree(line);
            questions.add(new Question(
                    question.get("text").asString(),
                    question.get("relevant")
                            .valueStream()
                            .map(JsonNode::asString)
                            .collect(Collectors.toSet())));
        }
        return questions;
    }

    private static String eachWord(String text, UnaryOperator<String> change) {
        return Arrays.stream(Spelling.clean(text).split(" ")).map(change).collect(Collectors.joining(" "));
    }

    private static String withoutTones(String text) {
        String parts =
                Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("[\u0300\u0301\u0303\u0309\u0323]", "");
        return Normalizer.normalize(parts, Normalizer.Form.NFC);
    }

    /** What the keys of a Telex typist give without the keyboard: marks doubled where they stand, the tone at the end. */
    private static String telex(String word) {
        var keys = new StringBuilder();
        String tone = "";
        for (char c : Normalizer.normalize(word, Normalizer.Form.NFD).toCharArray()) {
            switch (c) {
                case '\u0300' -> tone = "f";
                case '\u0301' -> tone = "s";
                case '\u0303' -> tone = "x";
                case '\u0309' -> tone = "r";
                case '\u0323' -> tone = "j";
                case '\u0302' -> keys.append(keys.charAt(keys.length() - 1));
                case '\u0306', '\u031B' -> keys.append('w');
                case 'đ' -> keys.append("dd");
                case 'Đ' -> keys.append("DD");
                default -> keys.append(c);
            }
        }
        int end = keys.length();
        while (end > 0 && !Character.isLetterOrDigit(keys.charAt(end - 1))) {
            end--;
        }
        return keys.insert(end, tone).toString();
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
