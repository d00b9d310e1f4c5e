package vn.quantriet.editing;

import java.util.Optional;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.TextPublishing.ClauseChange;

/** What has to be said of a clause, and what was. */
public sealed interface Decision {
    ClauseChange change();

    boolean isMade();

    /** Whether rewording it has changed its meaning. */
    record Meaning(ClauseChange change, Optional<Boolean> editorial) implements Decision {
        @Override
        public boolean isMade() {
            return editorial.isPresent();
        }
    }

    /**
     * Whether it is the earlier clause that it looks like.
     *
     * @param earlierLabel where the earlier clause stands in service, as people cite it
     * @param answer the inner one is empty for a new clause
     */
    record Identity(ClauseChange change, String earlierLabel, Optional<Optional<ClauseId>> answer) implements Decision {
        @Override
        public boolean isMade() {
            return answer.isPresent();
        }
    }
}
