package vn.quantriet.ui;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the portal runs.
 *
 * @param data folder that holds library, index and database, absolute
 * @param mode trial or production
 */
@ConfigurationProperties("quantriet")
public record Mode(Path data, Kind mode) {

    public Mode {
        data = data.toAbsolutePath().normalize();
    }

    /** Trial has a sample organisation whose accounts anyone may use; production has neither. */
    public enum Kind {
        TRIAL,
        PRODUCTION
    }

    public boolean isTrial() {
        return mode == Kind.TRIAL;
    }
}
