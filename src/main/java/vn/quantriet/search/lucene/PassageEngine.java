package vn.quantriet.search.lucene;

import java.util.List;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.search.Passage;

/**
 * Keeps passages, and counts and ranks them: one state of them, for one question. Lucene's queries are the language in which it is
 * asked, so that whatever answers them ranks alike.
 */
public interface PassageEngine {
    /** Of BM25. */
    float K1 = 0.9f;

    /** Of BM25. */
    float B = 0.75f;

    boolean any(Query matching);

    /** Counts what matches. */
    Matches matches(Query matching);

    /** Those that match, by score. */
    List<Candidate> best(Query matching, Query score, int most);

    /** One for each, in the same order. */
    List<Passage> passages(List<Candidate> candidates);

    /** In how many passages each of some terms of the field {@link IndexFields#WORDS} occurs, and how many passages there are. */
    Commonness commonness(Set<String> words);

    /**
     * What matches, with its score, as one query. The clauses of a disjunction stand beside the filter, for only so Lucene passes over
     * what cannot be among the best.
     */
    static Query together(Query matching, Query score) {
        var together = new BooleanQuery.Builder().add(matching, Occur.FILTER);
        if (score instanceof BooleanQuery any
                && any.getMinimumNumberShouldMatch() == 1
                && any.clauses().stream().allMatch(c -> c.occur() == Occur.SHOULD)) {
            any.clauses().forEach(together::add);
            return together.setMinimumNumberShouldMatch(1).build();
        }
        return together.add(score, Occur.SHOULD).build();
    }

    /**
     * What matches a query.
     *
     * @param query the same passages, found again at little cost
     */
    record Matches(Tally tally, Query query) {}

    /**
     * A passage that may be answered.
     *
     * @param place by which the engine finds it again
     */
    record Candidate(Object place, ResolutionId text, Passage.Kind kind, float score) {
        public Candidate times(float factor) {
            return new Candidate(place, text, kind, score * factor);
        }
    }
}
