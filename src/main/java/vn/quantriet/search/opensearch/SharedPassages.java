package vn.quantriet.search.opensearch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.SortOrder;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.search.Hit;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.search.lucene.IndexFields;

/** What an index on OpenSearch holds, to be compared with what it should hold. */
final class SharedPassages {
    private static final int PAGE = 5000;

    private final OpenSearchClient client;

    SharedPassages(OpenSearchClient client) {
        this.client = client;
    }

    /** Of each text, the version whose passages the index holds. */
    Map<ResolutionId, String> versions(String index) {
        Map<ResolutionId, String> versions = new HashMap<>();
        each(index, IndexFields.LEVEL, IndexFields.RECORD, IndexFields.LIBRARY, hit -> {
            ObjectNode record = hit.source();
            if (record != null) {
                versions.put(
                        new ResolutionId(record.path(IndexFields.LIBRARY).asText()),
                        record.path(IndexFields.VERSION).asText());
            }
        });
        return versions;
    }

    /** The version of one text, as it was last written. */
    Optional<String> version(String index, ResolutionId text) {
        return NotAnswered.unless(() -> Optional.ofNullable(
                        client.get(g -> g.index(index).id(PassageJson.recordId(text)), ObjectNode.class)
                                .source())
                .map(record -> record.path(IndexFields.VERSION).asText()));
    }

    /** Where the passages of a text are kept. */
    List<String> idsOf(String index, ResolutionId text) {
        List<String> ids = new ArrayList<>();
        each(index, IndexFields.LIBRARY, text.value(), IndexFields.KEY, hit -> ids.add(hit.id()));
        return ids;
    }

    /** Where all passages of other modules are kept, some at a time. */
    void eachElsewhere(String index, Consumer<String> id) {
        each(index, IndexFields.LIBRARY, IndexFields.ELSEWHERE, IndexFields.KEY, hit -> id.accept(hit.id()));
    }

    /** In short what is kept in each of some places, as it was last written; absent where there is nothing. */
    Map<String, String> digests(String index, List<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var found = NotAnswered.unless(
                () -> client.mget(m -> m.index(index).ids(ids).sourceIncludes(PassageJson.DIGEST), ObjectNode.class));
        Map<String, String> digests = new HashMap<>();
        found.docs().forEach(item -> {
            if (item.isFailure()) {
                throw NotAnswered.of(String.valueOf(item.failure().error().type()), 500);
            }
            ObjectNode source = item.result().source();
            if (source != null) {
                digests.put(item.result().id(), source.path(PassageJson.DIGEST).asText());
            }
        });
        return digests;
    }

    /** How many passages can be found. */
    long count(String index) {
        return NotAnswered.unless(() -> client.count(c ->
                        c.index(index).query(q -> q.exists(e -> e.field(IndexFields.AUDIENCE))))
                .count());
    }

    /** Makes what was written be found. */
    void refresh(String index) {
        NotAnswered.unless(() -> client.indices().refresh(r -> r.index(index)));
    }

    /** @param order a field with another value in every document */
    private void each(String index, String field, String value, String order, Consumer<Hit<ObjectNode>> use) {
        var query = Query.of(q -> q.term(t -> t.field(field).value(FieldValue.of(value))));
        List<FieldValue> after = List.of();
        boolean more;
        do {
            var from = after;
            List<Hit<ObjectNode>> page = NotAnswered.unless(() -> client.search(
                            s -> {
                                s.index(index)
                                        .query(query)
                                        .size(PAGE)
                                        .trackTotalHits(t -> t.enabled(false))
                                        .source(c ->
                                                c.filter(f -> f.includes(IndexFields.LIBRARY, IndexFields.VERSION)))
                                        .sort(o -> o.field(f -> f.field(order).order(SortOrder.Asc)));
                                return from.isEmpty() ? s : s.searchAfter(from);
                            },
                            ObjectNode.class)
                    .hits()
                    .hits());
            page.forEach(use);
            more = page.size() == PAGE;
            after = more ? page.getLast().sort() : List.of();
        } while (more);
    }
}
