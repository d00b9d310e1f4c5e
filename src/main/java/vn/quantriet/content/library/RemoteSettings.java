package vn.quantriet.content.library;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The repository elsewhere.
 *
 * @param url an https address, or a folder; empty for none
 * @param user empty when it asks for nobody
 * @param interval between looks at it while nothing is published here
 */
@ConfigurationProperties("quantriet.library.remote")
record RemoteSettings(
        @DefaultValue("") String url,
        @DefaultValue("main") String branch,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("30s") Duration interval) {

    boolean isSet() {
        return !url.isBlank();
    }

    /** Never shows the password, nor an address that may hold one. */
    @Override
    public String toString() {
        return "RemoteSettings[" + (isSet() ? "set" : "none") + ", branch=" + branch + "]";
    }
}
