package vn.quantriet.documents.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.quantriet.documents.DocumentRefused;
import vn.quantriet.documents.DocumentRefused.Reason;
import vn.quantriet.documents.Reading;

/**
 * Reads one document, and draws its pages, in processes of their own with a time limit. Whatever becomes of that process, the caller gets a reading or
 * a {@link DocumentRefused}. One object for one reading; {@link #cancel} may be called by any thread.
 */
public final class IsolatedReading {
    private static final Pattern PROGRESS = Pattern.compile("(\\d{1,9}) (\\d{1,9})");
    private static final int MOST_STARTS = 4;
    private static final long LARGEST_ANSWER = 80L << 20;

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
        requireGoingOn();
        Files.createFile(folder.resolve("hosts"));
        var exit = run(
                ReadingProcess.class,
                List.of(document.toAbsolutePath().toString(), answer.toString(), seconds()),
                limits.time());
        return outcome(exit.orElseThrow(() -> new DocumentRefused(Reason.TOO_SLOW)), answer);
    }

    private String seconds() {
        return String.valueOf(limits.time().toSeconds());
    }

    /**
     * Where a reading leaves what is taken out of the document: after {@link #read} its pictures, after {@link #draw} those of its
     * pages, too. May not be there.
     */
    public Path pictures() {
        return folder.resolve(ReadingProcess.PICTURES);
    }

    /**
     * Draws pages of the document that was read. One that cannot be drawn has no picture then; a process that ends over one is followed
     * by another for the rest.
     *
     * @param numbers in the order of their importance
     * @throws DocumentRefused when it was cancelled
     */
    public void draw(Path document, List<Integer> numbers) {
        var left = numbers;
        var end = System.nanoTime() + limits.time().toNanos();
        try {
            for (int start = 0; start < MOST_STARTS && !left.isEmpty(); start++) {
                done = 0;
                List<String> arguments = new ArrayList<>(
                        List.of(document.toAbsolutePath().toString(), pictures().toString(), seconds()));
                left.forEach(number -> arguments.add(String.valueOf(number)));
                var exit = run(DrawingProcess.class, arguments, Duration.ofNanos(end - System.nanoTime()));
                boolean goesOn = exit.isPresent() && exit.get() != 0 && done > 0;
                left = goesOn ? left.subList(Math.min(done, left.size()), left.size()) : List.of();
            }
        } catch (IOException e) {
            // No pictures, then.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DocumentRefused(Reason.FAILED, e);
        }
    }

    /** How the process ended; absent when its time was over. */
    private Optional<Integer> run(Class<?> main, List<String> arguments, Duration time)
            throws IOException, InterruptedException {
        var started = ChildJvm.of(main, folder, limits.heap(), arguments).start();
        process = started;
        try {
            requireGoingOn();
            var listener = Thread.ofVirtual().start(() -> listen(started));
            boolean ended = started.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
            if (ended) {
                listener.join();
            }
            requireGoingOn();
            return ended ? Optional.of(started.exitValue()) : Optional.empty();
        } finally {
            started.destroyForcibly();
        }
    }

    private void requireGoingOn() {
        if (cancelled) {
            throw new DocumentRefused(Reason.CANCELLED);
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
        if (exit == ChildJvm.OUT_OF_MEMORY) {
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
}
