package vn.quantriet.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.search.Passage;
import vn.quantriet.search.Passage.Audience;
import vn.quantriet.search.lucene.PassageEngine.Matches;

/**
 * Counts into one array per segment, by ordinals, and remembers what matched. Only local notes, of which there are few, are also
 * counted by unit.
 */
final class TallyManager implements CollectorManager<TallyManager.Counting, Matches> {
    private static final Passage.Kind[] KINDS = Passage.Kind.values();

    private final List<Weight> besides;

    /** @param besides what a document must match besides the query */
    TallyManager(List<Weight> besides) {
        this.besides = besides;
    }

    @Override
    public Counting newCollector() {
        return new Counting(besides);
    }

    @Override
    public Matches reduce(Collection<Counting> collectors) throws IOException {
        Map<ResolutionId, long[]> byText = new HashMap<>();
        Map<Tally.Place, Long> localNotes = new HashMap<>();
        Map<Object, FixedBitSet> matched = new HashMap<>();
        for (Counting counting : collectors) {
            for (Segment segment : counting.segments) {
                segment.addTo(byText, localNotes);
                matched.put(segment.identity, segment.matched);
            }
        }
        return new Matches(tally(byText, localNotes), new MatchedQuery(matched));
    }

    private static Tally tally(Map<ResolutionId, long[]> byText, Map<Tally.Place, Long> localNotes) {
        List<Tally.Cell> cells = new ArrayList<>(byText.size() + localNotes.size());
        byText.forEach((text, counts) -> {
            for (Passage.Kind kind : KINDS) {
                if (counts[kind.ordinal()] > 0) {
                    cells.add(
                            new Tally.Cell(new Tally.Place(text, kind, OptionalLong.empty()), counts[kind.ordinal()]));
                }
            }
        });
        localNotes.forEach((place, passages) -> cells.add(new Tally.Cell(place, passages)));
        return new Tally(cells);
    }

    static final class Counting implements Collector {
        private final List<Weight> besides;
        private final List<Segment> segments = new ArrayList<>();

        Counting(List<Weight> besides) {
            this.besides = besides;
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
            var segment = new Segment(context, admitted(context));
            segments.add(segment);
            return segment;
        }

        private FixedBitSet admitted(LeafReaderContext context) throws IOException {
            var admitted = new FixedBitSet(context.reader().maxDoc());
            admitted.set(0, admitted.length());
            for (Weight weight : besides) {
                var one = new FixedBitSet(admitted.length());
                var matching = weight.scorer(context);
                if (matching != null) {
                    one.or(matching.iterator());
                }
                admitted.and(one);
            }
            return admitted;
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }

    private static final class Segment implements LeafCollector {
        private final Object identity;
        private final FixedBitSet admitted;
        private final FixedBitSet matched;
        private final SortedDocValues texts;
        private final ResolutionId[] ids;
        private final SortedDocValues kinds;
        private final SortedDocValues audiences;
        private final int kindCount;
        private final int localNote;
        private final int[] counts;
        private final Map<Long, Integer> notes = new HashMap<>();

        Segment(LeafReaderContext context, FixedBitSet admitted) throws IOException {
            this.admitted = admitted;
            LeafReader reader = context.reader();
            identity = context.id();
            matched = new FixedBitSet(reader.maxDoc());
            texts = LuceneView.values(reader, IndexFields.RESOLUTION);
            ids = SegmentTexts.of(reader);
            kinds = LuceneView.values(reader, IndexFields.KIND);
            audiences = LuceneView.values(reader, IndexFields.AUDIENCE);
            kindCount = kinds.getValueCount();
            localNote = kinds.lookupTerm(new BytesRef(Passage.Kind.LOCAL_NOTE.name()));
            counts = new int[texts.getValueCount() * kindCount];
        }

        @Override
        public void setScorer(Scorable scorer) {}

        @Override
        public void collect(int doc) throws IOException {
            if (!admitted.get(doc) || !texts.advanceExact(doc) || !kinds.advanceExact(doc)) {
                return;
            }
            matched.set(doc);
            int kind = kinds.ordValue();
            if (kind == localNote && audiences.advanceExact(doc)) {
                notes.merge((long) texts.ordValue() << 32 | audiences.ordValue(), 1, Integer::sum);
            } else {
                counts[texts.ordValue() * kindCount + kind]++;
            }
        }

        void addTo(Map<ResolutionId, long[]> byText, Map<Tally.Place, Long> localNotes) throws IOException {
            var kindOf = new Passage.Kind[kindCount];
            for (int kind = 0; kind < kindCount; kind++) {
                kindOf[kind] = Passage.Kind.valueOf(kinds.lookupOrd(kind).utf8ToString());
            }
            for (int at = 0; at < counts.length; at++) {
                if (counts[at] > 0) {
                    byText.computeIfAbsent(ids[at / kindCount], text -> new long[KINDS.length])[
                                    kindOf[at % kindCount].ordinal()] +=
                            counts[at];
                }
            }
            for (var note : notes.entrySet()) {
                var audience = PassageDocuments.audience(
                        audiences.lookupOrd(note.getKey().intValue()).utf8ToString());
                var unit =
                        audience instanceof Audience.UnitAndBelow(long id) ? OptionalLong.of(id) : OptionalLong.empty();
                var place = new Tally.Place(ids[(int) (note.getKey() >> 32)], Passage.Kind.LOCAL_NOTE, unit);
                localNotes.merge(place, (long) note.getValue(), Long::sum);
            }
        }
    }
}
