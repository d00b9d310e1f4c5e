package vn.quantriet.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.springframework.stereotype.Service;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.CurrentMember;
import vn.quantriet.search.Passage;
import vn.quantriet.search.Passage.Audience;
import vn.quantriet.search.Search;

/** Answers queries from the index. Who may see a passage is a filter of every query, not a check of its answer. */
@Service
class PassageSearch implements Search {
    /** Nobody reads further, and the cost grows with the depth. */
    private static final int DEEPEST = 1000;

    private final LuceneIndex index;
    private final LibraryLanguage language;
    private final IndexCare care;
    private final CurrentMember currentMember;

    PassageSearch(LuceneIndex index, LibraryLanguage language, IndexCare care, CurrentMember currentMember) {
        this.index = index;
        this.language = language;
        this.care = care;
        this.currentMember = currentMember;
    }

    @Override
    public Results find(Query query) {
        var visible = visible();
        var reader = language.reader();
        ReadQuery read = reader.read(query.text(), query.asTyped());
        if (read.isEmpty()) {
            return Results.none();
        }
        try {
            return index.search(searcher -> {
                var scope = new Scope(searcher, visible, query.within());
                ReadQuery understood = read.numbers().isEmpty() || scope.has(PassageQuery.numbers(read))
                        ? read
                        : read.withoutNumbers(reader.parts(read.plain()));
                return answer(scope, understood, query);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean building() {
        return care.building();
    }

    private static Results answer(Scope scope, ReadQuery read, Query query) throws IOException {
        var matching = scope.matching(read);
        Map<Passage.Kind, Long> counts = new EnumMap<>(Passage.Kind.class);
        for (Passage.Kind kind : Passage.Kind.values()) {
            long count = scope.count(matching, Optional.of(kind));
            if (count > 0) {
                counts.put(kind, count);
            }
        }
        long total = query.kind()
                .map(kind -> counts.getOrDefault(kind, 0L))
                .orElseGet(() -> counts.values().stream().mapToLong(n -> n).sum());
        return new Results(hits(scope, read, matching, query), total, counts, read.readAs());
    }

    private static List<Hit> hits(Scope scope, ReadQuery read, org.apache.lucene.search.Query matching, Query query)
            throws IOException {
        int to = Math.min(DEEPEST, query.offset() + query.limit());
        if (query.offset() >= to) {
            return List.of();
        }
        var scored = new BooleanQuery.Builder()
                .add(scope.limit(matching, query.kind()), Occur.FILTER)
                .add(PassageQuery.score(read), Occur.SHOULD)
                .build();
        ScoreDoc[] found = scope.searcher().search(scored, to).scoreDocs;
        var marking = new Marking(read, scope.searcher());
        var stored = scope.searcher().storedFields();
        List<Hit> hits = new ArrayList<>();
        for (int i = query.offset(); i < found.length; i++) {
            Passage passage = PassageDocuments.read(stored.document(found[i].doc));
            var marked = marking.mark(passage.title(), passage.text());
            hits.add(new Hit(passage, marked.title(), marked.excerpt(), found[i].score));
        }
        return hits;
    }

    /** The audiences that the member who is acting belongs to. */
    private TermInSetQuery visible() {
        List<BytesRef> audiences = new ArrayList<>();
        audiences.add(new BytesRef(PassageDocuments.ALL));
        audiences.add(audience(new Audience.OnlyMember(currentMember.id().value())));
        Arrays.stream(currentMember.unit().path().split("/"))
                .filter(id -> !id.isEmpty())
                .map(id -> audience(new Audience.UnitAndBelow(Long.parseLong(id))))
                .forEach(audiences::add);
        return new TermInSetQuery(IndexFields.AUDIENCE, audiences);
    }

    private static BytesRef audience(Audience audience) {
        return new BytesRef(PassageDocuments.token(audience));
    }

    /** What one member may find in one state of the index. */
    private record Scope(IndexSearcher searcher, TermInSetQuery visible, Optional<ResolutionId> within) {

        boolean has(org.apache.lucene.search.Query query) throws IOException {
            return searcher.count(limit(query, Optional.empty())) > 0;
        }

        /** Passages that hold most of the query, or half of it when none holds most. */
        org.apache.lucene.search.Query matching(ReadQuery read) throws IOException {
            if (!read.numbers().isEmpty()) {
                return PassageQuery.numbers(read);
            }
            var most = PassageQuery.most(read);
            return has(most) ? most : PassageQuery.half(read);
        }

        long count(org.apache.lucene.search.Query matching, Optional<Passage.Kind> kind) throws IOException {
            return searcher.count(limit(matching, kind));
        }

        org.apache.lucene.search.Query limit(org.apache.lucene.search.Query query, Optional<Passage.Kind> kind) {
            var limited = new BooleanQuery.Builder().add(query, Occur.FILTER).add(visible, Occur.FILTER);
            kind.ifPresent(k -> limited.add(new TermQuery(new Term(IndexFields.KIND, k.name())), Occur.FILTER));
            within.ifPresent(
                    text -> limited.add(new TermQuery(new Term(IndexFields.RESOLUTION, text.value())), Occur.FILTER));
            return limited.build();
        }
    }
}
