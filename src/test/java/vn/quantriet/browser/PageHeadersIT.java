package vn.quantriet.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What every page says of itself beside its content; over a real connection, since Vaadin writes past what a mock sees. */
@BrowserTest
class PageHeadersIT {
    private static final Pattern BUILT_FILE = Pattern.compile("VAADIN/build/[^\"]+\\.js");

    @LocalServerPort
    int port;

    @Test
    void pagesAreHeldTightAndKeptNowhere() throws Exception {
        for (String address : new String[] {"/dang-nhap", "/khoi-tao/khong-co", "/van-ban/57-nq-tw"}) {
            var headers = get(address).headers();

            assertThat(headers.firstValue("content-security-policy"))
                    .as(address)
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .contains("default-src 'self'")
                            .contains("object-src 'none'")
                            .contains("frame-ancestors 'self'"));
            assertThat(headers.firstValue("x-content-type-options")).as(address).hasValue("nosniff");
            assertThat(headers.firstValue("referrer-policy")).as(address).hasValue("same-origin");
            assertThat(headers.firstValue("cache-control")).as(address).hasValue("no-store");
        }
    }

    @Test
    void builtFilesAreKeptForAYear() throws Exception {
        var names = BUILT_FILE.matcher(get("/dang-nhap").body());

        assertThat(names.find()).isTrue();
        do {
            var answer = get("/" + names.group());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("cache-control"))
                    .as(names.group())
                    .hasValue("max-age=31536000");
        } while (names.find());
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
