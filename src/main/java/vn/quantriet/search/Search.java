package vn.quantriet.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quantriet.content.ResolutionId;

/** Finds passages. Answers only what the member who is acting may see. */
public interface Search {

    /** Any string is a valid query; one without a word finds nothing. */
    Results find(Query query);

    /** Whether the index is being built, so that passages may still be missing from an answer. */
    boolean building();

    /**
     * What to look for.
     *
     * @param text as typed, with or without accents; cut at 400 characters
     * @param kind only passages of this kind
     * @param within only passages on this text
     * @param asTyped no accent is restored and no typing repaired
     */
    record Query(
            String text,
            Optional<Passage.Kind> kind,
            Optional<ResolutionId> within,
            boolean asTyped,
            int offset,
            int limit) {
        public Query {
            if (offset < 0 || limit < 1 || limit > 100) {
                throw new IllegalArgumentException(
                        "expected offset >= 0 and limit 1..100, got " + offset + ", " + limit);
            }
        }

        public static Query of(String text) {
            return new Query(text, Optional.empty(), Optional.empty(), false, 0, 20);
        }
    }

    /**
     * Passages, best first.
     *
     * @param total how many there are in all
     * @param counts how many there would be of each kind, whichever kind was asked for; a kind without any is absent
     * @param readAs the query with its accents restored, when that differs from what was typed
     */
    record Results(List<Hit> hits, long total, Map<Passage.Kind, Long> counts, Optional<String> readAs) {
        public Results {
            hits = List.copyOf(hits);
            counts = Map.copyOf(counts);
        }

        public static Results none() {
            return new Results(List.of(), 0, Map.of(), Optional.empty());
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
}
