package vn.quantriet.search.opensearch;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.nio.AsyncClientConnectionManager;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.opensearch.client.json.jackson.JacksonJsonpMapper;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;

/**
 * Connections to OpenSearch, open as long as this is.
 *
 * @param asking for questions, for which people wait: it gives up soon
 * @param keeping for everything else
 */
record Clients(OpenSearchClient asking, OpenSearchClient keeping) implements AutoCloseable {
    private static final Timeout CONNECTING = Timeout.ofSeconds(1);
    private static final Timeout ASKING = Timeout.ofSeconds(2);
    private static final int MOST_CONNECTIONS = 100;
    private static final Timeout KEEPING = Timeout.ofMinutes(1);

    static Clients of(OpenSearchSettings settings) {
        return new Clients(client(settings, ASKING), client(settings, KEEPING));
    }

    private static OpenSearchClient client(OpenSearchSettings settings, Timeout answer) {
        var hosts = settings.addresses().stream()
                .map(a -> new HttpHost(a.getScheme(), a.getHost(), a.getPort()))
                .toArray(HttpHost[]::new);
        var builder = ApacheHttpClient5TransportBuilder.builder(hosts)
                .setMapper(new JacksonJsonpMapper(new ObjectMapper()))
                .setHttpClientConfigCallback(http -> http.setConnectionManager(connections(answer)))
                .setRequestConfigCallback(r -> r.setResponseTimeout(answer).setConnectionRequestTimeout(answer));
        if (!settings.user().isEmpty()) {
            String said = settings.user() + ":" + settings.password();
            builder.setDefaultHeaders(new Header[] {
                new BasicHeader(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(said.getBytes(StandardCharsets.UTF_8)))
            });
        }
        return new OpenSearchClient(builder.build());
    }

    private static AsyncClientConnectionManager connections(Timeout answer) {
        return PoolingAsyncClientConnectionManagerBuilder.create()
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECTING)
                        .setSocketTimeout(answer)
                        .build())
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .setMaxConnTotal(MOST_CONNECTIONS)
                .build();
    }

    @Override
    public void close() throws IOException {
        asking._transport().close();
        keeping._transport().close();
    }
}
