package vn.quantriet.ui;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the portal runs.
 *
 * @param data folder that holds library, index and database
 * @param mode trial or production
 */
@ConfigurationProperties("quantriet")
public record Mode(java.nio.file.Path data, Kind mode) {

    /** Trial has a sample organisation whose accounts anyone may use; production has neither. */
    public enum Kind {
        TRIAL,
        PRODUCTION
    }

    public boolean isTrial() {
        return mode == Kind.TRIAL;
    }
}
