package vn.quantriet.editing;

import java.util.List;
import vn.quantriet.content.TextHistory.Stretch;

/**
 * What differs in one part of a file.
 *
 * @param part its heading line, the later one; empty for what stands before the first heading
 * @param before empty when it was not there; likewise {@code after}
 */
public record PartChange(String path, String part, List<Stretch> before, List<Stretch> after) {
    public PartChange {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    public boolean isAdded() {
        return before.isEmpty();
    }

    public boolean isRemoved() {
        return after.isEmpty();
    }
}
