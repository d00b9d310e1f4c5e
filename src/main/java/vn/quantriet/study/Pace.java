package vn.quantriet.study;

import java.time.Duration;
import vn.quantriet.content.Clause;

/**
 * How fast a text can plausibly be read. A quick adult reads some four Vietnamese syllables a second with understanding; twice
 * that is skimming. A clause counts as read after the time that skimming it would take, never earlier.
 */
final class Pace {
    private static final int SKIMMED_SYLLABLES_PER_SECOND = 8;
    private static final Duration SHORTEST = Duration.ofSeconds(2);

    private Pace() {}

    static Duration needed(Clause clause) {
        var skimmed = Duration.ofMillis(clause.syllables() * 1000L / SKIMMED_SYLLABLES_PER_SECOND);
        return skimmed.compareTo(SHORTEST) < 0 ? SHORTEST : skimmed;
    }
}
