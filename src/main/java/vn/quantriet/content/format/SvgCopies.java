package vn.quantriet.content.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Counts what a browser would draw: an element that copies others that copy others grows without end. */
final class SvgCopies {
    private static final long MOST = 200_000;

    /** Copies of copies of copies; no drawing needs so many, and whoever follows them needs a stack. */
    private static final int DEEPEST = 500;

    private static final Pattern REFERENCE = Pattern.compile("url\\(\\s*['\"]?#([^)'\"\\s]+)['\"]?\\s*\\)");

    /** Elements, and targets copied, within each identified element; the empty name is the whole drawing. */
    private final Map<String, Long> elements = new HashMap<>();

    private final Map<String, List<String>> targets = new HashMap<>();
    private final Deque<List<String>> open = new ArrayDeque<>();

    /** An element begins, within those that have not ended. */
    void open(Map<String, String> attributes) {
        List<String> within = new ArrayList<>(open.isEmpty() ? List.of("") : open.peek());
        var id = attributes.get("id");
        if (id != null) {
            within.add(id);
        }
        open.push(within);
        List<String> copied = new ArrayList<>();
        var href = attributes.get("href");
        if (href != null) {
            copied.add(href.substring(1));
        }
        attributes.values().forEach(value -> REFERENCE.matcher(value).results().forEach(r -> copied.add(r.group(1))));
        for (var name : within) {
            elements.merge(name, 1L, Long::sum);
            targets.computeIfAbsent(name, n -> new ArrayList<>()).addAll(copied);
        }
    }

    void close() {
        open.pop();
    }

    boolean areTooMany() {
        return size("", new HashMap<>(), new HashSet<>()) > MOST;
    }

    /** Elements drawn for one name; beyond {@link #MOST} when it copies itself. */
    private long size(String name, Map<String, Long> known, Set<String> above) {
        var before = known.get(name);
        if (before != null) {
            return before;
        }
        if (above.size() >= DEEPEST || !above.add(name)) {
            return MOST + 1;
        }
        long size = elements.getOrDefault(name, 0L);
        for (var target : targets.getOrDefault(name, List.of())) {
            size += size(target, known, above);
            if (size > MOST) {
                break;
            }
        }
        above.remove(name);
        known.put(name, size);
        return size;
    }
}
