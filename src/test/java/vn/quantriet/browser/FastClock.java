package vn.quantriet.browser;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that runs many times as fast as the real one, so that a member can read a whole text while a test waits. */
final class FastClock extends Clock {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Clock real = Clock.system(ZONE);
    private final Instant begun = real.instant();
    private final int speed;

    FastClock(int speed) {
        this.speed = speed;
    }

    @Override
    public Instant instant() {
        return begun.plus(Duration.between(begun, real.instant()).multipliedBy(speed));
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the portal has one time zone");
    }
}
