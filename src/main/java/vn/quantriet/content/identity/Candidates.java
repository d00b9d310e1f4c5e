package vn.quantriet.content.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Pairs of an earlier clause and a new one that may be the same, the likeliest first. */
final class Candidates {
    private final List<Pair> pairs;
    private final Map<Integer, List<Pair>> byEarlier = new HashMap<>();
    private final Map<Integer, List<Pair>> byNow = new HashMap<>();

    /**
     * @param likeness of their words
     * @param score by which pairs are compared
     */
    record Pair(int earlier, int now, double likeness, double score) {}

    Candidates(List<Pair> found, Comparator<Pair> order) {
        pairs = found.stream().sorted(order).toList();
        for (var pair : pairs) {
            byEarlier.computeIfAbsent(pair.earlier(), e -> new ArrayList<>()).add(pair);
            byNow.computeIfAbsent(pair.now(), n -> new ArrayList<>()).add(pair);
        }
    }

    List<Pair> pairs() {
        return pairs;
    }

    /** The best score of another open pair that wants one of the two; 0 when there is none. */
    double rival(Pair pair, Predicate<Pair> isOpen) {
        double best = 0;
        for (var rivals :
                List.of(byEarlier.getOrDefault(pair.earlier(), List.of()), byNow.getOrDefault(pair.now(), List.of()))) {
            for (var rival : rivals) {
                if (rival.score() > best && rival != pair && isOpen.test(rival)) {
                    best = rival.score();
                }
            }
        }
        return best;
    }

    /** For each key the clauses that have it, except for keys that too many have to tell anything. */
    static final class Postings {
        private static final int COMMON = 200;

        private final Map<String, List<Integer>> clauses = new HashMap<>();

        Postings(List<Integer> indexes, Function<Integer, Set<String>> keys) {
            for (int i : indexes) {
                for (var key : keys.apply(i)) {
                    clauses.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
                }
            }
        }

        Set<Integer> with(Set<String> keys) {
            Set<Integer> found = new LinkedHashSet<>();
            for (var key : keys) {
                var some = clauses.getOrDefault(key, List.of());
                if (some.size() <= COMMON) {
                    found.addAll(some);
                }
            }
            return found;
        }
    }
}
