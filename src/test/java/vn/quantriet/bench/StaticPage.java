package vn.quantriet.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jsoup.nodes.Document;

/**
 * The yardstick of a reading page: the same words with the same style sheets and fonts and no script, from a server that does
 * nothing but hand out what it holds, compressed beforehand.
 */
final class StaticPage implements AutoCloseable {
    private static final Pattern FONT = Pattern.compile("url\\(([^)]+\\.woff2)\\)");
    private static final String FOLDER = "/VAADIN/build/";

    private final HttpServer server;
    private final Map<String, Served> files = new HashMap<>();

    private StaticPage() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
    }

    private record Served(String type, byte[] body, boolean compressed) {}

    /** Copies a reading page as the portal answers it to {@code visitor}. */
    static StaticPage of(Visitor visitor, Document readingPage) throws IOException, InterruptedException {
        var page = new StaticPage();
        var html = new StringBuilder("<!doctype html><html lang=\"vi\"><head><meta charset=\"UTF-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .append("<title>Yardstick</title>");
        for (var link : readingPage.select("link[rel=stylesheet]")) {
            String path = FOLDER + link.attr("href").substring(link.attr("href").lastIndexOf('/') + 1);
            var css = new String(visitor.bytes(path), StandardCharsets.UTF_8);
            page.files.put(path, text("text/css", css));
            html.append("<link rel=\"stylesheet\" href=\"").append(path).append("\">");
            var fonts = FONT.matcher(css);
            while (fonts.find()) {
                String font = FOLDER + fonts.group(1).replaceAll(".*/|[\"']", "");
                page.files.put(font, new Served("font/woff2", visitor.bytes(font), false));
            }
        }
        var first = Objects.requireNonNull(readingPage.getElementById("first-page"), "no text in the page");
        html.append("</head><body>").append(first.outerHtml()).append("</body></html>");
        page.files.put("/", text("text/html", html.toString()));
        page.server.start();
        return page;
    }

    private static Served text(String type, String text) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return new Served(type + ";charset=utf-8", packed.toByteArray(), true);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var file = files.get(exchange.getRequestURI().getPath());
            if (file == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", file.type());
            if (file.compressed()) {
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            }
            exchange.sendResponseHeaders(200, file.body().length);
            exchange.getResponseBody().write(file.body());
        }
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
