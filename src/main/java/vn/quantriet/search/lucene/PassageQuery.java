package vn.quantriet.search.lucene;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
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

    /** Passages that hold at least {@code least} parts of the query. */
    static Query matching(ReadQuery query, int least) {
        var all = new BooleanQuery.Builder();
        List<Part> parts = query.parts().stream().limit(MOST_TERMS).toList();
        for (int i = 0; i < parts.size(); i++) {
            Query part = part(parts.get(i));
            if (i == query.parts().size() - 1 && query.lastUnfinished()) {
                String last = parts.get(i).alternatives().getFirst().getLast();
                part = new BooleanQuery.Builder()
                        .add(part, Occur.SHOULD)
                        .add(prefix(IndexFields.WORDS, last), Occur.SHOULD)
                        .build();
            }
            all.add(part, Occur.SHOULD);
        }
        return all.setMinimumNumberShouldMatch(Math.min(least, parts.size())).build();
    }

    /** How many parts a passage should hold: every one of a few, half of many, for a question has words that no answer has. */
    static int expected(ReadQuery query) {
        int parts = Math.min(query.parts().size(), MOST_TERMS);
        if (parts <= 2) {
            return parts;
        }
        return parts <= 5 ? parts - 1 : (parts + 1) / 2;
    }

    private static java.util.Optional<String> unfinished(ReadQuery query) {
        if (!query.lastUnfinished() || query.parts().isEmpty()) {
            return java.util.Optional.empty();
        }
        return java.util.Optional.of(
                query.parts().getLast().alternatives().getFirst().getLast());
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

    private static Query part(Part part) {
        var any = new BooleanQuery.Builder();
        for (List<String> alternative : part.alternatives()) {
            var all = new BooleanQuery.Builder();
            alternative.forEach(term -> all.add(new TermQuery(new Term(IndexFields.WORDS, term)), Occur.MUST));
            any.add(all.build(), Occur.SHOULD);
        }
        return any.build();
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
