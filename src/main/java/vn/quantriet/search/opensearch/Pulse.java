package vn.quantriet.search.opensearch;

import java.util.concurrent.TimeUnit;

/** Says every few seconds that work goes on. */
final class Pulse {
    private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Runnable beat;
    private long last = System.nanoTime();

    Pulse(Runnable beat) {
        this.beat = beat;
    }

    void beat() {
        if (System.nanoTime() - last > EVERY_NANOS) {
            beat.run();
            last = System.nanoTime();
        }
    }
}
