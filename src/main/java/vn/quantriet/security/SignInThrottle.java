package vn.quantriet.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down: after {@link #LIMIT} failures for one name from one address within {@link #WINDOW} the pair waits until
 * that time is over. Remembers the {@link #REMEMBERED} pairs that failed last, on this node. Safe for use by many threads.
 */
@Component
class SignInThrottle {
    static final int LIMIT = 10;
    static final Duration WINDOW = Duration.ofMinutes(10);
    static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<Pair, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Pair, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    private record Pair(String username, String address) {
        Pair {
            username = username.strip().toLowerCase(Locale.ROOT);
        }
    }

    private record Failures(int count, Instant since) {
        boolean isOver(Instant now) {
            return !now.isBefore(since.plus(WINDOW));
        }
    }

    synchronized boolean mustWait(String username, String address) {
        Failures known = failures.get(new Pair(username, address));
        return known != null && known.count() >= LIMIT && !known.isOver(clock.instant());
    }

    synchronized void failed(String username, String address) {
        Instant now = clock.instant();
        failures.merge(
                new Pair(username, address),
                new Failures(1, now),
                (known, first) -> known.isOver(now) ? first : new Failures(known.count() + 1, known.since()));
    }

    synchronized void succeeded(String username, String address) {
        failures.remove(new Pair(username, address));
    }
}
