package vn.quantriet.search.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

/**
 * The index on disk: one writer and one searcher manager, open as long as this is. An index that is missing, damaged or of
 * another schema is replaced by an empty one, which {@link #isFresh()} tells. Safe for use by many threads.
 */
final class IndexStore implements AutoCloseable {
    private static final float K1 = 0.9f;
    private static final float B = 0.75f;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final boolean fresh;

    private IndexStore(Directory directory, boolean fresh) throws IOException {
        this.directory = directory;
        this.fresh = fresh;
        Similarity similarity = new BM25Similarity(K1, B);
        writer = new IndexWriter(
                directory,
                new IndexWriterConfig(Chain.byField())
                        .setSimilarity(similarity)
                        .setOpenMode(
                                fresh
                                        ? IndexWriterConfig.OpenMode.CREATE
                                        : IndexWriterConfig.OpenMode.CREATE_OR_APPEND));
        writer.setLiveCommitData(
                Map.of(IndexFields.SCHEMA_KEY, IndexFields.SCHEMA).entrySet());
        try {
            searchers = new SearcherManager(writer, new ScoringBy(similarity));
        } catch (IOException | RuntimeException e) {
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

    /** @throws LockObtainFailedException when another process has the index open */
    static IndexStore open(Path folder) throws IOException {
        Files.createDirectories(folder);
        var directory = FSDirectory.open(folder);
        if (isOfThisSchema(directory)) {
            try {
                return new IndexStore(directory, false);
            } catch (LockObtainFailedException e) {
                throw e;
            } catch (IOException | IllegalArgumentException e) {
                // Damaged. Nothing is lost: the index is a cache, and the caller fills it again.
                return openEmpty(folder);
            }
        }
        return openEmpty(folder);
    }

    /** Throws away what is there. */
    static IndexStore openEmpty(Path folder) throws IOException {
        var directory = FSDirectory.open(folder);
        for (String file : directory.listAll()) {
            if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                directory.deleteFile(file);
            }
        }
        return new IndexStore(directory, true);
    }

    private static boolean isOfThisSchema(Directory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return false;
        }
        try {
            var schema = SegmentInfos.readLatestCommit(directory).getUserData().get(IndexFields.SCHEMA_KEY);
            return IndexFields.SCHEMA.equals(schema);
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether it began empty, so that everything must be put into it. */
    boolean isFresh() {
        return fresh;
    }

    IndexWriter writer() {
        return writer;
    }

    /** False after an error from which the writer cannot recover. */
    boolean isUsable() {
        return writer.isOpen();
    }

    /** Asks the index as it is now, every change that was made before the call included. */
    <T> T search(Question<T> question) throws IOException {
        searchers.maybeRefreshBlocking();
        IndexSearcher searcher = searchers.acquire();
        try {
            return question.ask(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    /** What is asked of a searcher; it must not be kept. */
    interface Question<T> {
        T ask(IndexSearcher searcher) throws IOException;
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
            commitIfUsable();
        }
    }

    private void commitIfUsable() throws IOException {
        if (isUsable()) {
            writer.commit();
        }
    }
}
