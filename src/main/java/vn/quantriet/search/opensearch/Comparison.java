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

    /** Done when it can be found; see {@link SharedWriter#write}. */
    CompletableFuture<Set<String>> put(Passage passage) {
        return tell(
                Change.put(PassageJson.id(passage.key()), PassageJson.write(PassageDocuments.ofElsewhere(passage))));
    }

    CompletableFuture<Set<String>> remove(String key) {
        return tell(Change.delete(PassageJson.id(key)));
    }

    private CompletableFuture<Set<String>> tell(Change change) {
        synchronized (elsewhere) {
            if (overtaken != null) {
                overtaken.add(change.id());
            }
            return writer.write(List.of(change), targets, true);
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
     * @param beat called now and then
     * @return how much was written
     */
    int run(Target there, Runnable beat) {
        int written = 0;
        var pulse = new Pulse(beat);
        Map<ResolutionId, String> held = passages.versions(there.name());
        Set<ResolutionId> all = Stream.concat(
                        held.keySet().stream(), library.resolutions().stream().map(Resolution::id))
                .collect(Collectors.toSet());
        for (ResolutionId text : all) {
            goOn();
            pulse.beat();
            synchronized (texts) {
                written += replace(text, there, held.get(text), false) ? 1 : 0;
            }
        }
        return written + elsewhere(there, pulse);
    }

    private int elsewhere(Target there, Pulse pulse) {
        synchronized (elsewhere) {
            overtaken = new HashSet<>();
        }
        try {
            var replacement = new SharedReplacement(passages, there, this::unlessOvertaken);
            for (PassageSource source : sources.orderedStream().toList()) {
                reading.executeWithoutResult(transaction -> {
                    try (Stream<Passage> drawn = source.passages()) {
                        replacement.putAll(drawn.iterator(), () -> {
                            goOn();
                            pulse.beat();
                        });
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

    /** @return how many of the changes were made: those to places that were not written since the comparison began */
    private int unlessOvertaken(List<Change> changes, Target there) {
        CompletableFuture<Set<String>> told;
        List<Change> free;
        synchronized (elsewhere) {
            free = changes.stream()
                    .filter(c -> overtaken == null || !overtaken.contains(c.id()))
                    .toList();
            told = writer.write(free, List.of(there), false);
        }
        warn(await(told));
        return free.size();
    }

    boolean isStopping() {
        return stopping;
    }

    private void goOn() {
        if (stopping) {
            throw new CancellationException("the portal is stopping");
        }
    }

    static void warn(Set<String> refused) {
        refused.forEach(id -> LOG.warn("{} was refused by OpenSearch", id));
    }

    private static Set<String> await(CompletableFuture<Set<String>> told) {
        try {
            return told.join();
        } catch (CompletionException e) {
            throw cause(e);
        }
    }

    private static RuntimeException cause(CompletionException e) {
        return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    }
}
