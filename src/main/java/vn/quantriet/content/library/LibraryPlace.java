package vn.quantriet.content.library;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the library lies.
 *
 * @param data the data folder; the library is the folder {@code library} in it
 * @param contentSeed copied into a new library, when it exists
 */
@ConfigurationProperties("quantriet")
record LibraryPlace(
        @DefaultValue("data") Path data,
        @DefaultValue("content") Path contentSeed) {

    /** Beside the library and not in it: it is a cache. */
    Path catalogue() {
        return data.resolve("library.catalogue").toAbsolutePath().normalize();
    }

    Path library() {
        return data.resolve("library").toAbsolutePath().normalize();
    }
}
