package vn.quantriet.search.lucene;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.search.IndexReport.Reason;
import vn.quantriet.search.IndexReport.Skipped;

/** What could not be put into the index, and why; one bad passage must not stop the others. Safe for use by many threads. */
final class SkippedPassages {
    private static final Logger LOG = LoggerFactory.getLogger(SkippedPassages.class);

    /** More than anybody reads. When everything fails, a list of it would fill the memory. */
    private static final int MOST = 1000;

    private static final int LONGEST_KEY = 200;

    /** By place and key. The place is a text, or other modules as one. */
    private final Map<String, Map<String, Skipped>> byPlace = new LinkedHashMap<>();

    private int listed;
    private long unlisted;

    /** Its message is not kept: it may hold words of the passage. */
    synchronized void add(String place, String key, Reason reason, Throwable error) {
        var skipped = new Skipped(clipped(key), reason, error.getClass().getSimpleName());
        if (skipped.equals(byPlace.getOrDefault(place, Map.of()).get(key))) {
            return;
        }
        LOG.warn(
                "{} is left out of the index: {}",
                skipped.key(),
                error.getClass().getName());
        if (listed == MOST) {
            unlisted++;
        } else if (byPlace.computeIfAbsent(place, p -> new LinkedHashMap<>()).put(key, skipped) == null) {
            listed++;
        }
    }

    /** One that is too long for the index is also too long to be shown. */
    private static String clipped(String key) {
        return key.length() <= LONGEST_KEY ? key : key.substring(0, LONGEST_KEY) + "…";
    }

    /** The passage is in the index, or is no more. */
    synchronized void remove(String place, String key) {
        removeIf(place, key::equals);
    }

    synchronized void removeAll(String place) {
        removeIf(place, key -> true);
    }

    /** Keeps of a place what was skipped just now. */
    synchronized void retain(String place, Set<String> keys) {
        removeIf(place, key -> !keys.contains(key));
    }

    /** Before everything is compared again: what is not listed is counted anew. */
    synchronized void recount() {
        unlisted = 0;
    }

    private void removeIf(String place, Predicate<String> gone) {
        var there = byPlace.get(place);
        if (there == null) {
            return;
        }
        int before = there.size();
        there.keySet().removeIf(gone);
        listed -= before - there.size();
        if (there.isEmpty()) {
            byPlace.remove(place);
        }
    }

    synchronized long count() {
        return listed + unlisted;
    }

    synchronized List<Skipped> list() {
        return byPlace.values().stream()
                .flatMap(there -> there.values().stream())
                .toList();
    }

    /** Texts that could not be read at all. */
    synchronized Set<ResolutionId> unreadableTexts() {
        return byPlace.entrySet().stream()
                .filter(place -> !place.getKey().equals(IndexFields.ELSEWHERE))
                .filter(place -> place.getValue().values().stream().anyMatch(s -> s.reason() == Reason.UNREADABLE))
                .map(place -> new ResolutionId(place.getKey()))
                .collect(Collectors.toSet());
    }
}
