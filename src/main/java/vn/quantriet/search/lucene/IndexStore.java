package vn.quantriet.search.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

/**
 * One index on disk: one writer and one searcher manager, open as long as this is. It knows its schema, and whether everything was
 * once put into it. Safe for use by many threads.
 */
final class IndexStore implements AutoCloseable {
    private static final String COMPLETE_KEY = "quantriet.complete";

    /** Files that tell what is in the others are smaller by this: they are checked whatever the size of the index. */
    private static final int SMALL_FILE = 64;

    private final Path folder;
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final String schema;
    private volatile boolean complete;
    private Soundness soundness;

    private enum Soundness {
        UNKNOWN,
        SOUND,
        DAMAGED
    }

    private IndexStore(Path folder, Directory directory, IndexWriterConfig.OpenMode mode, Condition condition)
            throws IOException {
        this.folder = folder;
        this.directory = directory;
        schema = condition.schema();
        complete = condition.complete();
        soundness = condition.verified() ? Soundness.SOUND : Soundness.UNKNOWN;
        Similarity similarity = new BM25Similarity(PassageEngine.K1, PassageEngine.B);
        writer = new IndexWriter(
                directory,
                new IndexWriterConfig(Chain.byField()).setSimilarity(similarity).setOpenMode(mode));
        try {
            tellCondition();
            searchers = new SearcherManager(writer, new ScoringBy(similarity));
        } catch (IOException | RuntimeException | Error e) {
            writer.rollback();
            throw e;
        }
    }

    private static final class ScoringBy extends SearcherFactory {
        private final Similarity similarity;

        ScoringBy(Similarity similarity) {
            this.similarity = similarity;
        }

        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader before) {
            var searcher = new IndexSearcher(reader);
            searcher.setSimilarity(similarity);
            return searcher;
        }
    }

    /**
     * What can be said of an index without opening it.
     *
     * @param complete whether everything was put into it once
     * @param verified whether the checksums of all files were right, not only of the small ones
     */
    record Condition(String schema, boolean complete, boolean verified) {}

    /**
     * The condition of the index in a folder; absent when there is none, or it is damaged.
     *
     * @param checkedAtOnce up to how many bytes all files are checked; reading them takes time
     */
    static Optional<Condition> condition(Path folder, long checkedAtOnce) {
        try (var directory = FSDirectory.open(folder)) {
            String last = SegmentInfos.getLastCommitSegmentsFileName(directory);
            if (last == null) {
                return Optional.empty();
            }
            // Before it is parsed: a wrong length in it could ask for any amount of memory.
            check(directory, last);
            var commit = SegmentInfos.readCommit(directory, last);
            long bytes = 0;
            for (String file : commit.files(true)) {
                bytes += directory.fileLength(file);
            }
            boolean all = bytes <= checkedAtOnce;
            for (String file : commit.files(true)) {
                if (all || directory.fileLength(file) <= checkedAtOnce / SMALL_FILE) {
                    check(directory, file);
                }
            }
            var said = commit.getUserData();
            return Optional.of(
                    new Condition(said.getOrDefault(IndexFields.SCHEMA_KEY, ""), said.containsKey(COMPLETE_KEY), all));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static void check(Directory directory, String file) throws IOException {
        try (var input = directory.openInput(file, IOContext.READONCE)) {
            CodecUtil.checksumEntireFile(input);
        }
    }

    /**
     * Opens the index in a folder; absent when it is damaged all the same.
     *
     * @throws LockObtainFailedException when another process has the index open
     */
    static Optional<IndexStore> open(Path folder, Condition condition) throws IOException {
        var directory = FSDirectory.open(folder);
        try {
            return Optional.of(new IndexStore(folder, directory, IndexWriterConfig.OpenMode.APPEND, condition));
        } catch (LockObtainFailedException e) {
            directory.close();
            throw e;
        } catch (IOException | RuntimeException | AssertionError e) {
            directory.close();
            return Optional.empty();
        }
    }

    /** An empty index in a folder of its own. */
    static IndexStore create(Path folder) throws IOException {
        return new IndexStore(
                folder,
                FSDirectory.open(folder),
                IndexWriterConfig.OpenMode.CREATE,
                new Condition(IndexFields.SCHEMA, false, true));
    }

    Path folder() {
        return folder;
    }

    /** Whether its documents are those of this program in every detail. */
    boolean isOfThisSchema() {
        return schema.equals(IndexFields.SCHEMA);
    }

    /** Whether everything was once put into it, so that nothing is missing but what has changed since. */
    boolean isComplete() {
        return complete;
    }

    /** Says that everything is in it now, and makes that survive. */
    void complete() throws IOException {
        if (!complete) {
            complete = true;
            tellCondition();
        }
        commit();
    }

    private void tellCondition() {
        writer.setLiveCommitData((complete
                        ? Map.of(IndexFields.SCHEMA_KEY, schema, COMPLETE_KEY, "yes")
                        : Map.of(IndexFields.SCHEMA_KEY, schema))
                .entrySet());
    }

    IndexWriter writer() {
        return writer;
    }

    /** False after an error from which the writer cannot recover. */
    boolean isUsable() {
        return writer.isOpen();
    }

    /** Forgets that the files were right. */
    synchronized void doubt() {
        if (soundness == Soundness.SOUND) {
            soundness = Soundness.UNKNOWN;
        }
    }

    /** Reads every byte on disk unless that was done before. False when a checksum is wrong. */
    synchronized boolean verify() {
        if (soundness == Soundness.UNKNOWN) {
            soundness = isSound() ? Soundness.SOUND : Soundness.DAMAGED;
        }
        return soundness == Soundness.SOUND;
    }

    private boolean isSound() {
        try {
            return search(searcher -> {
                for (var leaf : searcher.getIndexReader().leaves()) {
                    leaf.reader().checkIntegrity();
                }
                return true;
            });
        } catch (AlreadyClosedException e) {
            throw e;
        } catch (IOException | RuntimeException | AssertionError e) {
            return false;
        }
    }

    /**
     * Asks the index as it is now, every change that was made before the call included; one that cannot be written any more answers
     * as it last was.
     */
    <T> T search(Question<T> question) throws IOException {
        if (isUsable()) {
            refresh();
        }
        IndexSearcher searcher = searchers.acquire();
        try {
            return question.ask(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    private void refresh() throws IOException {
        try {
            searchers.maybeRefreshBlocking();
        } catch (AlreadyClosedException e) {
            if (isUsable()) {
                throw e;
            }
        }
    }

    /** What is asked of a searcher; it must not be kept. */
    interface Question<T> {
        T ask(IndexSearcher searcher) throws IOException;
    }

    /** Documents in it, those included that no search sees yet. */
    long documents() {
        return isUsable() ? writer.getDocStats().numDocs : 0;
    }

    void commit() throws IOException {
        if (writer.hasUncommittedChanges()) {
            writer.commit();
        }
    }

    @Override
    public void close() throws IOException {
        try (directory;
                writer;
                searchers) {
            if (isUsable()) {
                writer.commit();
            }
        }
    }

    /** Closes it as it was last committed. Who is asking it at this moment still gets an answer. */
    void abandon() throws IOException {
        try (directory;
                searchers) {
            writer.rollback();
        }
    }
}
