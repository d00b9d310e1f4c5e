package vn.quantriet.content.merge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Two changes of a list in which each line stands for itself and the order says nothing, such as a word list. There are no conflicts:
 * a line that either removed is gone, one that either added is there, and one that both reworded is there in both wordings. Stateless.
 */
public final class LineMerge {
    private LineMerge() {}

    /** What {@code mine} holds in its order, without what they removed and with what they added at its end. */
    public static List<String> of(List<String> base, List<String> mine, List<String> theirs) {
        Set<String> removed = new HashSet<>(base);
        theirs.forEach(removed::remove);
        removed.removeIf(String::isBlank);
        List<String> merged = new ArrayList<>(mine);
        merged.removeIf(removed::contains);
        Set<String> known = new HashSet<>(base);
        known.addAll(mine);
        theirs.stream().filter(line -> !line.isBlank() && known.add(line)).forEach(merged::add);
        return merged;
    }
}
