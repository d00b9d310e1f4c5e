package vn.quantriet.search.opensearch;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where OpenSearch is.
 *
 * @param url addresses of its nodes, parted by commas; empty for none
 * @param user empty when it asks for nobody
 * @param prefix of the names of our indexes, and the name of their alias
 * @param shards of an index that is built; with more than one, scores need a round trip more
 */
@ConfigurationProperties("quantriet.search.opensearch")
record OpenSearchSettings(
        @DefaultValue("") String url,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("quantriet") String prefix,
        @DefaultValue("1") int shards) {

    OpenSearchSettings {
        if (!prefix.matches("[a-z][a-z0-9_]{0,63}")) {
            throw new IllegalArgumentException(
                    "quantriet.search.opensearch.prefix: expected small letters, digits and _, got " + prefix);
        }
    }

    List<URI> addresses() {
        return Arrays.stream(url.split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .map(OpenSearchSettings::address)
                .toList();
    }

    private static URI address(String written) {
        var address = URI.create(written);
        if (address.getHost() == null || !List.of("http", "https").contains(address.getScheme())) {
            throw new IllegalArgumentException(
                    "quantriet.search.opensearch.url: expected addresses such as https://search.example.vn:9200");
        }
        return address;
    }

    /** Hosts and ports, without anything that may be secret. */
    String shown() {
        return addresses().stream()
                .map(a -> a.getPort() < 0 ? a.getHost() : a.getHost() + ":" + a.getPort())
                .collect(Collectors.joining(", "));
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return "OpenSearchSettings[" + (url.isBlank() ? "none" : "set") + ", prefix=" + prefix + "]";
    }
}
