package vn.quantriet.search.lucene;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.search.Passage;

/** In which cell of a {@link Tally} each document of a segment counts, read once and kept as long as the segment is. */
final class SegmentCells {
    /** Of what is no passage. */
    static final int NONE = -1;

    private static final Map<IndexReader.CacheKey, int[]> KEPT = new ConcurrentHashMap<>();

    private SegmentCells() {}

    /** By document. Not to be changed. */
    static int[] of(LeafReader reader) throws IOException {
        var segment = reader.getCoreCacheHelper();
        if (segment == null) {
            return read(reader);
        }
        var kept = KEPT.get(segment.getKey());
        if (kept == null) {
            kept = read(reader);
            if (KEPT.putIfAbsent(segment.getKey(), kept) == null) {
                segment.addClosedListener(KEPT::remove);
            }
        }
        return kept;
    }

    private static int[] read(LeafReader reader) throws IOException {
        var texts = LuceneView.values(reader, IndexFields.RESOLUTION);
        var numbers = new int[texts.getValueCount()];
        for (int ordinal = 0; ordinal < numbers.length; ordinal++) {
            numbers[ordinal] =
                    TextNumbers.of(new ResolutionId(texts.lookupOrd(ordinal).utf8ToString()));
        }
        var kinds = LuceneView.values(reader, IndexFields.KIND);
        var named = new Passage.Kind[kinds.getValueCount()];
        for (int ordinal = 0; ordinal < named.length; ordinal++) {
            named[ordinal] = Passage.Kind.valueOf(kinds.lookupOrd(ordinal).utf8ToString());
        }
        var cells = new int[reader.maxDoc()];
        for (int document = 0; document < cells.length; document++) {
            cells[document] = texts.advanceExact(document) && kinds.advanceExact(document)
                    ? Tally.cell(numbers[texts.ordValue()], named[kinds.ordValue()])
                    : NONE;
        }
        return cells;
    }
}
