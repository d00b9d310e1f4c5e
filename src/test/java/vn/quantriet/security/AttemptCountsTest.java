package vn.quantriet.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AttemptCountsTest {
    private final AttemptCounts<String> counts = new AttemptCounts<>(
            100, Duration.ofMinutes(10), Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneOffset.UTC));

    @Test
    void aHighCountOutlivesAnyNumberOfLowOnes() {
        count("ha", 10);
        for (int i = 0; i < 10_000; i++) {
            count("guess" + i, 9);
        }
        assertThat(counts.of("ha")).isEqualTo(10);
    }

    @Test
    void memoryIsBoundedEvenWhenAllCountsAreEqual() {
        for (int i = 0; i < 1000; i++) {
            count("guess" + i, 10);
        }
        long remembered = java.util.stream.IntStream.range(0, 1000)
                .filter(i -> counts.of("guess" + i) > 0)
                .count();
        assertThat(remembered).isBetween(1L, 100L);
    }

    private void count(String key, int times) {
        for (int i = 0; i < times; i++) {
            counts.add(key);
        }
    }
}
