package vn.quantriet.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

/** What a query matches is told by bits exactly as Lucene tells it document by document. */
class BitQueryTest {
    private static final int DOCUMENTS = 3 * BitQuery.STRETCH + 100;
    private static final int WORDS = 30;

    @Test
    void matchesWhatLuceneMatches() throws IOException {
        long seed = System.nanoTime();
        var random = new Random(seed);
        try (var directory = new ByteBuffersDirectory()) {
            write(directory, random);
            try (var reader = DirectoryReader.open(directory)) {
                assertThat(reader.leaves()).hasSizeGreaterThan(1);
                assertThat(reader.hasDeletions()).isTrue();
                var searcher = new IndexSearcher(reader);
                int found = 0;
                for (int i = 0; i < 500; i++) {
                    Query query = query(random, 3);
                    Set<Integer> expected = byLucene(searcher, query);
                    found += expected.isEmpty() ? 0 : 1;
                    assertThat(byBits(searcher, query))
                            .as("seed %d: %s", seed, query)
                            .isEqualTo(expected);
                }
                assertThat(found).as("queries that find, seed %d", seed).isGreaterThan(200);
            }
        }
    }

    private static void write(ByteBuffersDirectory directory, Random random) throws IOException {
        var config = new IndexWriterConfig(new WhitespaceAnalyzer()).setMergePolicy(NoMergePolicy.INSTANCE);
        try (var writer = new IndexWriter(directory, config)) {
            for (int i = 0; i < DOCUMENTS; i++) {
                var document = new Document();
                var text = new StringBuilder();
                for (int words = random.nextInt(12); words > 0; words--) {
                    text.append(word(random)).append(' ');
                }
                document.add(new TextField("text", text.toString(), Store.NO));
                document.add(new StringField("id", String.valueOf(i), Store.NO));
                writer.addDocument(document);
                if (i == 2 * BitQuery.STRETCH + 64 || i == DOCUMENTS - 50) {
                    writer.flush();
                }
            }
            for (int i = 0; i < DOCUMENTS / 10; i++) {
                writer.deleteDocuments(new Term("id", String.valueOf(random.nextInt(DOCUMENTS))));
            }
        }
    }

    /** Some are in most documents, some in hardly any, as words are. */
    private static String word(Random random) {
        return "w" + (int) (WORDS * Math.pow(random.nextDouble(), 3));
    }

    private static Query query(Random random, int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(10);
        return switch (kind) {
            case 0 -> new TermQuery(new Term("text", random.nextInt(8) == 0 ? "never" : word(random)));
            case 1 -> new PhraseQuery("text", word(random), word(random));
            case 2 -> new PrefixQuery(new Term("text", "w" + random.nextInt(4)));
            default -> combined(random, depth);
        };
    }

    private static Query combined(Random random, int depth) {
        var all = new BooleanQuery.Builder();
        List<Occur> occurs = random.nextInt(3) == 0 ? List.of(Occur.values()) : List.of(Occur.SHOULD);
        int optional = 0;
        for (int parts = 1 + random.nextInt(9); parts > 0; parts--) {
            Occur occur = occurs.get(random.nextInt(occurs.size()));
            optional += occur == Occur.SHOULD ? 1 : 0;
            all.add(query(random, depth - 1), occur);
        }
        return all.setMinimumNumberShouldMatch(random.nextInt(optional + 2)).build();
    }

    private static Set<Integer> byLucene(IndexSearcher searcher, Query query) throws IOException {
        Set<Integer> found = new TreeSet<>();
        var filter = new BooleanQuery.Builder().add(query, Occur.FILTER).build();
        for (var hit : searcher.search(filter, DOCUMENTS).scoreDocs) {
            found.add(hit.doc);
        }
        return found;
    }

    private static Set<Integer> byBits(IndexSearcher searcher, Query query) throws IOException {
        Set<Integer> found = new TreeSet<>();
        var bits = BitQuery.of(searcher, query);
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            var all = bits.in(segment).all(segment.reader().maxDoc());
            var live = segment.reader().getLiveDocs();
            if (live != null) {
                live.applyMask(all, 0);
            }
            all.forEach(0, all.length(), segment.docBase, found::add);
        }
        return found;
    }
}
