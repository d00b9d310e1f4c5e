package vn.quantriet.search.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.store.AlreadyClosedException;
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
import vn.quantriet.search.lucene.IndexStore.Question;
import vn.quantriet.ui.Mode;

/**
 * The passages that can be found. Every change is seen by the next search. A change that fails is not lost: it leaves the index
 * {@link #isBehind() behind}, and {@link IndexCare} then compares all of it with its sources. Safe for use by many threads.
 *
 * <p>One index answers. A successor may be filled beside it; whatever changes is written to both, until the successor is
 * {@linkplain #finish finished} and takes its place. One that is damaged is left at once, for an empty one.
 */
@Component
class LuceneIndex implements SearchIndex, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LuceneIndex.class);

    /** About a tenth of a second on a slow disk. A larger index answers while it is read in the background. */
    private static final long CHECKED_AT_ONCE = 64L << 20;

    private final IndexFolder folder;
    private final Object writing = new Object();
    private final SkippedPassages skipped = new SkippedPassages();
    private volatile Generation serving;
    private volatile @Nullable Generation successor;
    private volatile boolean behind = true;
    private volatile boolean interrupted;
    private volatile Runnable onLoss = () -> {};

    /** How often an empty index has come in: what is being compared while one comes must be compared again. */
    private int begun;

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
        this.folder = new IndexFolder(folder, checkedAtOnce);
        serving = open();
    }

    private Generation open() throws IOException {
        var opened = folder.open();
        interrupted = interrupted || opened.interrupted();
        try {
            return new Generation(opened.store(), skipped);
        } catch (IOException | RuntimeException | AssertionError e) {
            LOG.warn(
                    "the index in {} is damaged; it is built anew",
                    opened.store().folder(),
                    e);
            leave(opened.store());
            return new Generation(folder.next(), skipped);
        }
    }

    /** @param task what is done, besides, when a damaged index was left for an empty one */
    void onLoss(Runnable task) {
        onLoss = task;
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

    /** An index that turns out to be damaged is left at once, and the empty one that comes in is asked instead. */
    <T> T search(Question<T> question) throws IOException {
        var asked = serving;
        try {
            return asked.store().search(question);
        } catch (IOException | RuntimeException | Error e) {
            if (!isLeft(asked, e)) {
                throw e;
            }
        }
        return serving.store().search(question);
    }

    /** Whether another index answers by now, perhaps because of this very failure. */
    private boolean isLeft(Generation asked, Throwable failure) throws IOException {
        if (failure instanceof AlreadyClosedException) {
            synchronized (writing) {
                return asked != serving;
            }
        }
        if (failure instanceof IOException) {
            asked.store().doubt();
        }
        return asked != serving || leaveIfDamaged(asked);
    }

    /** Whether everything was once put into the index that answers. */
    boolean isComplete() {
        return serving.store().isComplete();
    }

    /** Whether a change may have been missed. True until {@link #caughtUp()} is said. */
    boolean isBehind() {
        return behind || generations().stream().anyMatch(g -> !g.store().isUsable());
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

    /** In the index that answers. */
    long passages() {
        return serving.passages();
    }

    long bytes() throws IOException {
        return folder.bytes();
    }

    /** Opens an index anew, empty when it is damaged, if the present one cannot be written any more. */
    void reopenIfBroken() throws IOException {
        synchronized (writing) {
            var next = successor;
            if (next != null && !next.store().isUsable()) {
                successor = null;
                leave(next.store());
                interrupted = true;
            }
            if (!serving.store().isUsable()) {
                serving.store().close();
                abandonSuccessor();
                serving = open();
                begun++;
            }
        }
    }

    /** Reads all that is on disk, unless it was read before; what is damaged is left. */
    void verify() throws IOException {
        for (Generation generation : generations()) {
            leaveIfDamaged(generation);
        }
    }

    /** Has everything read again by the next {@link #verify}: something went wrong that a damaged file may be the cause of. */
    void doubt() {
        generations().forEach(g -> g.store().doubt());
    }

    /** Whether the index that answers should give way: it is of an older program, or was to be replaced when the portal stopped. */
    boolean isOutdated() {
        return !serving.store().isOfThisSchema() || interrupted;
    }

    boolean hasSuccessor() {
        return successor != null;
    }

    /** Begins an empty index beside the one that answers, unless there is one already or the one that answers is being filled. */
    void beginSuccessor() throws IOException {
        synchronized (writing) {
            if (successor == null && isComplete()) {
                successor = new Generation(folder.next(), skipped);
                begun++;
            }
            interrupted = false;
        }
    }

    /** To be given to {@link #finish}. */
    int begun() {
        synchronized (writing) {
            return begun;
        }
    }

    /**
     * Says that everything has been put in; a successor takes over now.
     *
     * @param begunBefore {@link #begun} before everything was put in
     * @return false if an index came in since, which lacks some of it
     */
    boolean finish(int begunBefore) throws IOException {
        var next = successor;
        if (next != null) {
            // Most of the work, for which writers need not wait.
            next.store().commit();
        }
        synchronized (writing) {
            if (begun != begunBefore || next != successor) {
                return false;
            }
            if (next == null) {
                serving.store().complete();
            } else {
                next.store().complete();
                var before = serving;
                serving = next;
                successor = null;
                leave(before.store());
            }
            return true;
        }
    }

    /** Texts of which the index holds passages, or should. */
    Set<ResolutionId> texts() {
        Set<ResolutionId> texts = new HashSet<>(skipped.unreadableTexts());
        generations().forEach(g -> texts.addAll(g.texts()));
        return texts;
    }

    /**
     * Replaces the passages of a text, all at once, if they are those of another version. When the text cannot be read, the earlier ones
     * stay.
     */
    void replaceText(ResolutionId id, TextSource source) throws IOException {
        synchronized (writing) {
            Optional<String> version;
            Optional<List<Passage>> passages = Optional.empty();
            List<Generation> others;
            try {
                version = source.version();
                var known = version.orElse(null);
                others = generations().stream().filter(g -> !g.holds(id, known)).toList();
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
        synchronized (writing) {
            overtaken = new HashSet<>();
            return new Replacement(this);
        }
    }

    /** Those indexes that are written, the one that answers first. */
    List<Generation> generations() {
        return Stream.of(Optional.of(serving), Optional.ofNullable(successor))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Does something to an index unless the passage was written since the replacement began. */
    boolean unlessOvertaken(String key, Generation generation, Change change) throws IOException {
        synchronized (writing) {
            boolean free = overtaken == null || !overtaken.contains(key);
            if (free && generations().contains(generation)) {
                change.make(generation);
            }
            return free;
        }
    }

    void endReplacement(Set<String> skippedKeys) {
        synchronized (writing) {
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

    /**
     * Makes what was written survive; until then a crash loses it, and the next start finds and mends that. A successor is not kept: the
     * next start would begin it anew.
     */
    void commit() throws IOException {
        synchronized (writing) {
            if (serving.store().isUsable()) {
                serving.store().commit();
            }
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (writing) {
            var next = successor;
            if (next != null) {
                // Its folder stays, and says at the next start what was being done.
                next.store().close();
            }
            serving.store().close();
        }
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
        synchronized (writing) {
            if (overtaken != null) {
                overtaken.add(key);
            }
            for (Generation generation : generations()) {
                try {
                    change.make(generation);
                } catch (IOException | RuntimeException e) {
                    behind = true;
                    LOG.error("{} could not be indexed; the index will be compared with its sources", key, e);
                }
            }
        }
    }

    /** @return whether it was damaged, or somebody else found that before */
    private boolean leaveIfDamaged(Generation doubted) throws IOException {
        if (doubted.store().verify()) {
            return false;
        }
        synchronized (writing) {
            if (!generations().contains(doubted)) {
                return true;
            }
            LOG.warn(
                    "the index in {} is damaged; it is built anew",
                    doubted.store().folder());
            var next = successor;
            if (doubted == next) {
                interrupted = true;
            } else {
                serving = next == null ? new Generation(folder.next(), skipped) : next;
            }
            successor = null;
            begun++;
            behind = true;
            leave(doubted.store());
        }
        onLoss.run();
        return true;
    }

    private void abandonSuccessor() throws IOException {
        var next = successor;
        if (next != null) {
            successor = null;
            interrupted = true;
            leave(next.store());
        }
    }

    /** What cannot be deleted now is deleted at the next start. */
    private static void leave(IndexStore store) {
        try {
            store.abandon();
            IndexFolder.delete(store.folder());
        } catch (IOException | RuntimeException e) {
            LOG.warn("the index in {} could not be deleted", store.folder(), e);
        }
    }
}
