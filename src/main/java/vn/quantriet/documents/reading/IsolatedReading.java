package vn.quantriet.documents.reading;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.quantriet.documents.DocumentRefused;
import vn.quantriet.documents.DocumentRefused.Reason;
import vn.quantriet.documents.Reading;

/**
 * Reads one document in a process of its own: a small heap, a time limit, a folder of its own for what it writes, none of this
 * process's environment, and no network, as far as a JVM can be told. Whatever becomes of that process, the caller gets a reading or
 * a {@link DocumentRefused}. One object for one reading; {@link #cancel} may be called by any thread.
 */
public final class IsolatedReading {
    private static final Pattern PROGRESS = Pattern.compile("(\\d{1,9}) (\\d{1,9})");
    /** Of {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;

    private static final long LARGEST_ANSWER = 80L << 20;
    private static final List<String> KEPT_ENVIRONMENT = List.of("LANG", "LC_ALL", "LC_CTYPE", "SystemRoot", "TZ");

    private final Path folder;
    private final Limits limits;
    private volatile boolean cancelled;
    private volatile int done;
    private volatile int of;
    private volatile @Nullable Process process;

    /** What a reading may take. @param heap in megabytes */
    public record Limits(int heap, Duration time) {}

    /** @param folder an empty one, for this reading alone; whoever made it removes it */
    public IsolatedReading(Path folder, Limits limits) {
        this.folder = folder.toAbsolutePath();
        this.limits = limits;
    }

    public int done() {
        return done;
    }

    /** 0 while it is not known. */
    public int of() {
        return of;
    }

    /** Ends the reading with {@link Reason#CANCELLED}, whether it has begun or not. */
    public void cancel() {
        cancelled = true;
        var running = process;
        if (running != null) {
            running.destroyForcibly();
        }
    }

    /** @throws DocumentRefused in every case but success */
    public Reading read(Path document) {
        try {
            return read(document, folder.resolve("answer.json"));
        } catch (IOException e) {
            throw new DocumentRefused(Reason.FAILED, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DocumentRefused(Reason.FAILED, e);
        }
    }

    private Reading read(Path document, Path answer) throws IOException, InterruptedException {
        if (cancelled) {
            throw new DocumentRefused(Reason.CANCELLED);
        }
        Files.createFile(folder.resolve("hosts"));
        var started = builder(document.toAbsolutePath(), answer).start();
        process = started;
        try {
            if (cancelled) {
                throw new DocumentRefused(Reason.CANCELLED);
            }
            var listener = Thread.ofVirtual().start(() -> listen(started));
            boolean ended = started.waitFor(limits.time().toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                throw new DocumentRefused(cancelled ? Reason.CANCELLED : Reason.TOO_SLOW);
            }
            listener.join();
            return outcome(started.exitValue(), answer);
        } finally {
            started.destroyForcibly();
        }
    }

    private void listen(Process started) {
        try (var lines = new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var progress = PROGRESS.matcher(line);
                if (progress.matches()) {
                    done = Integer.parseInt(progress.group(1));
                    of = Integer.parseInt(progress.group(2));
                }
            }
        } catch (IOException e) {
            // The process is gone, and with it what it would have said: its end is told by its exit.
        }
    }

    private Reading outcome(int exit, Path answer) throws IOException {
        if (cancelled) {
            throw new DocumentRefused(Reason.CANCELLED);
        }
        if (exit == OUT_OF_MEMORY) {
            throw new DocumentRefused(Reason.TOO_COMPLEX);
        }
        if (exit != 0 || !Files.isRegularFile(answer)) {
            throw new DocumentRefused(Reason.DAMAGED);
        }
        if (Files.size(answer) > LARGEST_ANSWER) {
            throw new DocumentRefused(Reason.TOO_COMPLEX);
        }
        try (var in = Files.newInputStream(answer)) {
            var read = JsonMapper.shared().readValue(in, ReadingAnswer.class);
            var reading = read.reading();
            if (reading == null) {
                var refused = read.refused();
                throw new DocumentRefused(refused == null ? Reason.DAMAGED : refused);
            }
            return reading;
        } catch (JacksonException e) {
            throw new DocumentRefused(Reason.DAMAGED, e);
        }
    }

    private ProcessBuilder builder(Path document, Path answer) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + limits.heap() + "m",
                "-XX:MaxMetaspaceSize=128m",
                "-XX:MaxDirectMemorySize=32m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "-Djava.io.tmpdir=" + folder,
                "-Djava.awt.headless=true",
                // No name is resolved, and every connection goes to a proxy that is not there.
                "-Djdk.net.hosts.file=" + folder.resolve("hosts"),
                "-DsocksProxyHost=127.0.0.1",
                "-DsocksProxyPort=9",
                // Readers would say on standard output, word by word, what they find in the document.
                "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider"));
        command.addAll(launch());
        command.addAll(List.of(
                document.toString(),
                answer.toString(),
                String.valueOf(limits.time().toSeconds())));
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().retainAll(KEPT_ENVIRONMENT);
        return builder;
    }

    /**
     * The way this process was started: from folders of classes, from a jar unpacked beside its libraries, or from one jar that holds
     * its libraries, which only Spring Boot's launcher can open.
     */
    private static List<String> launch() {
        var path = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(part -> Path.of(part).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        var main = ReadingProcess.class.getName();
        boolean nested = String.valueOf(ReadingProcess.class.getResource("ReadingProcess.class"))
                .startsWith("jar:nested:");
        return nested
                ? List.of(
                        "-Dloader.main=" + main,
                        "-cp",
                        path,
                        "org.springframework.boot.loader.launch.PropertiesLauncher")
                : List.of("-cp", path, main);
    }
}
