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
    @Override
    public Counting newCollector() {
        return new Counting();
    }

    @Override
    public Matches reduce(Collection<Counting> collectors) throws IOException {
        Map<Tally.Place, Long> cells = new HashMap<>();
        Map<Object, FixedBitSet> matched = new HashMap<>();
        for (Counting counting : collectors) {
            for (Segment segment : counting.segments) {
                segment.addTo(cells);
                matched.put(segment.identity, segment.matched);
            }
        }
        return new Matches(Tally.of(cells), new MatchedQuery(matched));
    }

    static final class Counting implements Collector {
        private final List<Segment> segments = new ArrayList<>();

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
            var segment = new Segment(context);
            segments.add(segment);
            return segment;
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }

    private static final class Segment implements LeafCollector {
        private final Object identity;
        private final FixedBitSet matched;
        private final SortedDocValues texts;
        private final SortedDocValues kinds;
        private final SortedDocValues audiences;
        private final int kindCount;
        private final int localNote;
        private final int[] counts;
        private final Map<Long, Integer> localNotes = new HashMap<>();

        Segment(LeafReaderContext context) throws IOException {
            LeafReader reader = context.reader();
            identity = context.id();
            matched = new FixedBitSet(reader.maxDoc());
            texts = LuceneView.values(reader, IndexFields.RESOLUTION);
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
            if (!texts.advanceExact(doc) || !kinds.advanceExact(doc)) {
                return;
            }
            matched.set(doc);
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
                var audience = PassageDocuments.audience(
                        audiences.lookupOrd(note.getKey().intValue()).utf8ToString());
                var unit =
                        audience instanceof Audience.UnitAndBelow(long id) ? OptionalLong.of(id) : OptionalLong.empty();
                var place = new Tally.Place(text((int) (note.getKey() >> 32)), Passage.Kind.LOCAL_NOTE, unit);
                cells.merge(place, (long) note.getValue(), Long::sum);
            }
        }

        private ResolutionId text(int ordinal) throws IOException {
            return new ResolutionId(texts.lookupOrd(ordinal).utf8ToString());
        }
    }
}
