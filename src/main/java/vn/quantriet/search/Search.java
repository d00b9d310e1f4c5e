package vn.quantriet.search;

import java.util.List;
import java.util.Optional;
import vn.quantriet.content.ResolutionId;

/** Finds passages. Answers only what the member who is acting may see. */
public interface Search {

    /** Any string is a valid query; one without a word finds nothing. */
    Results find(Query query);

    /**
     * What to look for.
     *
     * @param text as typed, with or without accents; cut at 400 characters
     * @param kind only passages of this kind
     * @param within only passages on this text
     */
    record Query(String text, Optional<Passage.Kind> kind, Optional<ResolutionId> within, int offset, int limit) {
        public Query {
            if (offset < 0 || limit < 1 || limit > 100) {
                throw new IllegalArgumentException(
                        "expected offset >= 0 and limit 1..100, got " + offset + ", " + limit);
            }
        }

        public static Query of(String text) {
            return new Query(text, Optional.empty(), Optional.empty(), 0, 20);
        }
    }

    /**
     * Passages, best first.
     *
     * @param total how many there are in all
     * @param readAs the query with its accents restored, when that differs from what was typed
     */
    record Results(List<Hit> hits, long total, Optional<String> readAs) {
        public Results {
            hits = List.copyOf(hits);
        }
    }

    /**
     * One passage found.
     *
     * @param excerpt escaped HTML in which the words that matched stand in {@code mark} elements
     * @param titleHtml likewise
     */
    record Hit(Passage passage, String titleHtml, String excerpt, float score) {}
}
