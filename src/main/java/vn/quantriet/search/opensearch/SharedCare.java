package vn.quantriet.search.opensearch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
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
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** So long a member who saves waits for being found; later it is found all the same. */
    private static final long PATIENCE_SECONDS = 3;

    /** So long the portal waits for a comparison to stop. */
    private static final long FAREWELL_SECONDS = 5;

    /** After this many comparisons that found something to write, the others are left to the next change. */
    private static final int MOST_COMPARISONS = 3;

    private final SharedIndexes indexes;
    private final Reach reach;
    private final SharedPassages passages;
    private final Comparison comparison;
    private final Clock clock;
    private final Executor background;
    private final ReentrantLock looking = new ReentrantLock();
    private final AtomicBoolean rebuildAsked = new AtomicBoolean();

    /** The index with which everything was last compared. */
    private Optional<String> compared = Optional.empty();

    /** After a failure that is not of OpenSearch: reading everything every few seconds would only do harm. */
    private Instant notBefore = Instant.MIN;

    /** The index that answered until the last look. */
    private Optional<String> retired = Optional.empty();

    /** Whether a change may have been missed. */
    private volatile boolean behind = true;

    /** @param background runs comparisons */
    SharedCare(
            SharedIndexes indexes,
            Reach reach,
            SharedPassages passages,
            Comparison comparison,
            Clock clock,
            Executor background) {
        this.indexes = indexes;
        this.reach = reach;
        this.passages = passages;
        this.comparison = comparison;
        this.clock = clock;
        this.background = background;
    }

    @Override
    public SharedReport report() {
        return reach.report();
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

    /** When the one who publishes goes on, the new version can be found, unless OpenSearch is slow. */
    @EventListener
    void contentChanged(ContentChanged changed) {
        changing(() -> {
            var replaced = new CompletableFuture<Set<String>>();
            Thread.ofVirtual().name("search-opensearch-text").start(() -> {
                try {
                    comparison.replace(changed.id());
                    replaced.complete(Set.of());
                } catch (RuntimeException | Error e) {
                    replaced.completeExceptionally(e);
                }
            });
            return replaced;
        });
    }

    /** Never fails: what could not be put is put when OpenSearch is back. */
    void put(Passage passage) {
        changing(() -> comparison.put(passage));
    }

    /** Never fails, likewise. */
    void remove(String key) {
        changing(() -> comparison.remove(key));
    }

    private void changing(Supplier<CompletableFuture<Set<String>>> change) {
        if (!comparison.isOpen() || reach.isAway()) {
            behind = true;
            return;
        }
        try {
            change.get()
                    .whenComplete((refused, failure) -> {
                        if (failure == null) {
                            Comparison.warn(refused);
                        } else {
                            missed(failure);
                        }
                    })
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LOG.info("a change is found a little later: OpenSearch is slow");
        } catch (ExecutionException e) {
            LOG.debug("a change was missed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            missed(e);
        }
    }

    private void missed(Throwable failure) {
        behind = true;
        if (failure instanceof NotAnswered e) {
            reach.away(e);
        } else {
            LOG.error("a change could not be sent to OpenSearch; all of it will be compared", failure);
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
            if (clock.instant().isBefore(notBefore)) {
                return;
            }
            lookOnce();
        } catch (NotAnswered e) {
            reach.away(e);
        } catch (RuntimeException e) {
            behind = true;
            reach.not(Condition.FAILING);
            notBefore = clock.instant().plus(PAUSE);
            if (!comparison.isStopping()) {
                LOG.error(
                        "the index on OpenSearch could not be compared with its sources; trying again in a minute", e);
            }
        } finally {
            looking.unlock();
        }
    }

    private void lookOnce() {
        if (reach.asked().isEmpty() && major(indexes.version()) < OLDEST_MAJOR) {
            comparison.close();
            reach.not(Condition.TOO_OLD);
            return;
        }
        // By now nobody asks it any more.
        retired.ifPresent(this::drop);
        retired = Optional.empty();
        Optional<Serving> serving = indexes.serving();
        if (serving.map(Serving::age).equals(Optional.of(Age.NEWER))) {
            comparison.close();
            behind = true;
            reach.not(Condition.OF_A_NEWER_PORTAL);
            return;
        }
        var usable = serving.filter(s -> s.age() == Age.SAME).map(Serving::index);
        if (usable.isEmpty()) {
            reach.not(Condition.FILLING);
            build(serving.map(Serving::index), usable);
            return;
        }
        // Whoever built another one may not have known what this node wrote at the last moment.
        boolean replaced = compared.isPresent() && !compared.equals(usable);
        if (behind || replaced || !comparison.isOpen()) {
            reach.not(Condition.FILLING);
            comparison.open(List.of(alias()));
            catchUp();
        }
        compared = usable;
        reach.answers(usable.get(), passages.count(usable.get()));
        if (rebuildAsked.get()) {
            build(usable, usable);
        }
    }

    /** The old index answers, if it can, until the new one does. */
    private void build(Optional<String> before, Optional<String> usable) {
        rebuildAsked.set(false);
        var successor = indexes.begin().orElse(null);
        if (successor == null) {
            // Another node builds one.
            return;
        }
        LOG.info("building the index {} on OpenSearch", successor);
        var beside = new Target(successor, false);
        try {
            comparison.open(usable.isEmpty() ? List.of(beside) : List.of(alias(), beside));
            comparison.run(beside, () -> indexes.beat(successor));
            passages.refresh(successor);
            indexes.serve(successor);
        } catch (RuntimeException e) {
            rebuildAsked.set(usable.isPresent());
            comparison.open(usable.isEmpty() ? List.of() : List.of(alias()));
            drop(successor);
            throw e;
        }
        comparison.open(List.of(alias()));
        compared = Optional.of(successor);
        reach.answers(successor, passages.count(successor));
        // Other nodes wrote to the index that answered until now.
        catchUp();
        before.ifPresent(indexes::retire);
        retired = before;
        LOG.info("the index {} on OpenSearch answers", successor);
    }

    /** Until nothing differs: another node may have written what was read here before. */
    private void catchUp() {
        behind = false;
        try {
            int written = 1;
            for (int i = 0; i < MOST_COMPARISONS && written > 0; i++) {
                written = comparison.run(alias(), () -> {});
            }
            passages.refresh(indexes.alias());
        } catch (RuntimeException e) {
            behind = true;
            throw e;
        }
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

    private static int major(String version) {
        int dot = version.indexOf('.');
        return Integer.parseInt(dot < 0 ? version : version.substring(0, dot));
    }

    @Override
    public void close() {
        comparison.stop();
        try {
            // For a comparison under way, which sees that it is to stop.
            if (looking.tryLock(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
                looking.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
