package vn.quantriet.search.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.search.IndexReport.Reason;
import vn.quantriet.search.Passage;
import vn.quantriet.search.SearchIndex;
import vn.quantriet.ui.Mode;

/**
 * The passages that can be found. Every change is seen by the next search. A change that fails is not lost: it leaves the index
 * {@link #isBehind() behind}, and {@link IndexCare} then compares all of it with its sources. Safe for use by many threads.
 */
@Component
class LuceneIndex implements SearchIndex, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LuceneIndex.class);

    /** About a tenth of a second on a slow disk. A larger index answers while it is read in the background. */
    private static final long CHECKED_AT_ONCE = 64L << 20;

    private final SkippedPassages skipped = new SkippedPassages();
    private final Generations generations;
    private volatile boolean behind = true;
    private volatile Runnable onLoss = () -> {};

    /** Keys that were written while all passages of the sources are being read; what was read for them may be older. */
    private @Nullable Set<String> overtaken;

    @Autowired
    LuceneIndex(Mode mode) throws IOException {
        this(mode.data().resolve("index"), CHECKED_AT_ONCE);
    }

    LuceneIndex(Path folder) throws IOException {
        this(folder, CHECKED_AT_ONCE);
    }

    /** @param checkedAtOnce up to how many bytes an index is read as a whole before it is used */
    LuceneIndex(Path folder, long checkedAtOnce) throws IOException {
        generations = new Generations(new IndexFolder(folder, checkedAtOnce), skipped);
        generations.onLoss(() -> {
            behind = true;
            onLoss.run();
        });
    }

    /** @param task what is done, besides, when a damaged index was left for an empty one */
    void onLoss(Runnable task) {
        onLoss = task;
    }

    /** What is written to. */
    Generations generations() {
        return generations;
    }

    @Override
    public void put(Passage passage) {
        afterCommit(passage.key(), generation -> generation.put(passage));
    }

    @Override
    public void remove(String key) {
        afterCommit(key, generation -> {
            generation.remove(key);
            skipped.remove(IndexFields.ELSEWHERE, key);
        });
    }

    /** Whether a change may have been missed. True until {@link #caughtUp()} is said. */
    boolean isBehind() {
        return behind || generations.all().stream().anyMatch(g -> !g.store().isUsable());
    }

    void fallBehind() {
        behind = true;
    }

    void caughtUp() {
        behind = false;
        skipped.recount();
    }

    SkippedPassages skipped() {
        return skipped;
    }

    /** Texts of which the index holds passages, or should. */
    Set<ResolutionId> texts() {
        Set<ResolutionId> texts = new HashSet<>(skipped.unreadableTexts());
        generations.all().forEach(g -> texts.addAll(g.texts()));
        return texts;
    }

    /**
     * Replaces the passages of a text, all at once, if they are those of another version. When the text cannot be read, the earlier ones
     * stay.
     */
    void replaceText(ResolutionId id, TextSource source) throws IOException {
        synchronized (generations) {
            Optional<String> version;
            Optional<List<Passage>> passages = Optional.empty();
            List<Generation> others;
            try {
                version = source.version();
                var known = version.orElse(null);
                others = generations.all().stream()
                        .filter(g -> !g.holds(id, known))
                        .toList();
                if (version.isPresent() && !others.isEmpty()) {
                    passages = source.passages().map(LibraryPassages::passages);
                }
            } catch (RuntimeException e) {
                skipped.add(id.value(), id.value(), Reason.UNREADABLE, e);
                return;
            }
            skipped.remove(id.value(), id.value());
            for (Generation generation : others) {
                if (version.isPresent() && passages.isPresent()) {
                    generation.putText(id, passages.get(), version.get());
                } else {
                    generation.removeText(id);
                }
            }
        }
    }

    /** A text, read while nothing else is written, so that the latest reader also has the latest state. */
    interface TextSource {

        /** Of the passages asked for next, or an earlier one; empty when the text is not in service. */
        Optional<String> version();

        Optional<LibraryPassages> passages();
    }

    /** Begins to replace all passages of other modules; {@link #put} and {@link #remove} from now on win over it. */
    Replacement replaceElsewhere() {
        synchronized (generations) {
            overtaken = new HashSet<>();
            return new Replacement(this);
        }
    }

    /** Does something to an index unless the passage was written since the replacement began. */
    boolean unlessOvertaken(String key, Generation generation, Change change) throws IOException {
        synchronized (generations) {
            boolean free = overtaken == null || !overtaken.contains(key);
            if (free && generations.all().contains(generation)) {
                change.make(generation);
            }
            return free;
        }
    }

    void endReplacement(Set<String> skippedKeys) {
        synchronized (generations) {
            Set<String> kept = new HashSet<>(skippedKeys);
            if (overtaken != null) {
                kept.addAll(overtaken);
            }
            skipped.retain(IndexFields.ELSEWHERE, kept);
            overtaken = null;
        }
    }

    /** What is done to each index. */
    interface Change {
        void make(Generation generation) throws IOException;
    }

    @Override
    public void close() throws IOException {
        generations.close();
    }

    private void afterCommit(String key, Change change) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            apply(key, change);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                apply(key, change);
            }
        });
    }

    /** The rows are committed: a failure here must not be told to whoever wrote them, but mended. */
    private void apply(String key, Change change) {
        synchronized (generations) {
            if (overtaken != null) {
                overtaken.add(key);
            }
            for (Generation generation : generations.all()) {
                try {
                    change.make(generation);
                } catch (IOException | RuntimeException e) {
                    behind = true;
                    LOG.error("{} could not be indexed; the index will be compared with its sources", key, e);
                }
            }
        }
    }
}
