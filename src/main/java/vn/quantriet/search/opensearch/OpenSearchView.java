package vn.quantriet.search.opensearch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.SearchType;
import org.opensearch.client.opensearch._types.aggregations.CompositeAggregationSource;
import org.opensearch.client.opensearch._types.aggregations.CompositeBucket;
import org.opensearch.client.opensearch._types.query_dsl.FieldAndFormat;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.SearchRequest;
import org.opensearch.client.opensearch.core.SearchResponse;
import org.opensearch.client.opensearch.core.search.Hit;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.search.Passage;
import vn.quantriet.search.Passage.Audience;
import vn.quantriet.search.lucene.Commonness;
import vn.quantriet.search.lucene.IndexFields;
import vn.quantriet.search.lucene.PassageDocuments;
import vn.quantriet.search.lucene.PassageEngine;
import vn.quantriet.search.lucene.Tally;

/**
 * One index on OpenSearch, for one question. Unlike a state of the local index it may change between two calls; a passage whose audience
 * has changed since it was found is not answered.
 */
final class OpenSearchView implements PassageEngine {
    private static final int PAGE = 10_000;
    private static final String CELLS = "cells";
    private static final String WORDS = "words";

    /** Said in place of a status that is not told. */
    private static final int BAD_GATEWAY = 502;

    private static final List<String> CELL = List.of(IndexFields.RESOLUTION, IndexFields.KIND, IndexFields.AUDIENCE);

    private final OpenSearchClient client;
    private final String index;

    /** The same copy of a shard for the whole question: copies may differ in what they have deleted, and so in scores. */
    private final String copy = Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), 36);

    OpenSearchView(OpenSearchClient client, String index) {
        this.client = client;
        this.index = index;
    }

    /** Found, but no more as it was found. */
    static final class Changed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private record Place(String id, String audience) {}

    @Override
    public boolean any(org.apache.lucene.search.Query matching) {
        var found = search(request(QueryTranslation.of(matching))
                .size(0)
                .terminateAfter(1L)
                .trackTotalHits(t -> t.count(1)));
        return NotAnswered.present(found.hits().total()).value() > 0;
    }

    @Override
    public Matches matches(org.apache.lucene.search.Query matching) {
        var query = QueryTranslation.of(matching);
        Map<Tally.Place, Long> cells = new HashMap<>();
        Map<String, FieldValue> after = Map.of();
        do {
            var from = after;
            var found = search(request(query)
                    .size(0)
                    .trackTotalHits(t -> t.enabled(false))
                    .aggregations(
                            CELLS,
                            a -> a.composite(c -> {
                                c.size(PAGE).sources(sources());
                                return from.isEmpty() ? c : c.after(from);
                            })));
            var page = NotAnswered.present(found.aggregations().get(CELLS)).composite();
            page.buckets().array().forEach(bucket -> cells.merge(place(bucket), bucket.docCount(), Long::sum));
            after = page.buckets().array().size() < PAGE ? Map.of() : page.afterKey();
        } while (!after.isEmpty());
        return new Matches(Tally.of(cells), matching);
    }

    private static List<Map<String, CompositeAggregationSource>> sources() {
        return CELL.stream()
                .map(field -> Map.of(field, CompositeAggregationSource.of(s -> s.terms(t -> t.field(field)))))
                .toList();
    }

    private static Tally.Place place(CompositeBucket bucket) {
        var kind = Passage.Kind.valueOf(value(bucket, IndexFields.KIND));
        var audience = PassageDocuments.audience(value(bucket, IndexFields.AUDIENCE));
        return new Tally.Place(
                new ResolutionId(value(bucket, IndexFields.RESOLUTION)),
                kind,
                kind == Passage.Kind.LOCAL_NOTE && audience instanceof Audience.UnitAndBelow(long unit)
                        ? OptionalLong.of(unit)
                        : OptionalLong.empty());
    }

    private static String value(CompositeBucket bucket, String field) {
        return NotAnswered.present(bucket.key().get(field)).stringValue();
    }

    @Override
    public List<Candidate> best(
            org.apache.lucene.search.Query matching, org.apache.lucene.search.Query score, int most) {
        var found = search(request(QueryTranslation.of(PassageEngine.together(matching, score)))
                .size(most)
                .trackTotalHits(t -> t.enabled(false))
                .source(s -> s.fetch(false))
                .docvalueFields(CELL.stream()
                        .map(f -> FieldAndFormat.of(d -> d.field(f)))
                        .toList()));
        return found.hits().hits().stream().map(OpenSearchView::candidate).toList();
    }

    private static Candidate candidate(Hit<ObjectNode> hit) {
        Double score = hit.score();
        return new Candidate(
                new Place(NotAnswered.present(hit.id()), value(hit, IndexFields.AUDIENCE)),
                new ResolutionId(value(hit, IndexFields.RESOLUTION)),
                Passage.Kind.valueOf(value(hit, IndexFields.KIND)),
                score == null ? 0 : score.floatValue());
    }

    private static String value(Hit<ObjectNode> hit, String field) {
        return NotAnswered.present(hit.fields().get(field))
                .toJson()
                .asJsonArray()
                .getString(0);
    }

    @Override
    public List<Passage> passages(List<Candidate> candidates) {
        if (candidates.isEmpty()) {
            return List.of();
        }
        List<Place> places = candidates.stream().map(c -> (Place) c.place()).toList();
        var found = NotAnswered.unless(() -> client.mget(
                m -> m.index(index)
                        .ids(places.stream().map(Place::id).toList())
                        .realtime(false)
                        .preference(copy),
                ObjectNode.class));
        List<Passage> passages = new ArrayList<>(places.size());
        for (int i = 0; i < places.size(); i++) {
            var item = found.docs().get(i);
            if (item.isFailure()) {
                throw NotAnswered.of(String.valueOf(item.failure().error().type()), BAD_GATEWAY);
            }
            ObjectNode source = item.result().source();
            if (source == null
                    || !places.get(i)
                            .audience()
                            .equals(source.path(IndexFields.AUDIENCE).path(0).asText())) {
                throw new Changed();
            }
            passages.add(PassageDocuments.read(PassageJson.read(source)));
        }
        return passages;
    }

    /** Of those that are not deleted, where the local index counts some that are until they are merged away. */
    @Override
    public Commonness commonness(Set<String> words) {
        List<String> asked = List.copyOf(words);
        var filters = asked.stream()
                .map(word -> QueryTranslation.of(new TermQuery(new Term(IndexFields.WORDS, word))))
                .toList();
        var request = request(Query.of(q -> q.matchAll(all -> all))).size(0).trackTotalHits(t -> t.enabled(true));
        if (!asked.isEmpty()) {
            request.aggregations(WORDS, a -> a.filters(f -> f.filters(b -> b.array(filters))));
        }
        var found = search(request);
        Map<String, Integer> passages = new HashMap<>();
        if (!asked.isEmpty()) {
            var buckets = NotAnswered.present(found.aggregations().get(WORDS))
                    .filters()
                    .buckets()
                    .array();
            for (int i = 0; i < asked.size(); i++) {
                passages.put(asked.get(i), Math.toIntExact(buckets.get(i).docCount()));
            }
        }
        return new Commonness(
                passages,
                Math.toIntExact(NotAnswered.present(found.hits().total()).value()));
    }

    private SearchRequest.Builder request(Query query) {
        return new SearchRequest.Builder()
                .index(index)
                .query(query)
                .preference(copy)
                .searchType(SearchType.DfsQueryThenFetch)
                .allowPartialSearchResults(false);
    }

    private SearchResponse<ObjectNode> search(SearchRequest.Builder request) {
        var asked = request.build();
        return NotAnswered.unless(() -> client.search(asked, ObjectNode.class));
    }
}
