package vn.quantriet.search.lucene;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import vn.quantriet.search.lucene.ReadQuery.Part;
import vn.quantriet.search.vietnamese.Spelling;

/**
 * Builds Lucene queries. Which passages match is decided on folded words, so that a wrong or missing accent loses nothing; how
 * well is decided mostly on accented ones, which get the query with its accents restored. An unaccented word never goes to an
 * accented field: it is rare there, and its weight would swamp the score.
 */
final class PassageQuery {
    /** Keeps the whole query below Lucene's limit of clauses. */
    private static final int MOST_TERMS = 64;

    private static final int MOST_MEANINGS = 4;

    /** Parts of a query of which all but one must be held. */
    private static final int FEW = 5;

    private static final List<String> SCORED = List.of(
            IndexFields.ALL_VN,
            IndexFields.ALL_VN_SH,
            IndexFields.ALL_VN_SH3,
            IndexFields.TITLE_VN,
            IndexFields.WORDS,
            IndexFields.ALL_FOLD_SH);

    private PassageQuery() {}

    /** How well a passage answers. Whatever answers holds one of its words, which lets poor passages be passed over unscored. */
    static Query score(ReadQuery query, Weights weights) {
        var score = new BooleanQuery.Builder();
        for (String field : SCORED) {
            float weight = weights.of(field);
            Map<String, Float> terms = new LinkedHashMap<>();
            terms(terms, field, Chain.of(field).isFolded() ? query.plainRest() : query.accentedRest(), weight);
            query.meanings().stream()
                    .limit(MOST_MEANINGS)
                    .forEach(meaning -> terms(terms, field, meaning, weight * share(meaning, weights)));
            terms.forEach((term, share) ->
                    score.add(boosted(new TermQuery(new Term(field, term)), share), Occur.SHOULD));
        }
        query.parts().stream()
                .flatMap(part -> part.alternatives().stream().skip(1))
                .flatMap(List::stream)
                .distinct()
                .limit(MOST_TERMS)
                .forEach(term -> score.add(
                        boosted(new TermQuery(new Term(IndexFields.WORDS, term)), weights.of("meaning")),
                        Occur.SHOULD));
        query.unfinished().ifPresent(prefix -> {
            score.add(boosted(prefix(IndexFields.WORDS, prefix), weights.of("unfinished")), Occur.SHOULD);
            score.add(boosted(prefix(IndexFields.TITLE_FOLD, prefix), weights.of("unfinished")), Occur.SHOULD);
        });
        query.numbers().forEach(number -> {
            score.add(constant(IndexFields.NUMBER, number.term(), weights.of("number")), Occur.SHOULD);
            score.add(constant(IndexFields.MENTIONS, number.term(), weights.of("mention")), Occur.SHOULD);
        });
        if (!query.numbers().isEmpty()) {
            score.add(constant(IndexFields.LEVEL, IndexFields.WHOLE_TEXT, weights.of("whole_text")), Occur.SHOULD);
        }
        return score.setMinimumNumberShouldMatch(1).build();
    }

    /** Adds what the query says must and must not occur. */
    static Query limited(Query matching, ReadQuery query) {
        if (query.phrases().isEmpty() && query.without().isEmpty()) {
            return matching;
        }
        var limited = new BooleanQuery.Builder().add(matching, Occur.FILTER);
        query.phrases().forEach(phrase -> literally(phrase).ifPresent(p -> limited.add(p, Occur.FILTER)));
        query.without().forEach(phrase -> literally(phrase).ifPresent(p -> limited.add(p, Occur.MUST_NOT)));
        return limited.build();
    }

    /** Words one after the other: with exactly these marks if any was typed, else with any. */
    private static Optional<Query> literally(String phrase) {
        boolean marked = !Spelling.fold(phrase).equals(phrase.toLowerCase(Locale.ROOT));
        String field = marked ? IndexFields.ALL_VN : IndexFields.WORDS;
        List<String> terms =
                Chain.of(field).terms(phrase).stream().limit(MOST_TERMS).toList();
        if (terms.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                terms.size() == 1
                        ? new TermQuery(new Term(field, terms.getFirst()))
                        : new PhraseQuery(field, terms.toArray(String[]::new)));
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
     * Passages that hold most of the query, whatever the marks: every one of two parts, all but one of a few, two in five of many,
     * for a question has words that no answer has. Words of asking are not counted, unless little else was said.
     */
    static Query most(ReadQuery query) {
        var all = new BooleanQuery.Builder();
        List<Part> parts = telling(query.parts()).stream().limit(MOST_TERMS).toList();
        for (Part part : parts) {
            boolean unfinished = query.lastUnfinished() && part == query.parts().getLast();
            all.add(part(part, unfinished), Occur.SHOULD);
        }
        int count = parts.size();
        int least = count <= 2 ? count : count <= FEW ? count - 1 : Math.max(FEW - 1, Math.ceilDiv(2 * count, 5));
        return all.setMinimumNumberShouldMatch(least).build();
    }

    private static List<Part> telling(List<Part> parts) {
        List<Part> telling = parts.stream().filter(part -> !part.asking()).toList();
        return telling.size() < 2 ? parts : telling;
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
            all.add(new TermQuery(new Term(IndexFields.ALL_VN, term)), Occur.SHOULD);
        }
        return all.setMinimumNumberShouldMatch((terms.size() + 1) / 2).build();
    }

    /** A meaning of many words must not count more than the one that was typed. */
    private static float share(String meaning, Weights weights) {
        return weights.of("meaning") * 2 / Math.max(2, Chain.VN.terms(meaning).size());
    }

    /** A short text has fewer pairs than words, and fewer threes: together they count as if there were as many. */
    private static void terms(Map<String, Float> terms, String field, String text, float weight) {
        List<String> made = Chain.of(field).terms(text);
        float each = weight * Chain.VN.terms(text).size() / made.size();
        made.stream().limit(MOST_TERMS).forEach(term -> terms.merge(term, each, Float::sum));
    }

    private static Query part(Part part, boolean unfinished) {
        var any = new BooleanQuery.Builder();
        if (!unfinished && part.alternatives().size() == 1) {
            return words(part.alternatives().getFirst(), false);
        }
        part.alternatives().forEach(alternative -> any.add(words(alternative, false), Occur.SHOULD));
        if (unfinished) {
            any.add(words(part.alternatives().getFirst(), true), Occur.SHOULD);
        }
        return any.build();
    }

    private static Query words(List<String> terms, boolean lastUnfinished) {
        if (terms.size() == 1 && !lastUnfinished) {
            return new TermQuery(new Term(IndexFields.WORDS, terms.getFirst()));
        }
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
