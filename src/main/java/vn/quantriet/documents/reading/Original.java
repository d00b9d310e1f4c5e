package vn.quantriet.documents.reading;

import java.util.List;
import java.util.Map;
import vn.quantriet.documents.Unclear;

/**
 * What stands in a file of words.
 *
 * @param notes the words of footnotes and endnotes by the number they are marked with
 * @param unclear what the reader of this kind of file could not take along
 */
public record Original(List<Block> blocks, Map<Integer, List<Run>> notes, List<Unclear> unclear) {
    public Original {
        blocks = List.copyOf(blocks);
        notes = Map.copyOf(notes);
        unclear = List.copyOf(unclear);
    }
}
