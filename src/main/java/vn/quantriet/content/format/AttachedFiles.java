package vn.quantriet.content.format;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.quantriet.content.Attachment;

/**
 * What lies in {@code files/} beside a file of the library.
 *
 * @param known whether anyone has looked; if not, every name is believed, and addresses hold no hash
 * @param good by name
 * @param bad names of files that cannot be served
 */
public record AttachedFiles(boolean known, Map<String, Attachment> good, Set<String> bad) {
    public static final AttachedFiles UNKNOWN = new AttachedFiles(false, Map.of(), Set.of());
    public static final AttachedFiles NONE = new AttachedFiles(true, Map.of(), Set.of());

    public AttachedFiles {
        good = Map.copyOf(good);
        bad = Set.copyOf(bad);
    }

    /** Those of {@code names} only. */
    AttachedFiles only(Collection<String> names) {
        if (names.isEmpty()) {
            return NONE;
        }
        var some = new TreeMap<>(good);
        some.keySet().retainAll(names);
        return new AttachedFiles(known, some, Set.of());
    }
}
