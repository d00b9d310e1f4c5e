package vn.quantriet.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
    private static final String HERE = "10.0.0.1";

    private Instant now = Instant.parse("2026-03-02T01:00:00Z");
    private final SignInThrottle throttle = new SignInThrottle(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void theEleventhTryWaitsUntilTenMinutesAreOver() {
        fail("ha", 9);
        assertThat(throttle.mustWait("ha", HERE)).isFalse();
        fail("ha", 1);
        assertThat(throttle.mustWait(" HA", HERE)).isTrue();
        now = now.plus(Duration.ofMinutes(10));
        assertThat(throttle.mustWait("ha", HERE)).isFalse();
        fail("ha", 1);
        assertThat(throttle.mustWait("ha", HERE)).isFalse();
    }

    @Test
    void othersFromThereAndThePersonFromElsewhereNeedNotWait() {
        fail("ha", 10);
        assertThat(throttle.mustWait("lan", HERE)).isFalse();
        assertThat(throttle.mustWait("ha", "10.0.0.2")).isFalse();
    }

    @Test
    void aSuccessForgetsTheFailures() {
        fail("ha", 9);
        throttle.succeeded("ha", HERE);
        fail("ha", 9);
        assertThat(throttle.mustWait("ha", HERE)).isFalse();
    }

    @Test
    void memoryIsBounded() {
        fail("ha", 10);
        for (int i = 0; i < SignInThrottle.REMEMBERED; i++) {
            throttle.failed("guess" + i, HERE);
        }
        assertThat(throttle.mustWait("ha", HERE)).isFalse();
    }

    private void fail(String username, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(username, HERE);
        }
    }
}
