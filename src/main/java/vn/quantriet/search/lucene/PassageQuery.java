package vn.quantriet.search.lucene;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import vn.quantriet.search.lucene.ReadQuery.Part;

/**
 * Builds Lucene queries. Which passages match is decided on folded words, so that a wrong or missing accent loses nothing; how
 * well is decided mostly on accented ones, which get the query with its accents restored. An unaccented word never goes to an
 * accented field: it is rare there, and its weight would swamp the score.
 */
final class PassageQuery {
    /** Keeps the whole query below Lucene's limit of clauses. */
    private static final int MOST_TERMS = 64;

    private static final float MEANING = 0.5f;
    private static final float PREFIX = 0.5f;
    private static final float NUMBER = 12;
    private static final float WHOLE_TEXT = 6;
    private static final float MENTION = 4;

    private PassageQuery() {}

    /** How well a passage answers. */
    static Query score(ReadQuery query) {
        var score = new BooleanQuery.Builder();
        words(score, query.accentedRest(), query.plainRest(), 1);
        query.meanings().stream().limit(4).forEach(meaning -> words(score, meaning, meaning, MEANING));
        unfinished(query).ifPresent(prefix -> {
            score.add(boosted(prefix(IndexFields.TEXT_FOLD, prefix), PREFIX), Occur.SHOULD);
            score.add(boosted(prefix(IndexFields.TITLE_FOLD, prefix), PREFIX), Occur.SHOULD);
        });
        query.numbers().forEach(number -> {
            score.add(constant(IndexFields.NUMBER, number.term(), NUMBER), Occur.SHOULD);
            score.add(constant(IndexFields.MENTIONS, number.term(), MENTION), Occur.SHOULD);
        });
        if (!query.numbers().isEmpty()) {
            score.add(constant(IndexFields.LEVEL, IndexFields.WHOLE_TEXT, WHOLE_TEXT), Occur.SHOULD);
        }
        return score.build();
    }

    /** Passages of, or that mention, a document that is named in the query. */
    static Query numbers(ReadQuery query) {
        var any = new BooleanQuery.Builder();
        query.numbers().forEach(number -> {
            any.add(new TermQuery(new Term(IndexFields.NUMBER, number.term())), Occur.SHOULD);
            any.add(new TermQuery(new Term(IndexFields.MENTIONS, number.term())), Occur.SHOULD);
        });
        return any.build();
    }

    /**
     * Passages that hold most of the query, whatever the marks: every one of two parts, all but one of a few, half of many, for a
     * question has words that no answer has.
     */
    static Query most(ReadQuery query) {
        var all = new BooleanQuery.Builder();
        List<Part> parts = query.parts().stream().limit(MOST_TERMS).toList();
        for (int i = 0; i < parts.size(); i++) {
            boolean unfinished = query.lastUnfinished() && i == query.parts().size() - 1;
            all.add(part(parts.get(i), unfinished), Occur.SHOULD);
        }
        int count = parts.size();
        int least = count <= 2 ? count : count <= 5 ? count - 1 : (count + 1) / 2;
        return all.setMinimumNumberShouldMatch(least).build();
    }

    /**
     * Passages that hold half of the words of a query of three or more, with the right marks: what is left to try when nothing
     * holds {@link #most} of it. Without their marks, half of the words would match by mere chance.
     */
    static Query half(ReadQuery query) {
        var all = new BooleanQuery.Builder();
        List<String> terms = Chain.VN.terms(query.accentedRest()).stream()
                .distinct()
                .limit(MOST_TERMS)
                .toList();
        if (terms.size() < 3) {
            return new MatchNoDocsQuery();
        }
        for (String term : terms) {
            all.add(
                    new BooleanQuery.Builder()
                            .add(new TermQuery(new Term(IndexFields.TEXT_VN, term)), Occur.SHOULD)
                            .add(new TermQuery(new Term(IndexFields.TITLE_VN, term)), Occur.SHOULD)
                            .build(),
                    Occur.SHOULD);
        }
        return all.setMinimumNumberShouldMatch((terms.size() + 1) / 2).build();
    }

    private static Optional<String> unfinished(ReadQuery query) {
        if (!query.lastUnfinished() || query.parts().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(query.parts().getLast().alternatives().getFirst().getLast());
    }

    private static void words(BooleanQuery.Builder score, String accented, String plain, float share) {
        terms(score, IndexFields.TEXT_VN, Chain.VN, accented, 1 * share);
        terms(score, IndexFields.TEXT_VN_SH, Chain.VN_SH, accented, 0.7f * share);
        terms(score, IndexFields.TEXT_FOLD, Chain.FOLD, plain, 0.1f * share);
        terms(score, IndexFields.TEXT_FOLD_SH, Chain.FOLD_SH, plain, 0.2f * share);
        terms(score, IndexFields.TITLE_VN, Chain.VN, accented, 0.3f * share);
        terms(score, IndexFields.TITLE_VN_SH, Chain.VN_SH, accented, 0.3f * share);
        terms(score, IndexFields.TITLE_FOLD, Chain.FOLD, plain, 0.1f * share);
        terms(score, IndexFields.SOURCE_VN, Chain.VN, accented, 0.7f * share);
    }

    private static void terms(BooleanQuery.Builder score, String field, Chain chain, String text, float weight) {
        Map<String, Integer> terms = new LinkedHashMap<>();
        chain.terms(text).stream().limit(MOST_TERMS).forEach(term -> terms.merge(term, 1, Integer::sum));
        terms.forEach((term, times) ->
                score.add(new BoostQuery(new TermQuery(new Term(field, term)), weight * times), Occur.SHOULD));
    }

    private static Query part(Part part, boolean unfinished) {
        var any = new BooleanQuery.Builder();
        part.alternatives().forEach(alternative -> any.add(words(alternative, false), Occur.SHOULD));
        if (unfinished) {
            any.add(words(part.alternatives().getFirst(), true), Occur.SHOULD);
        }
        return any.build();
    }

    private static Query words(List<String> terms, boolean lastUnfinished) {
        var all = new BooleanQuery.Builder();
        for (int i = 0; i < terms.size(); i++) {
            boolean unfinished = lastUnfinished && i == terms.size() - 1;
            Query word = unfinished
                    ? prefix(IndexFields.WORDS, terms.get(i))
                    : new TermQuery(new Term(IndexFields.WORDS, terms.get(i)));
            all.add(word, Occur.MUST);
        }
        return all.build();
    }

    private static Query prefix(String field, String prefix) {
        return new PrefixQuery(new Term(field, prefix));
    }

    private static Query constant(String field, String term, float weight) {
        return boosted(new ConstantScoreQuery(new TermQuery(new Term(field, term))), weight);
    }

    private static Query boosted(Query query, float weight) {
        return new BoostQuery(query, weight);
    }
}
