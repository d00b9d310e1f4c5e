package vn.quantriet.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A member signed in over plain HTTP. Not for use by several threads. */
final class Visitor implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);
    private static final String SAMPLE_PASSWORD = "quantriet";

    private final String address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient web =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private String csrf;

    private Visitor(String address) throws IOException, InterruptedException {
        this.address = address;
        this.csrf = tokenOf(page("/dang-nhap"));
    }

    /** @throws IOException when the portal does not let the sample account in */
    static Visitor signIn(String address, String username) throws IOException, InterruptedException {
        var visitor = new Visitor(address);
        var form = Map.of("username", username, "password", SAMPLE_PASSWORD, "_csrf", visitor.csrf);
        var answer = visitor.send(visitor.to("/dang-nhap/vao")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.entrySet().stream()
                        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")))));
        String next = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != 302 || next.contains("/dang-nhap")) {
            throw new IOException("%s was not let in: %d to '%s'".formatted(username, answer.statusCode(), next));
        }
        visitor.csrf = tokenOf(visitor.page("/thu-vien"));
        return visitor;
    }

    private static String tokenOf(Document page) {
        return Objects.requireNonNull(page.selectFirst("meta[name=_csrf]"), "no CSRF token in the page")
                .attr("content");
    }

    /** The session's cookie, for a browser to go on with. */
    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    Document page(String path) throws IOException, InterruptedException {
        return Jsoup.parse(new String(bytes(path), StandardCharsets.UTF_8), address + path);
    }

    byte[] bytes(String path) throws IOException, InterruptedException {
        return good(send(to(path).GET())).body();
    }

    /** What is answered where the first answer leads; nothing when that has moved on meanwhile, or there is nothing yet. */
    byte[] follow(String path) throws IOException, InterruptedException {
        var answer = send(to(path).GET());
        if (answer.statusCode() / 100 == 3) {
            answer = send(to(answer.headers().firstValue("Location").orElse("")).GET());
        }
        return answer.statusCode() == 200 ? answer.body() : new byte[0];
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        return JSON.readTree(bytes(path));
    }

    /** @throws IOException when the answer was lost or is not one of success */
    JsonNode post(String path, Object body) throws IOException, InterruptedException {
        var request = to(path).header("Content-Type", "application/json")
                .header("X-CSRF-TOKEN", csrf)
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        return JSON.readTree(good(send(request)).body());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(LONGEST_ANSWER);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return web.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static HttpResponse<byte[]> good(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(answer.uri() + " answered " + answer.statusCode());
        }
        return answer;
    }

    @Override
    public void close() {
        web.shutdownNow();
        web.close();
    }
}
