package vn.quantriet.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
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
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import vn.quantriet.content.ResolutionId;
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
        return reading(() -> {
            Query words = words(matching);
            List<Weight> besides = new ArrayList<>();
            if (words != matching) {
                for (BooleanClause clause : ((BooleanQuery) matching).clauses()) {
                    if (clause.query() != words) {
                        besides.add(searcher.createWeight(
                                searcher.rewrite(clause.query()), ScoreMode.COMPLETE_NO_SCORES, 1));
                    }
                }
            }
            return searcher.search(words, new TallyManager(besides));
        });
    }

    /**
     * The one part of a query that counts words, or else the whole: Lucene counts many times faster when nothing stands beside it, and
     * what else must match is looked up for each document that holds enough of them.
     */
    private static Query words(Query matching) {
        return matching instanceof BooleanQuery all && all.clauses().stream().allMatch(c -> c.occur() == Occur.FILTER)
                ? all.clauses().stream()
                        .map(BooleanClause::query)
                        .filter(q -> q instanceof BooleanQuery any
                                && any.clauses().stream().allMatch(c -> c.occur() == Occur.SHOULD))
                        .findFirst()
                        .orElse(matching)
                : matching;
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

    /** Doc values are read in the order of documents, and the candidates then put back into theirs. */
    private List<Candidate> described(ScoreDoc[] found) throws IOException {
        var candidates = new Candidate[found.length];
        Integer[] inOrder = new Integer[found.length];
        Arrays.setAll(inOrder, i -> i);
        Arrays.sort(inOrder, Comparator.comparingInt(i -> found[i].doc));
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = null;
        SortedDocValues texts = null;
        SortedDocValues kinds = null;
        for (int i : inOrder) {
            var here = leaves.get(ReaderUtil.subIndex(found[i].doc, leaves));
            if (here != leaf || texts == null || kinds == null) {
                leaf = here;
                texts = values(leaf.reader(), IndexFields.RESOLUTION);
                kinds = values(leaf.reader(), IndexFields.KIND);
            }
            int doc = found[i].doc - leaf.docBase;
            texts.advanceExact(doc);
            kinds.advanceExact(doc);
            candidates[i] = new Candidate(
                    found[i].doc,
                    new ResolutionId(texts.lookupOrd(texts.ordValue()).utf8ToString()),
                    Passage.Kind.valueOf(kinds.lookupOrd(kinds.ordValue()).utf8ToString()),
                    found[i].score);
        }
        return List.of(candidates);
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
