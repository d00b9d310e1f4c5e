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
import java.util.OptionalLong;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
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
import vn.quantriet.content.ResolutionId;
import vn.quantriet.search.Passage;
import vn.quantriet.search.Passage.Audience;

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
    public Tally tally(Query matching) {
        return reading(() -> searcher.search(matching, new TallyManager()));
    }

    @Override
    public List<Candidate> best(Query matching, Query score, int most) {
        return reading(() -> {
            var scored = new BooleanQuery.Builder()
                    .add(matching, Occur.FILTER)
                    .add(score, Occur.SHOULD)
                    .build();
            return described(searcher.search(scored, most).scoreDocs);
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

    private static SortedDocValues values(LeafReader reader, String field) throws IOException {
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

    /** Counts into one array per segment, by ordinals; only local notes, of which there are few, also by unit. */
    private static final class TallyManager implements CollectorManager<TallyManager.Counting, Tally> {
        @Override
        public Counting newCollector() {
            return new Counting();
        }

        @Override
        public Tally reduce(Collection<Counting> collectors) throws IOException {
            Map<Tally.Place, Long> cells = new HashMap<>();
            for (Counting counting : collectors) {
                for (Segment segment : counting.segments) {
                    segment.addTo(cells);
                }
            }
            return Tally.of(cells);
        }

        private static final class Counting implements Collector {
            private final List<Segment> segments = new ArrayList<>();

            @Override
            public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
                var segment = new Segment(context.reader());
                segments.add(segment);
                return segment;
            }

            @Override
            public ScoreMode scoreMode() {
                return ScoreMode.COMPLETE_NO_SCORES;
            }
        }

        private static final class Segment implements LeafCollector {
            private final SortedDocValues texts;
            private final SortedDocValues kinds;
            private final SortedDocValues audiences;
            private final int kindCount;
            private final int localNote;
            private final int[] counts;
            private final Map<Long, Integer> localNotes = new HashMap<>();

            Segment(LeafReader reader) throws IOException {
                texts = values(reader, IndexFields.RESOLUTION);
                kinds = values(reader, IndexFields.KIND);
                audiences = values(reader, IndexFields.AUDIENCE);
                kindCount = kinds.getValueCount();
                localNote = kinds.lookupTerm(new org.apache.lucene.util.BytesRef(Passage.Kind.LOCAL_NOTE.name()));
                counts = new int[texts.getValueCount() * kindCount];
            }

            @Override
            public void setScorer(Scorable scorer) {}

            @Override
            public void collect(int doc) throws IOException {
                if (!texts.advanceExact(doc) || !kinds.advanceExact(doc)) {
                    return;
                }
                int kind = kinds.ordValue();
                if (kind == localNote && audiences.advanceExact(doc)) {
                    localNotes.merge((long) texts.ordValue() << 32 | audiences.ordValue(), 1, Integer::sum);
                } else {
                    counts[texts.ordValue() * kindCount + kind]++;
                }
            }

            void addTo(Map<Tally.Place, Long> cells) throws IOException {
                Passage.Kind[] kindOf = new Passage.Kind[kindCount];
                for (int kind = 0; kind < kindCount; kind++) {
                    kindOf[kind] = Passage.Kind.valueOf(kinds.lookupOrd(kind).utf8ToString());
                }
                for (int at = 0; at < counts.length; at++) {
                    if (counts[at] > 0) {
                        var place = new Tally.Place(text(at / kindCount), kindOf[at % kindCount], OptionalLong.empty());
                        cells.merge(place, (long) counts[at], Long::sum);
                    }
                }
                for (var note : localNotes.entrySet()) {
                    int audience = note.getKey().intValue();
                    var unit = PassageDocuments.audience(
                                            audiences.lookupOrd(audience).utf8ToString())
                                    instanceof Audience.UnitAndBelow(long id)
                            ? OptionalLong.of(id)
                            : OptionalLong.empty();
                    var place = new Tally.Place(text((int) (note.getKey() >> 32)), Passage.Kind.LOCAL_NOTE, unit);
                    cells.merge(place, (long) note.getValue(), Long::sum);
                }
            }

            private ResolutionId text(int ordinal) throws IOException {
                return new ResolutionId(texts.lookupOrd(ordinal).utf8ToString());
            }
        }
    }
}
