package vn.quantriet.search.lucene;

import java.util.List;
import java.util.Set;
import org.apache.lucene.search.Query;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.search.Passage;

/**
 * Keeps passages, and counts and ranks them: one state of them, for one question. Lucene's queries are the language in which it is
 * asked, so that whatever answers them ranks alike.
 */
interface PassageEngine {

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
        Candidate times(float factor) {
            return new Candidate(place, text, kind, score * factor);
        }
    }
}
