package vn.quantriet.search.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quantriet.search.lucene.IndexStore.Question;

/**
 * The indexes on disk. One answers. A successor may be filled beside it; whatever changes is written to {@linkplain #all both}, until the
 * successor is {@linkplain #finish finished} and takes its place. One that is damaged is left at once, for an empty one. Safe for use by
 * many threads; whoever writes holds its monitor.
 */
final class Generations implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Generations.class);

    private final IndexFolder folder;
    private final SkippedPassages skipped;
    private volatile Generation serving;
    private volatile @Nullable Generation successor;
    private volatile boolean interrupted;
    private volatile Runnable onLoss = () -> {};

    /** How often an empty index has come in: what is being compared while one comes must be compared again. */
    private int begun;

    Generations(IndexFolder folder, SkippedPassages skipped) throws IOException {
        this.folder = folder;
        this.skipped = skipped;
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

    /** @param task what is done when a damaged index was left for an empty one */
    void onLoss(Runnable task) {
        onLoss = task;
    }

    /** Those indexes that are written, the one that answers first. */
    List<Generation> all() {
        return Stream.of(Optional.of(serving), Optional.ofNullable(successor))
                .flatMap(Optional::stream)
                .toList();
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
            synchronized (this) {
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

    /** In the index that answers. */
    long passages() {
        return serving.passages();
    }

    long bytes() throws IOException {
        return folder.bytes();
    }

    /** Opens an index anew, empty when it is damaged, if the present one cannot be written any more. */
    synchronized void reopenIfBroken() throws IOException {
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

    /** Reads all that is on disk, unless it was read before; what is damaged is left. */
    void verify() throws IOException {
        for (Generation generation : all()) {
            leaveIfDamaged(generation);
        }
    }

    /** Has everything read again by the next {@link #verify}: something went wrong that a damaged file may be the cause of. */
    void doubt() {
        all().forEach(g -> g.store().doubt());
    }

    /** Whether the index that answers should give way: it is of an older program, or was to be replaced when the portal stopped. */
    boolean isOutdated() {
        return !serving.store().isOfThisSchema() || interrupted;
    }

    boolean hasSuccessor() {
        return successor != null;
    }

    /** Begins an empty index beside the one that answers, unless there is one already or the one that answers is being filled. */
    synchronized void beginSuccessor() throws IOException {
        if (successor == null && isComplete()) {
            successor = new Generation(folder.next(), skipped);
            begun++;
        }
        interrupted = false;
    }

    /** To be given to {@link #finish}. */
    synchronized int begun() {
        return begun;
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
        synchronized (this) {
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

    /**
     * Makes what was written survive; until then a crash loses it, and the next start finds and mends that. A successor is not kept: the
     * next start would begin it anew.
     */
    synchronized void commit() throws IOException {
        if (serving.store().isUsable()) {
            serving.store().commit();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        var next = successor;
        if (next != null) {
            // Its folder stays, and says at the next start what was being done.
            next.store().close();
        }
        serving.store().close();
    }

    /** @return whether it was damaged, or somebody else found that before */
    private boolean leaveIfDamaged(Generation doubted) throws IOException {
        if (doubted.store().verify()) {
            return false;
        }
        synchronized (this) {
            if (!all().contains(doubted)) {
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
