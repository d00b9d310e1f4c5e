package vn.quantriet.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
    private static final String HERE = "10.0.0.1";

    private Instant now = Instant.parse("2026-03-02T01:00:00Z");
    private final InstantSource time = () -> now;
    private final SignInThrottle throttle = new SignInThrottle(time.withZone(ZoneOffset.UTC));

    @Test
    void theEleventhTryWaitsUntilTenMinutesAreOver() {
        fail("ha", 10);
        assertThat(throttle.admits("ha", HERE)).isFalse();
        now = now.plus(Duration.ofMinutes(10)).minusSeconds(1);
        assertThat(throttle.admits("ha", HERE)).isFalse();
        now = now.plusSeconds(1);
        fail("ha", 10);
        assertThat(throttle.admits("ha", HERE)).isFalse();
    }

    @Test
    void attemptsCountBeforeTheirPasswordIsLookedAt() {
        long admitted = IntStream.range(0, 1000)
                .parallel()
                .filter(i -> throttle.admits("ha", HERE))
                .count();
        assertThat(admitted).isEqualTo(10);
    }

    @Test
    void othersFromThereAndThePersonFromElsewhereNeedNotWait() {
        fail("ha", 10);
        assertThat(throttle.admits("lan", HERE)).isTrue();
        assertThat(throttle.admits("ha", "10.0.0.2")).isTrue();
    }

    @Test
    void oneAddressTriesAHundredNamesAndNoMore() {
        for (int i = 0; i < 100; i++) {
            assertThat(throttle.admits("name" + i, HERE)).isTrue();
        }
        assertThat(throttle.admits("ha", HERE)).isFalse();
        assertThat(throttle.admits("ha", "10.0.0.2")).isTrue();
    }

    @Test
    void aNetworkOfTheNewerKindIsOneAddress() {
        for (int i = 0; i < 100; i++) {
            assertThat(throttle.admits("name" + i, "2001:db8:0:1::" + Integer.toHexString(i)))
                    .isTrue();
        }
        assertThat(throttle.admits("ha", "2001:db8:0:1:ffff::1")).isFalse();
        assertThat(throttle.admits("ha", "2001:db8:0:2::1")).isTrue();
    }

    @Test
    void oneNameIsTriedAHundredTimesFromWherever() {
        for (int i = 0; i < 100; i++) {
            assertThat(throttle.admits("ha", "10.0.1." + i)).isTrue();
        }
        assertThat(throttle.admits("ha", HERE)).isFalse();
        assertThat(throttle.admits("lan", HERE)).isTrue();
    }

    @Test
    void aSuccessForgetsTheFailuresOfThatNameFromThere() {
        fail("ha", 9);
        assertThat(throttle.admits("ha", HERE)).isTrue();
        throttle.succeeded("ha", HERE);
        fail("ha", 10);
        assertThat(throttle.admits("ha", HERE)).isFalse();
    }

    @Test
    void onesOwnAccountDoesNotFreeTheGuessesAtOthers() {
        for (int i = 0; i < 100; i++) {
            assertThat(throttle.admits("name" + i, HERE)).isTrue();
            if (i < 99) {
                assertThat(throttle.admits("own", HERE)).isTrue();
                throttle.succeeded("own", HERE);
            }
        }
        assertThat(throttle.admits("own", HERE)).isFalse();
    }

    private void fail(String username, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(throttle.admits(username, HERE)).isTrue();
        }
    }
}
