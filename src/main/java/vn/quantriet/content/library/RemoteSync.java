package vn.quantriet.content.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.quantriet.content.ContentChanged;
import vn.quantriet.content.RemoteLibrary;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.library.RemoteIntake.Decision;
import vn.quantriet.content.library.RemoteIntake.Outcome;
import vn.quantriet.content.library.RemoteRepository.Failed;
import vn.quantriet.ui.Mode;

/**
 * Exchanges commits with the repository elsewhere: at the start, whenever a text changes here, and every half minute. One daemon
 * thread does it all; after a failure it waits longer, but never more than a minute.
 */
@Component
class RemoteSync implements RemoteLibrary, SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(RemoteSync.class);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final long STOP_MILLIS = 5_000;
    private static final int MOST_RACES = 3;

    private final LiveLibrary library;
    private final LibraryPlace place;
    private final RemoteSettings settings;
    private final Mode mode;
    private final Clock clock;
    private final BlockingQueue<Boolean> wakes = new LinkedBlockingQueue<>(1);

    private final Map<ResolutionId, Decision> decisions = new ConcurrentHashMap<>();

    private volatile State state;

    private volatile @Nullable Thread thread;
    // Of the one thread:
    private @Nullable RemoteRepository remote;
    private @Nullable RemoteIntake intake;
    private @Nullable ObjectId aside;

    RemoteSync(LiveLibrary library, LibraryPlace place, RemoteSettings settings, Mode mode, Clock clock) {
        this.library = library;
        this.place = place;
        this.settings = settings;
        this.mode = mode;
        this.clock = clock;
        this.state = new State(settings.isSet() ? Phase.STARTING : Phase.OFF, Optional.empty(), List.of());
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public void tryNow() {
        wakes.offer(true);
    }

    @Override
    public void settle(TextConflict conflict, Side holds) {
        Custodians.requireReader();
        decisions.put(conflict.text(), new Decision(conflict, holds));
        tryNow();
    }

    @EventListener
    void on(ContentChanged change) {
        tryNow();
    }

    @Override
    public void start() {
        if (settings.isSet()) {
            thread = Thread.ofPlatform().daemon().name("library-remote").start(this::run);
        }
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
            try {
                running.join(STOP_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        var wait = FIRST_WAIT;
        try {
            while (isRunning()) {
                boolean worked = sync();
                wait = worked ? FIRST_WAIT : shorter(wait.multipliedBy(2), LONGEST_WAIT);
                wakes.poll((worked ? settings.interval() : wait).toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Once there and back; answers whether the repository could be asked. Nothing is thrown, for the next turn must come. */
    boolean sync() {
        try {
            exchange();
            return true;
        } catch (Failed e) {
            report(e.phase(), List.of(), e);
        } catch (UncheckedIOException | IOException e) {
            report(Phase.UNREACHABLE, List.of(), e);
        } catch (Throwable e) {
            // An error, too, such as a lack of memory: it must not end the thread in silence.
            log.error("library: the exchange with the remote repository failed", e);
            report(Phase.FAILED, List.of(), e);
        }
        return false;
    }

    private void exchange() throws Failed, IOException {
        var there = remote();
        for (int race = 0; race < MOST_RACES; race++) {
            var newest = there.fetch();
            var outcome = newest.isEmpty() ? new Outcome(true, true, List.of()) : intake().take(newest.get());
            var head = intake().head();
            boolean onlySamples = !mode.isTrial() && intake().hasOnlySamples(newest);
            if (!outcome.isJoined()) {
                if (outcome.hasOwn() && !onlySamples) {
                    pushAside(there, head);
                }
                report(outcome.conflicts().isEmpty() ? Phase.HELD : Phase.CONFLICT, outcome.conflicts(), null);
                return;
            }
            if (onlySamples) {
                report(Phase.SAMPLES, List.of(), null);
                return;
            }
            if (head.isEmpty() || head.equals(newest) || there.push(head.get())) {
                inStep(clock.instant());
                return;
            }
        }
        throw new Failed(Phase.UNREACHABLE, null);
    }

    private void pushAside(RemoteRepository there, Optional<ObjectId> head) throws Failed {
        if (head.isPresent() && !head.get().equals(aside)) {
            there.pushAside(head.get());
            aside = head.get();
        }
    }

    private void inStep(Instant now) {
        if (state.phase() != Phase.IN_STEP) {
            log.info("library: in step with the remote repository");
        }
        state = new State(Phase.IN_STEP, Optional.of(now), List.of());
    }

    /** The log tells of changes alone, lest a night without network fill it; causes only by their sort, for they name addresses. */
    private void report(Phase phase, List<TextConflict> conflicts, @Nullable Throwable why) {
        if (state.phase() != phase) {
            var cause = why == null || why.getCause() == null ? why : why.getCause();
            log.warn(
                    "library: remote repository {}{}",
                    phase,
                    cause == null ? "" : ", " + cause.getClass().getSimpleName());
        }
        state = new State(phase, state.inStepAt(), conflicts);
    }

    private RemoteRepository remote() throws Failed {
        if (remote == null) {
            remote = RemoteRepository.open(place.repository(), settings);
        }
        return remote;
    }

    private RemoteIntake intake() throws Failed {
        if (intake == null) {
            intake = new RemoteIntake(library, remote().own(), clock, decisions);
        }
        return intake;
    }

    void close() {
        if (remote != null) {
            remote.close();
            remote = null;
            intake = null;
        }
    }
}
