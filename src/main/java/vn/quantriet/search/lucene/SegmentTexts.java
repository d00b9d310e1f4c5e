package vn.quantriet.search.lucene;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import vn.quantriet.content.ResolutionId;

/** The texts of a segment by their ordinals, read once and kept as long as the segment is. */
final class SegmentTexts {
    private static final Map<IndexReader.CacheKey, ResolutionId[]> KEPT = new ConcurrentHashMap<>();

    private SegmentTexts() {}

    /** Not to be changed. */
    static ResolutionId[] of(LeafReader reader) throws IOException {
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

    private static ResolutionId[] read(LeafReader reader) throws IOException {
        var texts = LuceneView.values(reader, IndexFields.RESOLUTION);
        var ids = new ResolutionId[texts.getValueCount()];
        for (int ordinal = 0; ordinal < ids.length; ordinal++) {
            ids[ordinal] = new ResolutionId(texts.lookupOrd(ordinal).utf8ToString());
        }
        return ids;
    }
}
