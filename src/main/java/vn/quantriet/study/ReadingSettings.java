package vn.quantriet.study;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How reading is watched.
 *
 * @param beat how often an open page reports what is in view
 */
@ConfigurationProperties("quantriet.reading")
record ReadingSettings(@DefaultValue("5s") Duration beat) {
    ReadingSettings {
        // A beat may be late, or lost once, without costing the reader their credit.
        Duration longest = Reading.LONGEST_GAP.dividedBy(3);
        if (!beat.isPositive() || beat.compareTo(longest) > 0) {
            throw new IllegalArgumentException("quantriet.reading.beat: expected more than 0s and at most "
                    + longest.toSeconds() + "s, got " + beat);
        }
    }
}
