package vn.quantriet.content.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.databind.json.JsonMapper;
import vn.quantriet.content.Problem;

/** The schemas of {@code src/main/resources/schema} and the validator accept and refuse the same front matters. */
class FrontMatterSchemaTest {
    private static final int ROUNDS = 800;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /** What a schema cannot say: one value against another, or against the rest of the file. */
    private static final Set<String> BEYOND_A_SCHEMA = Set.of(
            "value-after",
            "value-before",
            "fact-unused",
            "fact-undeclared",
            "fact-undeclared-near",
            "relation-self",
            "quiz-draw");

    private static final List<String> DAYS = List.of(
            "2024-12-22", "2025-01-24", "2024-02-30", "2024-2-3", "22/12/2024", "2024", "''", "[2024-12-22]", "mai");
    private static final List<String> WORDS = List.of(
            "Bộ Chính trị",
            "\"57: NQ\"",
            "2024",
            "true",
            "''",
            "'  '",
            "[a]",
            "{a: b}",
            "~",
            "1.5",
            "ơ".repeat(60),
            "ơ".repeat(61),
            "ơ".repeat(201),
            "ơ".repeat(400),
            "ơ".repeat(401),
            "2024-12-22");
    private static final List<String> IDS = List.of(
            "18-nq-tw", "29-NQ/TW", "a--b", "-a", "a".repeat(80), "a".repeat(81), "2024", "''", "[a]", "nghị-quyết");
    private static final List<String> NUMBERS = List.of(
            "1", "0", "-3", "70", "100", "101", "500", "501", "600", "601", "\"70\"", "70.5", "bảy mươi", "[70]", "''");

    @Test
    void resolutions() throws IOException {
        long seed = seed();
        var random = new Random(seed);
        var schema = schema("resolution");
        int accepted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var matter = resolution(random);
            accepted += agree(seed, schema, matter, Samples::resolution, "\n## I. Mục\n\nChữ [số](fact:so).\n");
        }
        assertThat(accepted).isBetween(ROUNDS / 20, ROUNDS * 19 / 20);
    }

    @Test
    void decksAndQuizzes() throws IOException {
        long seed = seed();
        var random = new Random(seed);
        var deck = schema("deck");
        var quiz = schema("quiz");
        var questions = Samples.QUIZ.substring(Samples.QUIZ.indexOf("## 1."));
        int accepted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            accepted += agree(seed, deck, deck(random), Samples::deck, "\n# Trang\n");
            accepted += agree(seed, quiz, quiz(random), Samples::quiz, "\n" + questions);
        }
        assertThat(accepted).isBetween(ROUNDS / 10, ROUNDS * 19 / 10);
    }

    @Test
    void everyTextOfTheSampleLibraryAgreesWithTheSchemas() throws IOException {
        int files = 0;
        try (var paths = Files.walk(Path.of("content"))) {
            for (var path : paths.filter(p -> p.toString().endsWith(".md")).toList()) {
                var name = path.getFileName().toString();
                var text = Files.readString(path);
                if (!text.startsWith("---\n") || name.startsWith("README")) {
                    continue;
                }
                var kind = name.equals("resolution.md") ? "resolution" : name.equals("quiz.md") ? "quiz" : "deck";
                assertThat(errors(schema(kind), text.substring(4, text.indexOf("\n---", 4))))
                        .as(path.toString())
                        .isEmpty();
                files++;
            }
        }
        assertThat(files).isGreaterThan(38);
    }

    private static long seed() {
        long seed = System.nanoTime();
        System.out.println("FrontMatterSchemaTest seed " + seed);
        return seed;
    }

    private static int agree(long seed, Schema schema, String matter, Function<String, Parsed<?>> parser, String body) {
        var problems = parser.apply("---\n" + matter + "---\n" + body).problems().stream()
                .filter(p -> !BEYOND_A_SCHEMA.contains(p.code()))
                .map(Problem::toString)
                .toList();
        var errors = errors(schema, matter);
        assertThat(errors.isEmpty())
                .as("seed %d%n%s%nvalidator: %s%nschema: %s", seed, matter, problems, errors)
                .isEqualTo(problems.isEmpty());
        return errors.isEmpty() ? 1 : 0;
    }

    private static Schema schema(String name) throws IOException {
        return SCHEMAS.getSchema(
                Files.readString(Path.of("src/main/resources/schema/" + name + ".schema.json")), InputFormat.JSON);
    }

    private static List<String> errors(Schema schema, String matter) {
        var json = JSON.writeValueAsString(plain(new Yaml().compose(new StringReader(matter))));
        return schema
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    /** As an editor sees the YAML: a day is text. */
    private static @Nullable Object plain(Node node) {
        return switch (node) {
            case MappingNode mapping -> {
                Map<String, @Nullable Object> values = new LinkedHashMap<>();
                mapping.getValue()
                        .forEach(tuple ->
                                values.put(((ScalarNode) tuple.getKeyNode()).getValue(), plain(tuple.getValueNode())));
                yield values;
            }
            case SequenceNode sequence -> {
                List<@Nullable Object> items = new ArrayList<>();
                sequence.getValue().forEach(item -> items.add(plain(item)));
                yield items;
            }
            case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> null;
            case ScalarNode scalar when scalar.getTag().equals(Tag.BOOL) -> Boolean.TRUE;
            case ScalarNode scalar when scalar.getTag().equals(Tag.INT) -> Long.parseLong(scalar.getValue());
            case ScalarNode scalar when scalar.getTag().equals(Tag.FLOAT) -> Double.parseDouble(scalar.getValue());
            case ScalarNode scalar -> scalar.getValue();
            default -> throw new IllegalArgumentException(node.toString());
        };
    }

    private static String resolution(Random random) {
        var keys = new LinkedHashMap<String, String>();
        keys.put("number", mostly(random, "57-NQ/TW", WORDS));
        keys.put(
                "kind",
                mostly(random, "resolution", List.of("plan", "directive", "Resolution", "decree", "''", "[plan]")));
        keys.put("issuer", mostly(random, "Bộ Chính trị", WORDS));
        keys.put("issued", mostly(random, "2024-12-22", DAYS));
        keys.put("title", mostly(random, "Đột phá", WORDS));
        keys.put("short", mostly(random, "Đột phá", WORDS));
        keys.put(
                "topics", mostly(random, "[Khoa học]", List.of("[]", "Khoa học", "[a, b]", "[2024]", "[[a]]", "['']")));
        keys.put("status", mostly(random, "verified", List.of("unverified", "true", "checked")));
        keys.put("source", mostly(random, "Công bố", WORDS));
        keys.put(
                "facts",
                mostly(
                        random,
                        fact("so", "verified"),
                        List.of(
                                fact("so", "unverified"),
                                fact("so", "maybe"),
                                fact("Số", "verified"),
                                "{}",
                                "x",
                                "[x]",
                                "\n  so:\n    source: a",
                                "\n  so:\n    status: verified\n    source: a\n    day: b")));
        if (random.nextInt(3) == 0) {
            keys.put("effective", one(random, DAYS));
        }
        if (random.nextInt(3) == 0) {
            keys.put("expires", one(random, DAYS));
        }
        if (random.nextInt(2) == 0) {
            keys.put("relations", relations(random));
        }
        return withSlips(random, keys);
    }

    private static String relations(Random random) {
        if (random.nextInt(8) == 0) {
            return one(random, List.of("[]", "related", "[29-nq-tw]", "{kind: related}", "''"));
        }
        var list = new StringBuilder();
        for (int i = random.nextInt(2); i >= 0; i--) {
            var kinds = List.of("replaces", "amends", "guides", "implements", "concludes", "related", "cites");
            list.append("\n  - kind: ").append(one(random, kinds));
            if (random.nextInt(10) > 0) {
                list.append("\n    to: ").append(mostly(random, "18-nq-tw", IDS));
            }
            if (random.nextInt(4) == 0) {
                list.append("\n    since: ").append(one(random, DAYS));
            }
            if (random.nextInt(4) == 0) {
                list.append("\n    until: ").append(one(random, DAYS));
            }
            if (random.nextInt(15) == 0) {
                list.append("\n    note: a");
            }
        }
        return list.toString();
    }

    private static String fact(String name, String status) {
        return "\n  " + name + ":\n    status: " + status + "\n    source: Ghi theo trí nhớ";
    }

    private static String deck(Random random) {
        var keys = new LinkedHashMap<String, String>();
        keys.put("title", mostly(random, "Một", WORDS));
        keys.put("reporter", mostly(random, "Hai", WORDS));
        keys.put("audience", mostly(random, "Ba", WORDS));
        if (random.nextInt(2) == 0) {
            keys.put("minutes", one(random, NUMBERS));
        }
        return withSlips(random, keys);
    }

    private static String quiz(Random random) {
        var keys = new LinkedHashMap<String, String>();
        keys.put("pass", mostly(random, "70", NUMBERS));
        keys.put("draw", mostly(random, "5", NUMBERS));
        return withSlips(random, keys);
    }

    /** Now and then a key is missing or misspelt, or there is one too many. */
    private static String withSlips(Random random, Map<String, String> keys) {
        var text = new StringBuilder();
        keys.forEach((key, value) -> {
            int slip = random.nextInt(60);
            if (slip > 0) {
                text.append(slip == 1 ? key + "s" : key)
                        .append(": ")
                        .append(value)
                        .append('\n');
            }
        });
        if (random.nextInt(20) == 0) {
            text.append("note: a\n");
        }
        return text.isEmpty() ? "note: a\n" : text.toString();
    }

    private static String mostly(Random random, String usual, List<String> others) {
        return random.nextInt(12) > 0 ? usual : one(random, others);
    }

    private static String one(Random random, List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
