package vn.quantriet.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import vn.quantriet.search.Passage;

/** One state of the index on this machine. Not to be kept beyond the question it was made for. */
final class LuceneView implements PassageEngine {
    private final IndexSearcher searcher;

    LuceneView(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    @Override
    public boolean any(Query matching) {
        return reading(() -> searcher.search(matching, new AnyManager()));
    }

    @Override
    public Matches matches(Query matching) {
        return reading(() -> Counting.of(searcher.getIndexReader(), BitQuery.of(searcher, matching)));
    }

    @Override
    public List<Candidate> best(Query matching, Query score, int most) {
        return reading(() -> {
            return described(searcher.search(PassageEngine.together(matching, score), most).scoreDocs);
        });
    }

    @Override
    public List<Passage> passages(List<Candidate> candidates) {
        return reading(() -> {
            var stored = searcher.storedFields();
            List<Passage> passages = new ArrayList<>();
            for (Candidate candidate : candidates) {
                passages.add(PassageDocuments.read(stored.document((int) candidate.place())));
            }
            return passages;
        });
    }

    @Override
    public Commonness commonness(Set<String> words) {
        return reading(() -> {
            Map<String, Integer> passages = new HashMap<>();
            for (String word : words) {
                passages.put(word, searcher.getIndexReader().docFreq(new Term(IndexFields.WORDS, word)));
            }
            return new Commonness(passages, searcher.getIndexReader().numDocs());
        });
    }

    private List<Candidate> described(ScoreDoc[] found) throws IOException {
        List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
        List<Candidate> candidates = new ArrayList<>(found.length);
        for (ScoreDoc passage : found) {
            var segment = segments.get(ReaderUtil.subIndex(passage.doc, segments));
            int cell = SegmentCells.of(segment.reader())[passage.doc - segment.docBase];
            candidates.add(
                    new Candidate(passage.doc, TextNumbers.text(Tally.text(cell)), Tally.kind(cell), passage.score));
        }
        return candidates;
    }

    static SortedDocValues values(LeafReader reader, String field) throws IOException {
        return DocValues.getSorted(reader, field);
    }

    private static <T> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    /** Stops at the first. */
    private static final class AnyManager implements CollectorManager<AnyManager.First, Boolean> {
        @Override
        public First newCollector() {
            return new First();
        }

        @Override
        public Boolean reduce(Collection<First> collectors) {
            return collectors.stream().anyMatch(c -> c.found);
        }

        private static final class First implements Collector {
            private boolean found;

            @Override
            public LeafCollector getLeafCollector(LeafReaderContext context) {
                if (found) {
                    throw new org.apache.lucene.search.CollectionTerminatedException();
                }
                return new LeafCollector() {
                    @Override
                    public void setScorer(Scorable scorer) {}

                    @Override
                    public void collect(int doc) {
                        found = true;
                        throw new org.apache.lucene.search.CollectionTerminatedException();
                    }
                };
            }

            @Override
            public ScoreMode scoreMode() {
                return ScoreMode.COMPLETE_NO_SCORES;
            }
        }
    }
}
