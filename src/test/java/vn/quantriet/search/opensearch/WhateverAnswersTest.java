package vn.quantriet.search.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.quantriet.search.Passage.Audience;
import vn.quantriet.search.SharedReport.Condition;
import vn.quantriet.search.lucene.SearchFixture;

/** Something is at the address that is no OpenSearch, or one that refuses: searching and saving go on, and the report says why. */
class WhateverAnswersTest {
    @TempDir
    Path data;

    private final AtomicReference<String> authorization = new AtomicReference<>("");
    private int status = 200;
    private String body = "";
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var said = exchange.getRequestHeaders().getFirst("Authorization");
            authorization.set(said == null ? "" : said);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void fallSilent() {
        server.stop(0);
    }

    private OpenSearchSettings settings() {
        return new OpenSearchSettings(
                "http://127.0.0.1:" + server.getAddress().getPort(), "cong", "mat-khau", "quantriet", 1);
    }

    private SearchFixture portal(AtomicReference<OnOpenSearch> side) throws IOException {
        return SearchFixture.started(data, sources -> {
            side.set(OnOpenSearch.side(settings(), sources, true, false));
            return Optional.of(side.get());
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | {\"error\":{\"type\":\"security_exception\",\"reason\":\"x\"},\"status\":401} | REFUSED",
                "403 | Forbidden | REFUSED",
                "503 | <html>busy</html> | FAILING",
                "200 | <html>a page</html> | FAILING",
                "200 | {} | FAILING",
                "200 | {\"name\":\"n\",\"cluster_name\":\"c\",\"cluster_uuid\":\"u\",\"version\":{\"build_date\":\"d\",\"build_hash\":\"h\",\"build_snapshot\":false,\"build_type\":\"t\",\"distribution\":\"opensearch\",\"lucene_version\":\"9\",\"minimum_index_compatibility_version\":\"7\",\"minimum_wire_compatibility_version\":\"7\",\"number\":\"2.19.1\"},\"tagline\":\"t\"} | TOO_OLD",
            })
    void localIndexAnswersAndTheReportSaysWhy(int answered, String said, Condition condition) throws IOException {
        status = answered;
        body = said;
        var side = new AtomicReference<OnOpenSearch>();
        try (var portal = portal(side)) {
            assertThat(side.get().care.report().condition()).isEqualTo(condition);
            assertThat(side.get().care.report().address())
                    .isEqualTo("127.0.0.1:" + server.getAddress().getPort());
            portal.passages.put(SearchFixture.note("local-note/1", "Bến đò Vĩnh Tuy", new Audience.Everyone()));
            assertThat(portal.keys("vĩnh tuy")).containsExactly("local-note/1");
        }
    }

    @Test
    void userAndPasswordAreSentAndNeverShown() throws IOException {
        var side = new AtomicReference<OnOpenSearch>();
        try (var portal = portal(side)) {
            assertThat(portal.keys("nghĩa vụ quân sự")).isNotEmpty();
        }
        assertThat(authorization.get()).isEqualTo("Basic Y29uZzptYXQta2hhdQ==");
        assertThat(settings()).asString().isEqualTo("OpenSearchSettings[set, prefix=quantriet]");
        assertThat(settings().shown()).doesNotContain("mat-khau", "cong");
    }
}
