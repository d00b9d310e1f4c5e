package vn.quantriet.search.opensearch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.quantriet.content.Library;
import vn.quantriet.content.Listing;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.search.Passage;
import vn.quantriet.search.PassageSource;
import vn.quantriet.search.lucene.LibraryPassages;
import vn.quantriet.search.lucene.PassageDocuments;
import vn.quantriet.search.opensearch.SharedWriter.Change;
import vn.quantriet.search.opensearch.SharedWriter.Target;

/**
 * Puts into indexes on OpenSearch what the library and other modules hold, where it differs. What changes while all of it is compared
 * wins over what was read before. Safe for use by many threads.
 */
final class Comparison {
    private static final Logger LOG = LoggerFactory.getLogger(Comparison.class);

    /** After the version of a text of which some passages were refused: the next comparison tries again. */
    private static final String INCOMPLETE = " ?";

    private static final int PAGE = 500;

    /** So long a member who saves waits for being found; later it is seen all the same. */
    private static final long PATIENCE_SECONDS = 3;

    private final SharedPassages passages;
    private final SharedWriter writer;
    private final Library library;
    private final ObjectProvider<PassageSource> sources;
    private final TransactionTemplate reading;

    /** Held while a text is read and written, so that the latest reader also has the latest state. */
    private final Object texts = new Object();

    /** Held while something of another module is told to the writer. */
    private final Object elsewhere = new Object();

    /** Where changes are written as they come. */
    private volatile List<Target> targets = List.of();

    /** Places that were written since all passages of other modules are being read. */
    private @Nullable Set<String> overtaken;

    private volatile boolean stopping;

    Comparison(
            SharedPassages passages,
            SharedWriter writer,
            Library library,
            ObjectProvider<PassageSource> sources,
            PlatformTransactionManager transactions) {
        this.passages = passages;
        this.writer = writer;
        this.library = library;
        this.sources = sources;
        reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /** From now on changes are written to these as they come. */
    void open(List<Target> now) {
        targets = List.copyOf(now);
    }

    void close() {
        targets = List.of();
    }

    boolean isOpen() {
        return !targets.isEmpty();
    }

    void stop() {
        stopping = true;
    }

    /** Returns when it can be found, or after a few seconds. */
    void put(Passage passage) {
        tell(Change.put(PassageJson.id(passage.key()), PassageJson.write(PassageDocuments.ofElsewhere(passage))));
    }

    void remove(String key) {
        tell(Change.delete(PassageJson.id(key)));
    }

    private void tell(Change change) {
        CompletableFuture<Set<String>> told;
        synchronized (elsewhere) {
            if (overtaken != null) {
                overtaken.add(change.id());
            }
            told = writer.write(List.of(change), targets, true);
        }
        try {
            warn(told.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (TimeoutException e) {
            LOG.info("a change is found a little later: OpenSearch is slow");
        } catch (ExecutionException e) {
            throw cause(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Replaces the passages of a text, if they are those of another version. One that cannot be read keeps its earlier ones. */
    void replace(ResolutionId text) {
        synchronized (texts) {
            for (Target target : targets) {
                replace(text, target, passages.version(target.name(), text).orElse(null), true);
            }
        }
    }

    /** @return whether something was written */
    private boolean replace(ResolutionId text, Target target, @Nullable String held, boolean seen) {
        Optional<String> version;
        List<Passage> present;
        try {
            version = library.listing(text).map(Listing::version);
            if (Objects.equals(version.orElse(null), held)) {
                return false;
            }
            present = library.find(text)
                    .map(LibraryPassages::of)
                    .map(LibraryPassages::passages)
                    .orElse(List.of());
        } catch (RuntimeException e) {
            LOG.warn(
                    "text {} could not be read for OpenSearch: {}",
                    text,
                    e.getClass().getName());
            return false;
        }
        Map<String, Change> changes = new HashMap<>();
        if (held != null) {
            passages.idsOf(target.name(), text).forEach(id -> changes.put(id, Change.delete(id)));
        }
        List<Change> puts = new ArrayList<>();
        boolean whole = true;
        if (version.isPresent()) {
            for (Passage passage : present) {
                whole &= write(text, passage, puts);
            }
        }
        puts.forEach(put -> changes.remove(put.id()));
        changes.remove(PassageJson.recordId(text));
        List<Change> all = new ArrayList<>(changes.values());
        all.addAll(puts);
        all.add(
                version.isPresent()
                        ? Change.put(
                                PassageJson.recordId(text),
                                PassageJson.record(text, version.get() + (whole ? "" : INCOMPLETE)))
                        : Change.delete(PassageJson.recordId(text)));
        Set<String> refused = await(writer.write(all, List.of(target), seen));
        warn(refused);
        if (version.isPresent() && !refused.isEmpty()) {
            var record = Change.put(PassageJson.recordId(text), PassageJson.record(text, version.get() + INCOMPLETE));
            await(writer.write(List.of(record), List.of(target), seen));
        }
        return true;
    }

    private static boolean write(ResolutionId text, Passage passage, List<Change> puts) {
        try {
            puts.add(Change.put(
                    PassageJson.id(passage.key()), PassageJson.write(PassageDocuments.ofText(text, passage))));
            return true;
        } catch (RuntimeException e) {
            LOG.warn(
                    "{} is left out of the index on OpenSearch: {}",
                    passage.key(),
                    e.getClass().getName());
            return false;
        }
    }

    /**
     * Compares everything with one index and writes there what differs.
     *
     * @param index to read what it holds
     * @param there the same, to be written
     * @param beat called now and then
     * @return how much was written
     */
    int run(String index, List<Target> there, Runnable beat) {
        int written = 0;
        var pulse = new Pulse(beat);
        Map<ResolutionId, String> held = passages.versions(index);
        Set<ResolutionId> all = Stream.concat(
                        held.keySet().stream(), library.resolutions().stream().map(Resolution::id))
                .collect(Collectors.toSet());
        for (ResolutionId text : all) {
            goOn();
            pulse.beat();
            synchronized (texts) {
                for (Target target : there) {
                    written += replace(text, target, held.get(text), false) ? 1 : 0;
                }
            }
        }
        return written + elsewhere(index, there, pulse);
    }

    private int elsewhere(String index, List<Target> there, Pulse pulse) {
        synchronized (elsewhere) {
            overtaken = new HashSet<>();
        }
        try {
            var replacement = new Replacement(index, there, pulse);
            for (PassageSource source : sources.orderedStream().toList()) {
                reading.executeWithoutResult(transaction -> {
                    try (Stream<Passage> drawn = source.passages()) {
                        drawn.forEach(replacement::put);
                    }
                });
            }
            return replacement.finish();
        } finally {
            synchronized (elsewhere) {
                overtaken = null;
            }
        }
    }

    /** The passages of other modules, drawn one by one. */
    private final class Replacement {
        private final String index;
        private final List<Target> there;
        private final Pulse pulse;
        private final List<Change> page = new ArrayList<>(PAGE);
        private final Set<String> seen = new HashSet<>();
        private int written;

        Replacement(String index, List<Target> there, Pulse pulse) {
            this.index = index;
            this.there = there;
            this.pulse = pulse;
        }

        void put(Passage passage) {
            goOn();
            try {
                page.add(Change.put(
                        PassageJson.id(passage.key()), PassageJson.write(PassageDocuments.ofElsewhere(passage))));
            } catch (RuntimeException e) {
                LOG.warn(
                        "a passage is left out of the index on OpenSearch: {}",
                        e.getClass().getName());
            }
            if (page.size() == PAGE) {
                flush();
            }
        }

        private void flush() {
            pulse.beat();
            Map<String, String> held =
                    passages.digests(index, page.stream().map(Change::id).toList());
            page.forEach(change -> seen.add(change.id()));
            write(page.stream()
                    .filter(change -> !digest(change).equals(held.get(change.id())))
                    .toList());
            page.clear();
        }

        private static String digest(Change change) {
            return change.document().orElseThrow().path(PassageJson.DIGEST).asText();
        }

        private void write(List<Change> changes) {
            CompletableFuture<Set<String>> told;
            synchronized (elsewhere) {
                var free = changes.stream()
                        .filter(c -> overtaken == null || !overtaken.contains(c.id()))
                        .toList();
                if (free.isEmpty()) {
                    return;
                }
                written += free.size();
                told = writer.write(free, there, false);
            }
            warn(await(told));
        }

        int finish() {
            flush();
            List<Change> gone = new ArrayList<>();
            passages.eachElsewhere(index, id -> {
                if (!seen.contains(id)) {
                    gone.add(Change.delete(id));
                }
            });
            for (int at = 0; at < gone.size(); at += PAGE) {
                write(gone.subList(at, Math.min(gone.size(), at + PAGE)));
            }
            return written;
        }
    }

    /** Says every few seconds that work goes on. */
    private static final class Pulse {
        private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(10);

        private final Runnable beat;
        private long last = System.nanoTime();

        Pulse(Runnable beat) {
            this.beat = beat;
        }

        void beat() {
            if (System.nanoTime() - last > EVERY_NANOS) {
                beat.run();
                last = System.nanoTime();
            }
        }
    }

    private void goOn() {
        if (stopping) {
            throw new CancellationException("the portal is stopping");
        }
    }

    private static void warn(Set<String> refused) {
        refused.forEach(id -> LOG.warn("{} was refused by OpenSearch", id));
    }

    private static Set<String> await(CompletableFuture<Set<String>> told) {
        try {
            return told.join();
        } catch (CompletionException e) {
            throw cause(e);
        }
    }

    private static RuntimeException cause(Exception e) {
        return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    }
}
