package vn.quantriet.search.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.search.Passage;
import vn.quantriet.search.SearchIndex;
import vn.quantriet.search.lucene.IndexStore.Question;
import vn.quantriet.ui.Mode;

/**
 * The passages in the index. Every change is seen by the next search. A change that fails is not lost: it leaves the index
 * {@link #isBehind() behind}, and {@link IndexCare} then compares all of it with its sources. Safe for use by many threads.
 */
@Component
class LuceneIndex implements SearchIndex, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LuceneIndex.class);

    /** Passages that are compared with the index in one go. */
    private static final int PAGE = 500;

    private final Path folder;
    private final Object writing = new Object();
    private final Map<ResolutionId, String> versions = new HashMap<>();
    private volatile IndexStore store;
    private volatile boolean behind = true;

    /** Keys that were written while all passages of the sources are being read; what was read for them may be older. */
    private @Nullable Set<String> overtaken;

    @Autowired
    LuceneIndex(Mode mode) throws IOException {
        this(mode.data().resolve("index"));
    }

    LuceneIndex(Path folder) throws IOException {
        this.folder = folder;
        store = IndexStore.open(folder);
        readVersions();
    }

    @Override
    public void put(Passage passage) {
        afterCommit(() -> {
            written(passage.key());
            store.writer().updateDocument(key(passage.key()), document(passage));
        });
    }

    @Override
    public void remove(String key) {
        afterCommit(() -> {
            written(key);
            store.writer().deleteDocuments(key(key));
        });
    }

    <T> T search(Question<T> question) throws IOException {
        try {
            return store.search(question);
        } catch (CorruptIndexException e) {
            behind = true;
            throw e;
        }
    }

    /** Whether nothing of what was there before could be used, so that passages are missing until all was read. */
    boolean wasLost() {
        return store.isFresh();
    }

    /** Whether a change may have been missed. True until {@link #caughtUp()} is said. */
    boolean isBehind() {
        return behind || !store.isUsable();
    }

    void fallBehind() {
        behind = true;
    }

    void caughtUp() {
        behind = false;
    }

    /** Opens the index anew, empty when it is damaged, if the present one cannot be written any more. */
    void reopenIfBroken() throws IOException {
        synchronized (writing) {
            if (!store.isUsable()) {
                store.close();
                store = IndexStore.open(folder);
                readVersions();
            }
        }
    }

    /** Texts of which the index holds passages. */
    Set<ResolutionId> texts() {
        synchronized (writing) {
            return Set.copyOf(versions.keySet());
        }
    }

    /** Replaces the passages of a text, all at once, if they are those of another version. */
    void replaceText(ResolutionId id, TextSource source) throws IOException {
        synchronized (writing) {
            Optional<String> version = source.version();
            if (version.equals(Optional.ofNullable(versions.get(id)))) {
                return;
            }
            Optional<LibraryPassages> passages = version.isEmpty() ? Optional.empty() : source.passages();
            var library = new Term(IndexFields.LIBRARY, id.value());
            if (version.isEmpty() || passages.isEmpty()) {
                store.writer().deleteDocuments(library);
                versions.remove(id);
            } else {
                store.writer().updateDocuments(library, documents(id, passages.get(), version.get()));
                versions.put(id, version.get());
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
            return new Replacement();
        }
    }

    /** The passages of other modules, put one by one. What was not put by {@link #finish} leaves the index. */
    final class Replacement {
        private final Set<String> seen = new HashSet<>();
        private int rewritten;

        /** Draws passages a page at a time and writes those that differ from the ones in the index. */
        void putAll(Iterator<Passage> passages) throws IOException {
            List<Passage> page = new ArrayList<>(PAGE);
            while (passages.hasNext()) {
                page.add(passages.next());
                if (page.size() == PAGE || !passages.hasNext()) {
                    for (Passage passage : changed(page)) {
                        put(passage);
                    }
                    page.forEach(passage -> seen.add(passage.key()));
                    page.clear();
                }
            }
        }

        private void put(Passage passage) throws IOException {
            synchronized (writing) {
                if (!isOvertaken(passage.key())) {
                    store.writer().updateDocument(key(passage.key()), document(passage));
                    rewritten++;
                }
            }
        }

        /** How many passages had to be written. */
        int rewritten() {
            return rewritten;
        }

        void finish() throws IOException {
            for (String key : keysElsewhere()) {
                synchronized (writing) {
                    if (!seen.contains(key) && !isOvertaken(key)) {
                        store.writer().deleteDocuments(key(key));
                    }
                }
            }
            synchronized (writing) {
                overtaken = null;
            }
        }

        private boolean isOvertaken(String key) {
            return overtaken != null && overtaken.contains(key);
        }
    }

    /** Makes what was written survive; until then a crash loses it, and the next start finds and mends that. */
    void commit() throws IOException {
        synchronized (writing) {
            if (store.isUsable()) {
                store.commit();
            }
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (writing) {
            store.close();
        }
    }

    private void written(String key) {
        if (overtaken != null) {
            overtaken.add(key);
        }
    }

    private void afterCommit(Change change) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            apply(change);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                apply(change);
            }
        });
    }

    /** The rows are committed: a failure here must not be told to whoever wrote them, but mended. */
    private void apply(Change change) {
        synchronized (writing) {
            try {
                change.make();
            } catch (IOException | RuntimeException e) {
                behind = true;
                LOG.error("a passage could not be indexed; the index will be compared with its sources", e);
            }
        }
    }

    private interface Change {
        void make() throws IOException;
    }

    /** Those of which the index holds nothing, or something else. */
    private List<Passage> changed(List<Passage> passages) throws IOException {
        return search(searcher -> {
            List<Passage> changed = new ArrayList<>();
            for (Passage passage : passages) {
                ScoreDoc[] held =
                        searcher.search(new ConstantScoreQuery(new TermQuery(key(passage.key()))), 1).scoreDocs;
                if (held.length == 0
                        || !PassageDocuments.areAlike(
                                passage, searcher.storedFields().document(held[0].doc))) {
                    changed.add(passage);
                }
            }
            return changed;
        });
    }

    private List<String> keysElsewhere() throws IOException {
        return search(searcher -> {
            List<String> keys = new ArrayList<>();
            var elsewhere = new TermQuery(new Term(IndexFields.LIBRARY, IndexFields.ELSEWHERE));
            int most = Math.max(1, searcher.getIndexReader().maxDoc());
            for (ScoreDoc hit : searcher.search(elsewhere, most).scoreDocs) {
                keys.add(searcher.storedFields()
                        .document(hit.doc, Set.of(IndexFields.KEY))
                        .get(IndexFields.KEY));
            }
            return keys;
        });
    }

    private void readVersions() throws IOException {
        versions.clear();
        versions.putAll(store.search(searcher -> {
            Map<ResolutionId, String> found = new HashMap<>();
            for (var leaf : searcher.getIndexReader().leaves()) {
                var records = leaf.reader().getBinaryDocValues(IndexFields.VERSION);
                var live = leaf.reader().getLiveDocs();
                while (records != null && records.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    if (live == null || live.get(records.docID())) {
                        String record = records.binaryValue().utf8ToString();
                        int space = record.indexOf(' ');
                        found.put(new ResolutionId(record.substring(0, space)), record.substring(space + 1));
                    }
                }
            }
            return found;
        }));
    }

    private static List<Document> documents(ResolutionId id, LibraryPassages passages, String version) {
        List<Document> documents = new ArrayList<>();
        for (Passage passage : passages.passages()) {
            Document document = PassageDocuments.write(passage);
            document.add(new StringField(IndexFields.LIBRARY, id.value(), Store.NO));
            if (passage.kind() == Passage.Kind.CLAUSE && passage.clause().isEmpty()) {
                document.add(new StringField(IndexFields.LEVEL, IndexFields.WHOLE_TEXT, Store.NO));
            }
            documents.add(document);
        }
        var record = new Document();
        record.add(new StringField(IndexFields.LIBRARY, id.value(), Store.NO));
        record.add(new StringField(IndexFields.LEVEL, IndexFields.RECORD, Store.NO));
        record.add(new BinaryDocValuesField(IndexFields.VERSION, new BytesRef(id.value() + ' ' + version)));
        documents.add(record);
        return documents;
    }

    private static Document document(Passage passage) {
        Document document = PassageDocuments.write(passage);
        document.add(new StringField(IndexFields.LIBRARY, IndexFields.ELSEWHERE, Store.NO));
        return document;
    }

    private static Term key(String key) {
        return new Term(IndexFields.KEY, key);
    }
}
