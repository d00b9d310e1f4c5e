package vn.quantriet.documents;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where documents that were brought lie until they are dealt with.
 *
 * @param data the data folder
 */
@ConfigurationProperties("quantriet")
record DocumentsPlace(@DefaultValue("data") Path data) {

    Path imports() {
        return data.resolve("imports");
    }
}
