package vn.quantriet.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A portal in trial mode, in a process of its own; whoever starts it ends it. */
final class Portal implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(4);
    private static final Duration BETWEEN_ASKING = Duration.ofMillis(20);
    /** The command that people use; it becomes the portal's process. */
    static final List<String> RUN = List.of("bin/run");

    private static final Path JAR = Path.of("target/quan-triet.jar");

    private final Process process;
    private final String address;
    private final Duration started;

    private Portal(Process process, String address, Duration started) {
        this.process = process;
        this.address = address;
        this.started = started;
    }

    /** The portal did not come up. */
    static final class DidNotStart extends Exception {
        private static final long serialVersionUID = 1L;

        DidNotStart(String what, Path log) {
            super(what + ", see " + log);
        }
    }

    /** The jar's classes, started by {@code main} with the collector that {@code bin/run} chooses. */
    static List<String> java(List<String> options, String main) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(options);
        command.addAll(List.of("-cp", JAR.toString(), main));
        return List.copyOf(command);
    }

    /**
     * Starts the portal on a free port and waits until the sign-in page is answered.
     *
     * @param data the data folder; what the portal prints is appended to {@code portal.log} in it
     */
    static Portal start(List<String> command, Path data) throws IOException, InterruptedException, DidNotStart {
        return start(command, data, LONGEST_START);
    }

    static Portal start(List<String> command, Path data, Duration longest)
            throws IOException, InterruptedException, DidNotStart {
        int port = freePort();
        Path log = Files.createDirectories(data).resolve("portal.log");
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        builder.environment().put("QUANTRIET_DATA", data.toString());
        builder.environment().put("QUANTRIET_MODE", "trial");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        long begun = System.nanoTime();
        var process = builder.start();
        String address = "http://localhost:" + port;
        try {
            awaitSignInPage(process, address, begun, log, longest);
        } catch (DidNotStart | InterruptedException e) {
            process.destroyForcibly().waitFor();
            throw e;
        }
        return new Portal(process, address, Duration.ofNanos(System.nanoTime() - begun));
    }

    private static void awaitSignInPage(Process process, String address, long begun, Path log, Duration longest)
            throws InterruptedException, DidNotStart {
        try (var web = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(address + "/dang-nhap"))
                    .timeout(LONGEST_START)
                    .build();
            while (!answers(web, request)) {
                if (process.waitFor(BETWEEN_ASKING.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new DidNotStart("the portal ended with code " + process.exitValue(), log);
                }
                if (System.nanoTime() - begun > longest.toNanos()) {
                    throw new DidNotStart("no answer within " + longest, log);
                }
            }
        }
    }

    private static boolean answers(HttpClient web, HttpRequest request) throws InterruptedException {
        try {
            return web.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            // Nobody listens yet.
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    String address() {
        return address;
    }

    long pid() {
        return process.pid();
    }

    /** From the command to the answered sign-in page. */
    Duration started() {
        return started;
    }

    /** What {@code kill -9} does; returns when the process is gone. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    /** A data folder that is gone when this bench ends, however it ends, as is the portal that uses it. */
    static Path freshData() throws IOException {
        Path data = Files.createTempDirectory("quantriet-bench");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            ProcessHandle.current().children().forEach(child -> {
                child.destroyForcibly();
                child.onExit().join();
            });
            delete(data);
        }));
        return data;
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            System.err.println("left behind: " + folder + " (" + e.getMessage() + ")");
        }
    }
}
