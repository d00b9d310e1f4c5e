package vn.quantriet.search;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.quantriet.content.ClauseRef;
import vn.quantriet.content.ResolutionId;

/** Finds passages. Answers only what the member who is acting may see. */
public interface Search {

    /** Any string is a valid query; one without a word finds nothing. */
    Results find(Query query);

    /** What may be meant by what has been typed so far, the likeliest first. One wrong letter and missing accents are forgiven. */
    List<Suggestion> suggest(String typed, int limit);

    /** Passages that say something alike, best first; none when there is no such passage, or the member may not see it. */
    List<Hit> similar(String key, int limit);

    /** Passages of other places that cite a clause, those of the newest texts first. */
    List<Hit> citing(ClauseRef clause, int limit);

    /** Whether the index is being built, so that passages may still be missing from an answer. */
    boolean building();

    /**
     * What to look for.
     *
     * @param text as typed, with or without accents; {@code "words in quotes"} must occur as they stand, {@code -word} must not
     *     occur; cut at 400 characters
     * @param within only passages on this text, each a group of its own
     * @param chosen of each facet the values of which one must hold; a facet without any does not narrow
     * @param asTyped no accent is restored and no typing repaired
     * @param offset how many groups to pass over
     * @param limit how many groups to answer
     */
    record Query(
            String text,
            Optional<ResolutionId> within,
            Map<Facet, Set<String>> chosen,
            Order order,
            boolean asTyped,
            int offset,
            int limit) {
        public Query {
            if (offset < 0 || limit < 1 || limit > 100) {
                throw new IllegalArgumentException(
                        "expected offset >= 0 and limit 1..100, got " + offset + ", " + limit);
            }
            chosen = Map.copyOf(chosen);
        }

        public static Query of(String text) {
            return new Query(text, Optional.empty(), Map.of(), Order.RELEVANCE, false, 0, 20);
        }

        public Query with(Facet facet, Set<String> values) {
            var more = new EnumMap<Facet, Set<String>>(Facet.class);
            more.putAll(chosen);
            more.put(facet, values);
            return new Query(text, within, more, order, asTyped, offset, limit);
        }
    }

    /** What comes first. */
    enum Order {
        RELEVANCE,
        /** Texts issued last. */
        NEWEST
    }

    /**
     * What was found.
     *
     * @param groups best first
     * @param total how many passages there are in all
     * @param texts on how many texts
     * @param counts of each facet, for each value, how many passages there would be if that facet were narrowed to it alone and the
     *     others stayed as they were chosen; values without any are absent
     * @param readAs the query with its accents restored, when that differs from what was typed
     * @param orRather another query that finds more, when this one finds little
     */
    record Results(
            List<Group> groups,
            long total,
            int texts,
            Map<Facet, Map<String, Long>> counts,
            Optional<String> readAs,
            Optional<String> orRather) {
        public Results {
            groups = List.copyOf(groups);
            counts = Map.copyOf(counts);
        }

        public static Results none() {
            return new Results(List.of(), 0, 0, Map.of(), Optional.empty(), Optional.empty());
        }

        /** All that is shown, in order. */
        public List<Hit> hits() {
            return groups.stream().flatMap(group -> group.hits().stream()).toList();
        }
    }

    /**
     * The best of what was found of one text.
     *
     * @param hits the best, never none
     * @param total how many passages of this text there are in all
     */
    record Group(ResolutionId text, List<Hit> hits, long total) {
        public Group {
            hits = List.copyOf(hits);
        }
    }

    /**
     * One passage found.
     *
     * @param title the passage's title, what matched marked
     * @param excerpt some 200 characters of its text around what matched, likewise
     */
    record Hit(Passage passage, List<Segment> title, List<Segment> excerpt, float score) {
        public Hit {
            title = List.copyOf(title);
            excerpt = List.copyOf(excerpt);
        }
    }

    /** A run of plain text, to be escaped wherever it becomes HTML. */
    record Segment(String text, boolean marked) {}

    /**
     * What may be meant.
     *
     * @param words to be searched for
     * @param of where a heading stands: the number of its text
     * @param href where it opens; absent when it is words to be searched for
     */
    record Suggestion(Sort sort, String words, String of, Optional<String> href) {

        /** What sort of thing is suggested. */
        public enum Sort {
            TEXT,
            CLAUSE,
            QUERY
        }
    }
}
