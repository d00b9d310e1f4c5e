package vn.quantriet.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.FixedBitSet;
import vn.quantriet.search.Passage;
import vn.quantriet.search.Passage.Audience;
import vn.quantriet.search.lucene.PassageEngine.Matches;

/** Counts the passages that match, segment by segment, and remembers them. */
final class Counting {
    private final List<int[]> cells = new ArrayList<>();
    private final int[] byCell;
    private final Map<Tally.LocalNotes, Long> localNotes = new HashMap<>();
    private final Map<Object, FixedBitSet> matched = new HashMap<>();

    private Counting(IndexReader index) throws IOException {
        for (LeafReaderContext segment : index.leaves()) {
            cells.add(SegmentCells.of(segment.reader()));
        }
        byCell = new int[Tally.cells()];
    }

    static Matches of(IndexReader index, BitQuery query) throws IOException {
        var counting = new Counting(index);
        for (LeafReaderContext segment : index.leaves()) {
            counting.add(segment, matching(segment, query));
        }
        return new Matches(new Tally(counting.byCell, counting.localNotes), new MatchedQuery(counting.matched));
    }

    private static FixedBitSet matching(LeafReaderContext segment, BitQuery query) throws IOException {
        var matching = query.in(segment).all(segment.reader().maxDoc());
        var live = segment.reader().getLiveDocs();
        if (live != null) {
            live.applyMask(matching, 0);
        }
        return matching;
    }

    private void add(LeafReaderContext segment, FixedBitSet matching) throws IOException {
        matched.put(segment.id(), matching);
        int[] cellOf = cells.get(segment.ord);
        var audiences = LuceneView.values(segment.reader(), IndexFields.AUDIENCE);
        matching.forEach(0, matching.length(), 0, document -> {
            int cell = cellOf[document];
            if (cell == SegmentCells.NONE) {
                return;
            }
            if (Tally.kind(cell) == Passage.Kind.LOCAL_NOTE
                    && audiences.advanceExact(document)
                    && PassageDocuments.audience(
                                    audiences.lookupOrd(audiences.ordValue()).utf8ToString())
                            instanceof Audience.UnitAndBelow(long unit)) {
                localNotes.merge(new Tally.LocalNotes(Tally.text(cell), unit), 1L, Long::sum);
            } else {
                byCell[cell]++;
            }
        });
    }
}
