package vn.quantriet.content.merge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import vn.quantriet.content.merge.Part.Kind;

/**
 * Finds the parts of an earlier file again in a later one: by name in the front matter, elsewhere by their words, title, place and
 * neighbours. Each is found at most once.
 */
final class PartMatching {
    static final int NONE = -1;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
    private static final double LIKE = 0.6;
    private static final double LIKE_AT_SAME_PLACE = 0.35;
    private static final double LIKE_UNDER_SAME_TITLE = 0.2;
    private static final double LIKE_BETWEEN_SAME_NEIGHBOURS = 0.2;

    /** Pairs of parts. Where there are more, a file was written anew, and neighbours must do. */
    private static final long MOST_COMPARED = 250_000;

    private final List<Part> earlier;
    private final List<Part> later;
    private final List<Map<String, Integer>> wordsOfEarlier;
    private final List<Map<String, Integer>> wordsOfLater;
    private final int[] laterOf;
    private final int[] earlierOf;

    private PartMatching(List<Part> earlier, List<Part> later) {
        this.earlier = earlier;
        this.later = later;
        this.wordsOfEarlier = earlier.stream().map(PartMatching::words).toList();
        this.wordsOfLater = later.stream().map(PartMatching::words).toList();
        this.laterOf = new int[earlier.size()];
        this.earlierOf = new int[later.size()];
        Arrays.fill(laterOf, NONE);
        Arrays.fill(earlierOf, NONE);
    }

    /** For each later part the index of the earlier one that it is, or {@link #NONE}. */
    static int[] of(List<Part> earlier, List<Part> later) {
        var matching = new PartMatching(earlier, later);
        matching.byName();
        matching.byEqualWords();
        matching.byLikeness();
        matching.byNeighbours();
        return matching.earlierOf;
    }

    /** Turned round: for each earlier part the index of the later one. */
    static int[] inverse(int[] earlierOf, int earlierSize) {
        var laterOf = new int[earlierSize];
        Arrays.fill(laterOf, NONE);
        for (int i = 0; i < earlierOf.length; i++) {
            if (earlierOf[i] != NONE) {
                laterOf[earlierOf[i]] = i;
            }
        }
        return laterOf;
    }

    private void pair(int before, int now) {
        laterOf[before] = now;
        earlierOf[now] = before;
    }

    private void byName() {
        Map<String, Deque<Integer>> names = new HashMap<>();
        for (int b = 0; b < earlier.size(); b++) {
            if (earlier.get(b).kind() == Kind.FRONT_MATTER) {
                names.computeIfAbsent(earlier.get(b).name(), n -> new ArrayDeque<>())
                        .add(b);
            }
        }
        for (int s = 0; s < later.size(); s++) {
            var same = later.get(s).kind() == Kind.FRONT_MATTER
                    ? names.get(later.get(s).name())
                    : null;
            if (same != null && !same.isEmpty()) {
                pair(same.removeFirst(), s);
            }
        }
    }

    private void byEqualWords() {
        Map<String, Deque<Integer>> unmatched = new HashMap<>();
        for (int b = 0; b < earlier.size(); b++) {
            if (earlier.get(b).kind() == Kind.BODY) {
                unmatched
                        .computeIfAbsent(earlier.get(b).words(), w -> new ArrayDeque<>())
                        .add(b);
            }
        }
        for (int s = 0; s < later.size(); s++) {
            var same = later.get(s).kind() == Kind.BODY
                    ? unmatched.get(later.get(s).words())
                    : null;
            if (same != null && !same.isEmpty()) {
                pair(same.removeFirst(), s);
            }
        }
    }

    private record Candidate(int before, int now, double score, int apart) {}

    private void byLikeness() {
        List<Candidate> candidates = new ArrayList<>();
        if (unmatched(laterOf) * unmatched(earlierOf) > MOST_COMPARED) {
            return;
        }
        for (int b = 0; b < earlier.size(); b++) {
            for (int s = 0; s < later.size() && laterOf[b] == NONE; s++) {
                if (earlierOf[s] == NONE
                        && earlier.get(b).kind() == later.get(s).kind()) {
                    candidate(b, s, candidates);
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::score).reversed().thenComparingInt(Candidate::apart));
        for (var candidate : candidates) {
            if (laterOf[candidate.before()] == NONE && earlierOf[candidate.now()] == NONE) {
                pair(candidate.before(), candidate.now());
            }
        }
    }

    private static long unmatched(int[] indexes) {
        return Arrays.stream(indexes).filter(index -> index == NONE).count();
    }

    private void candidate(int b, int s, List<Candidate> candidates) {
        var before = earlier.get(b);
        var now = later.get(s);
        if (before.kind() == Kind.FRONT_MATTER || before.depth() != now.depth()) {
            return;
        }
        boolean samePlace = !before.place().isEmpty() && before.place().equals(now.place());
        boolean sameTitle = !before.name().isEmpty() && before.name().equals(now.name());
        double like = likeness(wordsOfEarlier.get(b), wordsOfLater.get(s));
        if (like >= LIKE
                || samePlace && (sameTitle || like >= LIKE_AT_SAME_PLACE)
                || sameTitle && like >= LIKE_UNDER_SAME_TITLE) {
            candidates.add(new Candidate(b, s, like + (sameTitle ? 0.5 : 0) + (samePlace ? 0.25 : 0), Math.abs(b - s)));
        }
    }

    /** The only one lost and the only one new between the same two neighbours are one, unless they have nothing in common. */
    private void byNeighbours() {
        for (int b = 0; b < earlier.size(); b++) {
            int s = b == 0 ? 0 : laterOf[b - 1] == NONE ? NONE : laterOf[b - 1] + 1;
            if (laterOf[b] != NONE || s == NONE || s >= later.size() || earlierOf[s] != NONE) {
                continue;
            }
            boolean sameNext =
                    b + 1 == earlier.size() ? s + 1 == later.size() : s + 1 < later.size() && earlierOf[s + 1] == b + 1;
            if (sameNext
                    && earlier.get(b).kind() == later.get(s).kind()
                    && earlier.get(b).kind() == Kind.BODY
                    && earlier.get(b).depth() == later.get(s).depth()
                    && likeness(wordsOfEarlier.get(b), wordsOfLater.get(s)) >= LIKE_BETWEEN_SAME_NEIGHBOURS) {
                pair(b, s);
            }
        }
    }

    private static Map<String, Integer> words(Part part) {
        Map<String, Integer> counts = new HashMap<>();
        for (var word : BETWEEN_WORDS.split(part.words().toLowerCase(Locale.ROOT))) {
            if (!word.isEmpty()) {
                counts.merge(word, 1, Integer::sum);
            }
        }
        return counts;
    }

    /** Twice the words in common over all words, from 0 to 1. */
    private static double likeness(Map<String, Integer> one, Map<String, Integer> other) {
        int all = 0;
        int common = 0;
        for (var entry : one.entrySet()) {
            all += entry.getValue();
            common += Math.min(entry.getValue(), other.getOrDefault(entry.getKey(), 0));
        }
        for (int count : other.values()) {
            all += count;
        }
        return all == 0 ? 0 : 2.0 * common / all;
    }
}
