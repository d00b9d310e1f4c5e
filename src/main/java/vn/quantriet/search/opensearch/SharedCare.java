package vn.quantriet.search.opensearch;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import vn.quantriet.content.ContentChanged;
import vn.quantriet.search.Passage;
import vn.quantriet.search.SharedReport;
import vn.quantriet.search.SharedReport.Condition;
import vn.quantriet.search.lucene.SharedUpkeep;
import vn.quantriet.search.opensearch.SharedIndexes.Age;
import vn.quantriet.search.opensearch.SharedIndexes.Serving;
import vn.quantriet.search.opensearch.SharedWriter.Target;

/**
 * Keeps the index on OpenSearch true to the library and to the passages of other modules, and knows whether it may be asked: only while
 * it answers and this node has missed no change of it. It is looked at every few seconds in the background, never by who searches.
 *
 * <p>Every node compares it with the same library and database, so what one has put there another finds right and leaves. An index is
 * built from nothing by one node at a time.
 */
final class SharedCare implements SharedUpkeep, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SharedCare.class);
    private static final String EVERY_FIVE_SECONDS = "PT5S";
    private static final int OLDEST_MAJOR = 3;

    /** After this many comparisons that found something to write, the others are left to the next change. */
    private static final int MOST_COMPARISONS = 3;

    private final SharedIndexes indexes;
    private final SharedPassages passages;
    private final Comparison comparison;
    private final String address;
    private final Clock clock;
    private final Executor background;
    private final ReentrantLock looking = new ReentrantLock();
    private final AtomicBoolean rebuildAsked = new AtomicBoolean();
    private volatile State state;

    /** Whether a change may have been missed. */
    private volatile boolean behind = true;

    /** @param background runs comparisons */
    SharedCare(
            SharedIndexes indexes,
            SharedPassages passages,
            Comparison comparison,
            String address,
            Clock clock,
            Executor background) {
        this.indexes = indexes;
        this.passages = passages;
        this.comparison = comparison;
        this.address = address;
        this.clock = clock;
        this.background = background;
        state = new State(new SharedReport(Condition.FILLING, clock.instant(), address, 0), Optional.empty());
    }

    /** @param index to be asked; absent when it must not be */
    private record State(SharedReport report, Optional<String> index) {}

    @Override
    public SharedReport report() {
        return state.report();
    }

    /** The index to be asked; absent while the local one answers instead. */
    Optional<String> asked() {
        return state.index();
    }

    @Override
    public void rebuild() {
        rebuildAsked.set(true);
        background.execute(this::look);
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        background.execute(this::look);
    }

    @Scheduled(initialDelayString = EVERY_FIVE_SECONDS, fixedDelayString = EVERY_FIVE_SECONDS)
    void watch() {
        background.execute(this::look);
    }

    /** Not an asynchronous listener: when the one who publishes returns, the new version can be found. */
    @EventListener
    void contentChanged(ContentChanged changed) {
        changing(() -> comparison.replace(changed.id()));
    }

    /** Never fails: what could not be put is put when OpenSearch is back. */
    void put(Passage passage) {
        changing(() -> comparison.put(passage));
    }

    /** Never fails, likewise. */
    void remove(String key) {
        changing(() -> comparison.remove(key));
    }

    private void changing(Runnable change) {
        if (!comparison.isOpen()) {
            behind = true;
            return;
        }
        try {
            change.run();
        } catch (NotAnswered e) {
            behind = true;
            away(e);
        } catch (RuntimeException e) {
            behind = true;
            LOG.error("a change could not be sent to OpenSearch; it will be compared", e);
        }
    }

    /** Compares everything, whether or not a change may have been missed. */
    void compareAll() {
        behind = true;
        look();
    }

    /** Looks whether it answers, and puts right what differs. One at a time; a second caller returns at once. */
    void look() {
        if (!looking.tryLock()) {
            return;
        }
        try {
            lookOnce();
        } catch (NotAnswered e) {
            away(e);
        } catch (RuntimeException e) {
            behind = true;
            become(Condition.FAILING, Optional.empty());
            LOG.error("the index on OpenSearch could not be compared with its sources; trying again", e);
        } finally {
            looking.unlock();
        }
    }

    private void lookOnce() {
        if (state.index().isEmpty() && major(indexes.version()) < OLDEST_MAJOR) {
            comparison.close();
            become(Condition.TOO_OLD, Optional.empty());
            return;
        }
        Optional<Serving> serving = indexes.serving();
        if (serving.map(Serving::age).equals(Optional.of(Age.NEWER))) {
            comparison.close();
            behind = true;
            become(Condition.OF_A_NEWER_PORTAL, Optional.empty());
            return;
        }
        var usable = serving.filter(s -> s.age() == Age.SAME).map(Serving::index);
        if (usable.isEmpty() || rebuildAsked.get()) {
            build(serving.map(Serving::index), usable);
            return;
        }
        if (behind || !comparison.isOpen()) {
            become(Condition.FILLING, Optional.empty());
            comparison.open(List.of(alias()));
            catchUp();
        }
        become(Condition.ANSWERS, usable);
    }

    /** The old index answers, if it can, until the new one does. */
    private void build(Optional<String> before, Optional<String> usable) {
        if (usable.isEmpty()) {
            become(Condition.FILLING, Optional.empty());
        }
        var successor = indexes.begin().orElse(null);
        if (successor == null) {
            return;
        }
        rebuildAsked.set(false);
        LOG.info("building the index {} on OpenSearch", successor);
        var beside = new Target(successor, false);
        try {
            comparison.open(usable.isEmpty() ? List.of(beside) : List.of(alias(), beside));
            comparison.run(successor, List.of(beside), () -> indexes.beat(successor));
            passages.refresh(successor);
            indexes.serve(successor);
        } catch (RuntimeException e) {
            rebuildAsked.set(usable.isPresent());
            comparison.open(usable.isEmpty() ? List.of() : List.of(alias()));
            drop(successor);
            throw e;
        }
        comparison.open(List.of(alias()));
        // Other nodes wrote to the index that answered until now.
        catchUp();
        become(Condition.ANSWERS, Optional.of(successor));
        before.ifPresent(this::drop);
        LOG.info("the index {} on OpenSearch answers", successor);
    }

    /** Until nothing differs: another node may have written what was read here before. */
    private void catchUp() {
        behind = false;
        int written = 1;
        for (int i = 0; i < MOST_COMPARISONS && written > 0; i++) {
            written = comparison.run(indexes.alias(), List.of(alias()), () -> {});
        }
        passages.refresh(indexes.alias());
    }

    private void drop(String index) {
        try {
            indexes.drop(index);
        } catch (NotAnswered e) {
            LOG.warn("the index {} on OpenSearch could not be deleted: {}", index, e.getMessage());
        }
    }

    private Target alias() {
        return new Target(indexes.alias(), true);
    }

    /**
     * Asked by whom the index did not answer.
     *
     * @return whether another index has taken its place, which may be asked instead
     */
    boolean isReplaced(String index) {
        try {
            var now = indexes.serving();
            if (now.isPresent()
                    && now.get().age() == Age.SAME
                    && !now.get().index().equals(index)) {
                become(Condition.ANSWERS, now.map(Serving::index));
                return true;
            }
        } catch (NotAnswered e) {
            away(e);
        }
        return false;
    }

    /** From now on the local index answers, until a look finds that OpenSearch does again. */
    void away(NotAnswered failure) {
        if (failure.isGone()) {
            behind = true;
        }
        if (state.report().condition() != failure.condition()) {
            LOG.warn(
                    "OpenSearch at {} does not answer: {}; the index of this machine does",
                    address,
                    failure.getMessage());
        }
        become(failure.condition(), Optional.empty());
    }

    private void become(Condition condition, Optional<String> index) {
        synchronized (looking) {
            var before = state.report();
            if (condition == Condition.ANSWERS && before.condition() != condition) {
                LOG.info("OpenSearch at {} answers", address);
            }
            state = new State(
                    new SharedReport(
                            condition,
                            before.condition() == condition ? before.since() : clock.instant(),
                            address,
                            index.map(passages::count).orElse(0L)),
                    index);
        }
    }

    private static int major(String version) {
        int dot = version.indexOf('.');
        return Integer.parseInt(dot < 0 ? version : version.substring(0, dot));
    }

    @Override
    public void close() {
        comparison.stop();
        // Waits for a comparison under way, which sees that it is to stop.
        looking.lock();
        looking.unlock();
    }
}
