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
record ReadingSettings(@DefaultValue("5s") Duration beat) {}
