package vn.quantriet.search.opensearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopTermsRewrite;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.query_dsl.Query;

/**
 * Says Lucene's queries in the language of OpenSearch, for those classes that search makes. Whatever matches nothing in Lucene matches
 * nothing there: an empty list of conditions must not become "all".
 */
final class QueryTranslation {
    private static final Query NOTHING = Query.of(q -> q.matchNone(none -> none));

    private QueryTranslation() {}

    /** @throws IllegalArgumentException for a query that search does not make */
    static Query of(org.apache.lucene.search.Query query) {
        return of(query, 1);
    }

    private static Query of(org.apache.lucene.search.Query query, float boost) {
        return switch (query) {
            case BoostQuery boosted -> of(boosted.getQuery(), boost * boosted.getBoost());
            case ConstantScoreQuery constant ->
                Query.of(q ->
                        q.constantScore(c -> c.filter(of(constant.getQuery())).boost(boost)));
            case BooleanQuery all -> bool(all, boost);
            case TermQuery one -> term(one.getTerm(), boost);
            case TermInSetQuery any -> anyOf(any, boost);
            case PhraseQuery phrase -> phrase(phrase, boost);
            case PrefixQuery prefix -> prefix(prefix.getPrefix(), boost);
            case FuzzyQuery fuzzy -> fuzzy(fuzzy, boost);
            case MatchNoDocsQuery ignored -> NOTHING;
            default ->
                throw new IllegalArgumentException("expected a query that search makes, got "
                        + query.getClass().getName());
        };
    }

    private static Query bool(BooleanQuery query, float boost) {
        List<Query> should = clauses(query, Occur.SHOULD);
        List<Query> must = clauses(query, Occur.MUST);
        List<Query> filter = clauses(query, Occur.FILTER);
        boolean free = must.isEmpty() && filter.isEmpty();
        int least = Math.max(query.getMinimumNumberShouldMatch(), free ? 1 : 0);
        if (least > should.size()) {
            return NOTHING;
        }
        return Query.of(q -> q.bool(b -> b.should(should)
                .must(must)
                .filter(filter)
                .mustNot(clauses(query, Occur.MUST_NOT))
                .minimumShouldMatch(String.valueOf(least))
                .boost(boost)));
    }

    private static List<Query> clauses(BooleanQuery query, Occur occur) {
        return query.getClauses(occur).stream().map(QueryTranslation::of).toList();
    }

    private static Query term(Term term, float boost) {
        return Query.of(q -> q.term(
                t -> t.field(term.field()).value(FieldValue.of(term.text())).boost(boost)));
    }

    private static Query anyOf(TermInSetQuery query, float boost) {
        List<FieldValue> values = new ArrayList<>();
        try {
            var terms = query.getBytesRefIterator();
            for (var term = terms.next(); term != null; term = terms.next()) {
                values.add(FieldValue.of(term.utf8ToString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values.isEmpty()
                ? NOTHING
                : Query.of(q -> q.terms(t ->
                        t.field(query.getField()).terms(v -> v.value(values)).boost(boost)));
    }

    /** Terms one after the other, parted again by the analyzer of the field. */
    private static Query phrase(PhraseQuery query, float boost) {
        Term[] terms = query.getTerms();
        int[] positions = query.getPositions();
        for (int i = 0; i < positions.length; i++) {
            if (positions[i] != positions[0] + i || query.getSlop() != 0) {
                throw new IllegalArgumentException("expected a phrase without gaps, got one with gaps");
            }
        }
        String words = Arrays.stream(terms).map(Term::text).collect(Collectors.joining(PassageJson.BETWEEN));
        return Query.of(
                q -> q.matchPhrase(m -> m.field(terms[0].field()).query(words).boost(boost)));
    }

    private static Query prefix(Term prefix, float boost) {
        return Query.of(
                q -> q.prefix(p -> p.field(prefix.field()).value(prefix.text()).boost(boost)));
    }

    private static Query fuzzy(FuzzyQuery query, float boost) {
        if (!(query.getRewriteMethod() instanceof TopTermsRewrite<?> top)) {
            throw new IllegalArgumentException("expected a fuzzy query of the best terms, got another");
        }
        return Query.of(q -> q.fuzzy(f -> f.field(query.getTerm().field())
                .value(FieldValue.of(query.getTerm().text()))
                .fuzziness(String.valueOf(query.getMaxEdits()))
                .prefixLength(query.getPrefixLength())
                .maxExpansions(top.getSize())
                .transpositions(query.getTranspositions())
                .boost(boost)));
    }
}
