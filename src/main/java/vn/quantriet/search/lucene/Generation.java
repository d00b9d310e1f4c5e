package vn.quantriet.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.UnicodeUtil;
import org.jspecify.annotations.Nullable;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.search.IndexReport.Reason;
import vn.quantriet.search.Passage;

/**
 * The passages in one index: those of texts, each in a known version, and those of other modules. A passage that cannot be indexed is
 * skipped, and what was there of it before is deleted: it may have been for other eyes. Its owner sees to it that one thread writes at
 * a time; any number may ask.
 */
final class Generation {
    /** After the version of a text of which some passages were skipped: the next start tries again. */
    private static final String INCOMPLETE = " ?";

    private final IndexStore store;
    private final SkippedPassages skipped;
    private final Map<ResolutionId, String> versions;

    Generation(IndexStore store, SkippedPassages skipped) throws IOException {
        this.store = store;
        this.skipped = skipped;
        versions = new ConcurrentHashMap<>(readVersions(store));
    }

    IndexStore store() {
        return store;
    }

    Set<ResolutionId> texts() {
        return Set.copyOf(versions.keySet());
    }

    /** Of texts and of other modules. */
    long passages() {
        return Math.max(0, store.documents() - versions.size());
    }

    boolean holds(ResolutionId id, @Nullable String version) {
        return Objects.equals(versions.get(id), version);
    }

    /** Puts a passage of another module, in place of the one with its key. */
    void put(Passage passage) throws IOException {
        try {
            var key = key(passage.key());
            store.writer().updateDocument(key, PassageDocuments.ofElsewhere(passage));
            skipped.remove(IndexFields.ELSEWHERE, passage.key());
        } catch (IOException | RuntimeException e) {
            // When the index itself has failed, all of it is compared again; nothing can be said of this passage.
            if (!store.isUsable()) {
                throw e;
            }
            remove(passage.key());
            skipped.add(IndexFields.ELSEWHERE, passage.key(), Reason.NOT_INDEXABLE, e);
        }
    }

    /** Deletes a passage of another module. */
    void remove(String key) throws IOException {
        if (canBeTerm(key)) {
            store.writer().deleteDocuments(key(key));
        }
    }

    /** Replaces the passages of a text, all at once. */
    void putText(ResolutionId id, List<Passage> passages, String version) throws IOException {
        var library = new Term(IndexFields.LIBRARY, id.value());
        skipped.removeAll(id.value());
        Map<String, Document> documents = new HashMap<>();
        List<Document> block = new ArrayList<>();
        for (Passage passage : passages) {
            try {
                var document = PassageDocuments.ofText(id, passage);
                documents.put(passage.key(), document);
                block.add(document);
            } catch (RuntimeException e) {
                skipped.add(id.value(), passage.key(), Reason.NOT_INDEXABLE, e);
            }
        }
        try {
            store.writer().updateDocuments(library, with(record(id, version, block.size() < passages.size()), block));
        } catch (IOException | RuntimeException e) {
            if (!store.isUsable()) {
                throw e;
            }
            block.removeAll(refused(id, documents));
            store.writer().updateDocuments(library, with(record(id, version, true), block));
        }
        versions.put(id, version);
    }

    void removeText(ResolutionId id) throws IOException {
        store.writer().deleteDocuments(new Term(IndexFields.LIBRARY, id.value()));
        versions.remove(id);
        skipped.removeAll(id.value());
    }

    /** Tries one document after the other in an index that is thrown away: a writer does not say which of many it refused. */
    private List<Document> refused(ResolutionId id, Map<String, Document> documents) throws IOException {
        List<Document> refused = new ArrayList<>();
        try (var nowhere = new ByteBuffersDirectory();
                var trial = new IndexWriter(nowhere, new IndexWriterConfig(Chain.byField()))) {
            for (var document : documents.entrySet()) {
                try {
                    trial.addDocument(document.getValue());
                } catch (IOException | RuntimeException e) {
                    refused.add(document.getValue());
                    skipped.add(id.value(), document.getKey(), Reason.NOT_INDEXABLE, e);
                }
            }
        }
        return refused;
    }

    /** Those of which the index holds nothing, or something else. */
    List<Passage> changed(List<Passage> passages) throws IOException {
        return store.search(searcher -> {
            List<Passage> changed = new ArrayList<>();
            for (Passage passage : passages) {
                ScoreDoc[] held =
                        searcher.search(new ConstantScoreQuery(new TermQuery(key(passage.key()))), 1).scoreDocs;
                if (held.length == 0
                        || !areAlike(passage, searcher.storedFields().document(held[0].doc))) {
                    changed.add(passage);
                }
            }
            return changed;
        });
    }

    /** One that cannot even be compared counts as changed: writing it says what is wrong. */
    private static boolean areAlike(Passage passage, Document held) {
        try {
            return PassageDocuments.areAlike(WellFormed.of(passage), held);
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Keys of all passages of other modules. */
    List<String> keysElsewhere() throws IOException {
        return store.search(searcher -> {
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

    private static Map<ResolutionId, String> readVersions(IndexStore store) throws IOException {
        return store.search(searcher -> {
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
        });
    }

    private static Document record(ResolutionId id, String version, boolean incomplete) {
        var record = new Document();
        record.add(new StringField(IndexFields.LIBRARY, id.value(), Store.NO));
        record.add(new StringField(IndexFields.LEVEL, IndexFields.RECORD, Store.NO));
        var value = id.value() + ' ' + version + (incomplete ? INCOMPLETE : "");
        record.add(new BinaryDocValuesField(IndexFields.VERSION, new BytesRef(value)));
        return record;
    }

    private static List<Document> with(Document record, List<Document> block) {
        List<Document> all = new ArrayList<>(block);
        all.add(record);
        return all;
    }

    /** Never one that is too long: a document of it would be refused, but deleting it ends the writer. */
    private static Term key(String key) {
        if (!canBeTerm(key)) {
            throw new IllegalArgumentException("a key of " + key.length() + " characters is too long");
        }
        return new Term(IndexFields.KEY, WellFormed.of(key));
    }

    private static boolean canBeTerm(String key) {
        return UnicodeUtil.calcUTF16toUTF8Length(key, 0, key.length()) <= IndexWriter.MAX_TERM_LENGTH;
    }
}
