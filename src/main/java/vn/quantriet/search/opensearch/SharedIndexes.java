package vn.quantriet.search.opensearch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.json.JsonData;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.mapping.DynamicMapping;
import org.opensearch.client.opensearch._types.mapping.Property;
import org.opensearch.client.opensearch.indices.CreateIndexRequest;
import org.opensearch.client.opensearch.indices.update_aliases.Action;
import vn.quantriet.search.lucene.Chain;
import vn.quantriet.search.lucene.IndexFields;
import vn.quantriet.search.lucene.PassageEngine;

/**
 * The indexes of an installation, named {@code <prefix>-<schema>-<number>}. The one that answers has the alias {@code <prefix>}; another
 * is one that some node is filling. A node that fills one says so again and again, so that the others wait for it, or take over when it
 * falls silent.
 */
final class SharedIndexes {
    /** Raise it when what is sent to OpenSearch changes and {@link IndexFields#SCHEMA} does not. */
    private static final String FORM = "1";

    static final String SCHEMA = IndexFields.SCHEMA + "." + FORM;

    private static final String BEAT = "beat";
    private static final String RETIRED = "retired";
    private static final Duration SILENCE = Duration.ofMinutes(2);
    private static final String TERMS = "terms";
    private static final int LONGEST_TERM = 8192;
    private static final int MOST_CHOSEN = 1_000_000;

    private static final List<String> KEYWORDS = List.of(
            IndexFields.KEY,
            IndexFields.KIND,
            IndexFields.RESOLUTION,
            IndexFields.AUDIENCE,
            IndexFields.CITES,
            IndexFields.NUMBER,
            IndexFields.MENTIONS,
            IndexFields.LEVEL,
            IndexFields.LIBRARY);

    private final OpenSearchClient client;
    private final OpenSearchSettings settings;
    private final Clock clock;
    private final Pattern ours;

    /** What was last heard of indexes that others fill. */
    private final Map<String, Heard> heard = new HashMap<>();

    SharedIndexes(OpenSearchClient client, OpenSearchSettings settings, Clock clock) {
        this.client = client;
        this.settings = settings;
        this.clock = clock;
        ours = Pattern.compile(Pattern.quote(settings.prefix()) + "-(\\d+(?:\\.\\d+)*)-(\\d{1,9})");
    }

    private record Heard(String beat, Instant since) {}

    /** How the schema of an index compares to that of this program. */
    enum Age {
        OLDER,
        SAME,
        NEWER
    }

    /** The index that answers. */
    record Serving(String index, Age age) {}

    String alias() {
        return settings.prefix();
    }

    /** Its version, such as {@code 3.8.0}. */
    String version() {
        return NotAnswered.unless(() -> client.info().version().number());
    }

    Optional<Serving> serving() {
        return NotAnswered.unless(() -> {
            if (!client.indices().existsAlias(a -> a.name(alias())).value()) {
                return Optional.empty();
            }
            return client.indices().getAlias(a -> a.name(alias())).result().keySet().stream()
                    .filter(name -> ours.matcher(name).matches())
                    .max((one, other) -> Long.compare(number(one), number(other)))
                    .map(name -> new Serving(name, age(name)));
        });
    }

    /** An empty index to be filled; none while another node fills one. */
    Optional<String> begin() {
        return NotAnswered.unless(() -> {
            var serving = serving().map(Serving::index);
            var all = names();
            for (String name : all) {
                if (!serving.equals(Optional.of(name))) {
                    if (!isAbandoned(name)) {
                        return Optional.empty();
                    }
                    drop(name);
                }
            }
            long next = Stream.concat(all.stream(), serving.stream())
                            .mapToLong(this::number)
                            .max()
                            .orElse(0)
                    + 1;
            return create(settings.prefix() + "-" + SCHEMA + "-" + next);
        });
    }

    private Optional<String> create(String name) {
        try {
            NotAnswered.unless(() -> client.indices().create(empty(name)));
            return Optional.of(name);
        } catch (NotAnswered e) {
            if (e.isTaken()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Says that this node is still filling an index. */
    void beat(String index) {
        say(index, UUID.randomUUID().toString());
    }

    /** Says that an index answers no more and may be dropped by anybody. */
    void retire(String index) {
        say(index, RETIRED);
    }

    private void say(String index, String beat) {
        NotAnswered.unless(() -> client.indices().putMapping(m -> m.index(index).meta(BEAT, JsonData.of(beat))));
    }

    /** Nobody compares clocks: what counts is how long this node has heard nothing new. */
    private boolean isAbandoned(String index) {
        var mapping = NotAnswered.unless(() -> client.indices().getMapping(m -> m.index(index)))
                .result()
                .get(index);
        @Nullable
        JsonData said = mapping == null ? null : mapping.mappings().meta().get(BEAT);
        String beat = said == null ? "" : said.to(String.class);
        if (beat.equals(RETIRED)) {
            return true;
        }
        var before = heard.get(index);
        if (before == null || !before.beat().equals(beat)) {
            heard.put(index, new Heard(beat, clock.instant()));
            return false;
        }
        return before.since().plus(SILENCE).isBefore(clock.instant());
    }

    /** From now on it answers, and no other. */
    void serve(String index) {
        List<Action> actions = new ArrayList<>();
        serving()
                .filter(before -> !before.index().equals(index))
                .ifPresent(before -> actions.add(
                        Action.of(a -> a.remove(r -> r.index(before.index()).alias(alias())))));
        actions.add(Action.of(a -> a.add(r -> r.index(index).alias(alias()))));
        NotAnswered.unless(() -> client.indices().updateAliases(u -> u.actions(actions)));
    }

    void drop(String index) {
        NotAnswered.unless(() -> client.indices().delete(d -> d.index(index).ignoreUnavailable(true)));
        heard.remove(index);
    }

    private Set<String> names() {
        return NotAnswered.unless(() ->
                client.indices().get(g -> g.index(settings.prefix() + "-*")).result().keySet().stream()
                        .filter(name -> ours.matcher(name).matches())
                        .collect(Collectors.toSet()));
    }

    private CreateIndexRequest empty(String name) {
        Map<String, Property> fields = new HashMap<>();
        Chain.fields()
                .forEach(field -> fields.put(
                        field, Property.of(p -> p.text(t -> t.analyzer(TERMS).positionIncrementGap(Chain.GAP)))));
        KEYWORDS.forEach(field -> fields.put(field, Property.of(p -> p.keyword(k -> k))));
        return CreateIndexRequest.of(c -> c.index(name)
                .settings(s -> s.numberOfShards(settings.shards())
                        .autoExpandReplicas("0-1")
                        // Whoever writes says when it is to be seen.
                        .refreshInterval(t -> t.time("-1"))
                        .maxTermsCount(MOST_CHOSEN)
                        .customSettings(
                                "similarity",
                                JsonData.of(Map.of(
                                        "default",
                                        Map.of("type", "BM25", "k1", PassageEngine.K1, "b", PassageEngine.B))))
                        .analysis(a -> a.tokenizer(
                                        TERMS,
                                        t -> t.definition(d -> d.charGroup(g -> g.tokenizeOnChars(PassageJson.BETWEEN)
                                                .maxTokenLength(LONGEST_TERM))))
                                .analyzer(TERMS, n -> n.custom(u -> u.tokenizer(TERMS)))))
                .mappings(m -> m.dynamic(DynamicMapping.False)
                        .meta(BEAT, JsonData.of(UUID.randomUUID().toString()))
                        // What was sent in terms is never read back.
                        .source(s -> s.excludes(List.copyOf(Chain.fields())))
                        .properties(fields)));
    }

    private Age age(String index) {
        int order = compare(schema(index), SCHEMA);
        return order == 0 ? Age.SAME : order < 0 ? Age.OLDER : Age.NEWER;
    }

    private static int compare(String one, String other) {
        return java.util.Arrays.compare(numbers(one), numbers(other));
    }

    private static int[] numbers(String schema) {
        return Stream.of(schema.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }

    private String schema(String index) {
        return part(index, 1);
    }

    private long number(String index) {
        return Long.parseLong(part(index, 2));
    }

    private String part(String index, int group) {
        var matcher = ours.matcher(index);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("expected " + ours + ", got " + index);
        }
        return matcher.group(group);
    }
}
