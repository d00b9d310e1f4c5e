package vn.quantriet.content.format;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.quantriet.content.Attachment;
import vn.quantriet.content.ResolutionId;

/**
 * What lies in {@code files/} beside a file of the library.
 *
 * @param known whether anyone has looked; if not, every name is believed, and addresses hold no hash
 * @param good by name
 * @param bad names of files that cannot be served
 * @param elsewhere addresses, by name, of those that are served from another place than the library
 */
public record AttachedFiles(
        boolean known, Map<String, Attachment> good, Set<String> bad, Map<String, String> elsewhere) {
    public static final AttachedFiles UNKNOWN = new AttachedFiles(false, Map.of(), Set.of());
    public static final AttachedFiles NONE = new AttachedFiles(true, Map.of(), Set.of());

    public AttachedFiles {
        good = Map.copyOf(good);
        bad = Set.copyOf(bad);
        elsewhere = Map.copyOf(elsewhere);
    }

    public AttachedFiles(boolean known, Map<String, Attachment> good, Set<String> bad) {
        this(known, good, bad, Map.of());
    }

    /** These and others that shall lie there. */
    public AttachedFiles and(Collection<Attachment> coming) {
        var all = new TreeMap<>(good);
        var rest = new HashSet<>(bad);
        coming.forEach(attachment -> {
            all.put(attachment.name(), attachment);
            rest.remove(attachment.name());
        });
        return new AttachedFiles(known, all, rest, elsewhere);
    }

    /** The same, some of them served from other addresses. */
    AttachedFiles and(Map<String, String> addresses) {
        return new AttachedFiles(known, good, bad, addresses);
    }

    /** Where a file of the text is served: without its hash when nobody has looked at it, an address that leads to the other one. */
    String address(ResolutionId text, String name) {
        return Optional.ofNullable(elsewhere.get(name))
                .or(() -> Optional.ofNullable(good.get(name)).map(Attachment::href))
                .orElseGet(() -> Attachment.address(text) + name);
    }

    /** Those of {@code names} only. */
    AttachedFiles only(Collection<String> names) {
        if (names.isEmpty()) {
            return NONE;
        }
        var some = new TreeMap<>(good);
        some.keySet().retainAll(names);
        var others = new TreeMap<>(elsewhere);
        others.keySet().retainAll(names);
        return new AttachedFiles(known, some, Set.of(), others);
    }
}
