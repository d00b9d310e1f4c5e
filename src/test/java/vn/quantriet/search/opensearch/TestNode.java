package vn.quantriet.search.opensearch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real OpenSearch node in a process of its own, started by the first test that asks for it and kept for all others. It listens on
 * this machine alone, and ends with the tests: its input does.
 */
final class TestNode {
    private static final Path CLASS_PATH = Path.of("target/opensearch-node.classpath");
    private static final Path PROGRAM = Path.of("src/test/opensearch/Node.java");
    private static @Nullable TestNode shared;

    private final Path home;
    private final int port;
    private @Nullable Process process;

    private TestNode() throws IOException {
        home = Files.createTempDirectory("quantriet-opensearch");
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    /** The node of this test run, running. */
    static synchronized TestNode shared() {
        try {
            if (shared == null) {
                shared = new TestNode();
            }
            shared.start();
            return shared;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** With what it held before; returns when it answers. */
    void start() throws IOException {
        var before = process;
        if (before != null && before.isAlive()) {
            return;
        }
        if (!Files.exists(CLASS_PATH)) {
            throw new IllegalStateException("expected " + CLASS_PATH + ", made by: mvn generate-test-resources");
        }
        var started = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms256m",
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        Files.readString(CLASS_PATH),
                        PROGRAM.toString(),
                        home.toString(),
                        String.valueOf(port)))
                .redirectErrorStream(true)
                .start();
        process = started;
        var said = new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
        var all = new StringBuilder();
        for (String line = said.readLine(); !"started".equals(line); line = said.readLine()) {
            if (line == null) {
                throw new IllegalStateException("the OpenSearch node did not start:\n" + all);
            }
            all.append(line).append('\n');
        }
        // Read on, or it stops when nobody reads what it says.
        Thread.ofVirtual().start(() -> said.lines().forEach(line -> {}));
    }

    /** As when the machine is switched off. */
    void stop() throws InterruptedException {
        var running = process;
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
    }

    private void end() {
        try {
            stop();
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file :
                        files.sorted((one, other) -> other.compareTo(one)).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | InterruptedException e) {
            System.err.println("left behind: " + home);
        }
    }
}
