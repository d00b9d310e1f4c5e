package vn.quantriet.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts attempts by key, each for one span of time that begins with its first attempt. Holds at most a given number of
 * counts: when they are too many, those that are over go first and then the smallest, so that whoever wants a count forgotten
 * must first bring very many others as high. Not safe for use by several threads.
 */
final class AttemptCounts<K> {
    private final int capacity;
    private final Duration span;
    private final Clock clock;
    private final Map<K, Count> counts = new HashMap<>();

    AttemptCounts(int capacity, Duration span, Clock clock) {
        this.capacity = capacity;
        this.span = span;
        this.clock = clock;
    }

    private record Count(int attempts, Instant until) {}

    int of(K key) {
        Count count = counts.get(key);
        return count == null || isOver(count) ? 0 : count.attempts();
    }

    void add(K key) {
        Count count = counts.get(key);
        if (count == null || isOver(count)) {
            makeRoom();
            counts.put(key, new Count(1, clock.instant().plus(span)));
        } else {
            counts.put(key, new Count(count.attempts() + 1, count.until()));
        }
    }

    void takeOneBack(K key) {
        counts.computeIfPresent(
                key, (k, count) -> count.attempts() == 1 ? null : new Count(count.attempts() - 1, count.until()));
    }

    void forget(K key) {
        counts.remove(key);
    }

    /** Clears a quarter at a time, so that the look at all counts is seldom. */
    private void makeRoom() {
        if (counts.size() < capacity) {
            return;
        }
        counts.values().removeIf(this::isOver);
        for (int smallest = 1; counts.size() > capacity - capacity / 4; smallest++) {
            int most = smallest;
            counts.values().removeIf(count -> count.attempts() <= most);
        }
    }

    private boolean isOver(Count count) {
        return !clock.instant().isBefore(count.until());
    }
}
