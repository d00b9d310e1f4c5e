package vn.quantriet.content.identity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.identity.Candidates.Pair;
import vn.quantriet.content.identity.Candidates.Postings;

/**
 * Finds for each clause of a new version which clause of the version before it is. Words decide: the same words are the same clause
 * wherever they stand, and other words at the same place are another one. Titles, places and neighbours help where words alone leave
 * it open, and what still is open is said to be so. No earlier clause is given to two.
 *
 * <p>The numbers below are measured by {@code MatchingTest} on random edits of the sample library.
 */
public final class Matching {
    /** Words so alike are one clause, when none other comes near. */
    private static final double ALIKE = 0.5;

    /** Enough when the title or all that stands around says the same. */
    private static final double LIKE = 0.34;

    /** Less than this is chance: clauses of one text share terms. */
    private static final double CHANCE = 0.2;

    /** By how much the next best must be less likely. */
    private static final double MARGIN = 0.12;

    /** What the same title adds to the likeness of words. */
    private static final double TITLE = 0.15;

    private static final Comparator<Pair> LIKELIEST_FIRST =
            Comparator.comparingDouble(Pair::score).reversed();

    private final Version earlier;
    private final Version now;
    private final @Nullable Verdict[] verdicts;

    /** For each earlier clause the new one that it is, or -1. */
    private final int[] taken;

    private Matching(List<Written> earlier, List<Written> now) {
        this.earlier = new Version(earlier);
        this.now = new Version(now);
        this.verdicts = new Verdict[now.size()];
        this.taken = new int[earlier.size()];
        Arrays.fill(taken, -1);
    }

    /**
     * @param earlier in document order; likewise {@code now}
     * @return a verdict for each of {@code now}
     */
    public static List<Verdict> of(List<Written> earlier, List<Written> now) {
        return of(earlier, now, Map.of());
    }

    /** @param decided what a person said, by index in {@code now}: the index of the earlier clause, or nothing for a new one */
    public static List<Verdict> of(List<Written> earlier, List<Written> now, Map<Integer, Optional<Integer>> decided) {
        var matching = new Matching(earlier, now);
        decided.forEach((n, decision) -> decision.ifPresentOrElse(
                e -> matching.same(e, n, matching.likeness(e, n)), () -> matching.verdicts[n] = new Verdict.New()));
        return matching.match();
    }

    private List<Verdict> match() {
        sameWords();
        var worded = worded();
        // Twice, since what was settled stands around others, and may tell what they are.
        for (int round = 0; round < 2; round++) {
            settle(worded, pair -> isSame(pair, worded));
            var headings = headings();
            settle(headings, pair -> isSameHeading(pair, headings));
        }
        unsure(worded);
        return Arrays.stream(verdicts)
                .map(verdict -> verdict == null ? new Verdict.New() : verdict)
                .toList();
    }

    private void same(int e, int n, double likeness) {
        taken[e] = n;
        verdicts[n] = new Verdict.Same(e, likeness);
    }

    private boolean isOpen(Pair pair) {
        return taken[pair.earlier()] < 0 && verdicts[pair.now()] == null;
    }

    private List<Integer> openEarlier() {
        return IntStream.range(0, taken.length)
                .filter(e -> taken[e] < 0)
                .boxed()
                .toList();
    }

    private List<Integer> openNow() {
        return IntStream.range(0, verdicts.length)
                .filter(n -> verdicts[n] == null)
                .boxed()
                .toList();
    }

    /** The very same title and words: first at the same place, then anywhere in the order in which they stand. */
    private void sameWords() {
        Map<ClauseId, Integer> byPlace = new HashMap<>();
        Map<String, Integer> copies = new HashMap<>();
        for (int e = 0; e < earlier.size(); e++) {
            byPlace.put(earlier.clause(e).place(), e);
            copies.merge(earlier.clause(e).hash(), 1, Integer::sum);
        }
        for (int n = 0; n < now.size(); n++) {
            var e = byPlace.get(now.clause(n).place());
            var hash = now.clause(n).hash();
            if (e != null
                    && taken[e] < 0
                    && verdicts[n] == null
                    && earlier.clause(e).hash().equals(hash)
                    && (!now.isHeading(n) || copies.getOrDefault(hash, 0) == 1)) {
                same(e, n, 1);
            }
        }
        Map<String, Deque<Integer>> byHash = new HashMap<>();
        for (int e : openEarlier()) {
            byHash.computeIfAbsent(earlier.clause(e).hash(), hash -> new ArrayDeque<>())
                    .add(e);
        }
        for (int n : openNow()) {
            var copiesLeft = byHash.get(now.clause(n).hash());
            var e = copiesLeft == null || now.isHeading(n) ? null : copiesLeft.poll();
            if (e != null) {
                same(e, n, 1);
            }
        }
    }

    private Candidates worded() {
        var postings = new Postings(
                openEarlier().stream().filter(e -> !earlier.isHeading(e)).toList(),
                e -> earlier.wording(e).pairs());
        List<Pair> found = new ArrayList<>();
        for (int n : openNow()) {
            if (!now.isHeading(n)) {
                for (int e : postings.with(now.wording(n).pairs())) {
                    double likeness = likeness(e, n);
                    found.add(new Pair(e, n, likeness, likeness + TITLE * title(e, n)));
                }
            }
        }
        return new Candidates(found, LIKELIEST_FIRST);
    }

    private void settle(Candidates candidates, Predicate<Pair> isSure) {
        for (var pair : candidates.pairs()) {
            if (isOpen(pair) && isSure.test(pair)) {
                same(pair.earlier(), pair.now(), pair.likeness());
            }
        }
    }

    private boolean isSame(Pair pair, Candidates others) {
        if (pair.score() - others.rival(pair, this::isOpen) < MARGIN) {
            return false;
        }
        return pair.likeness() >= ALIKE
                || pair.likeness() >= LIKE
                        && (title(pair.earlier(), pair.now()) == 1 || surroundings(pair.earlier(), pair.now()) == 3);
    }

    /** Clauses with few words or none, from the lowest up: by title, and by the clauses below. */
    private Candidates headings() {
        var openEarlier = openEarlier();
        var postings = new Postings(openEarlier, e -> earlier.wording(e).titlePairs());
        List<Pair> found = new ArrayList<>();
        for (int n : openNow()) {
            Set<Integer> met = new HashSet<>(postings.with(now.wording(n).titlePairs()));
            met.addAll(formerParents(n));
            for (int e : met) {
                if (taken[e] < 0 && (now.isHeading(n) || earlier.isHeading(e))) {
                    double title = title(e, n);
                    found.add(new Pair(e, n, Math.max(title, likeness(e, n)), title + below(e, n)));
                }
            }
        }
        return new Candidates(
                found,
                Comparator.<Pair>comparingInt(pair -> -now.clause(pair.now()).depth())
                        .thenComparing(LIKELIEST_FIRST));
    }

    private boolean isSameHeading(Pair pair, Candidates others) {
        int e = pair.earlier();
        int n = pair.now();
        if (pair.score() - others.rival(pair, this::isOpen) < MARGIN) {
            return false;
        }
        double below = below(e, n);
        if (title(e, n) == 1) {
            boolean bare = now.wording(n).textWords() + earlier.wording(e).textWords() == 0;
            return below > 0 || (bare ? surroundings(e, n) > 0 : likeness(e, n) >= ALIKE);
        }
        return below >= ALIKE && title(e, n) >= LIKE || likeness(e, n) >= 0.7 && surroundings(e, n) >= 2;
    }

    /** What is left and still resembles something: to be asked. */
    private void unsure(Candidates worded) {
        List<Pair> found = new ArrayList<>();
        worded.pairs().stream().filter(pair -> pair.likeness() >= CHANCE).forEach(found::add);
        var postings = new Postings(openEarlier(), e -> earlier.wording(e).titlePairs());
        for (int n : openNow()) {
            Set<Integer> met = new HashSet<>(postings.with(now.wording(n).titlePairs()));
            met.addAll(formerParents(n));
            for (int e : met) {
                double score = title(e, n) + below(e, n);
                if (score >= ALIKE) {
                    found.add(new Pair(e, n, likeness(e, n), score));
                }
            }
        }
        var offered = new boolean[earlier.size()];
        for (var pair : new Candidates(found, LIKELIEST_FIRST).pairs()) {
            if (isOpen(pair) && !offered[pair.earlier()]) {
                offered[pair.earlier()] = true;
                verdicts[pair.now()] = new Verdict.Unsure(pair.earlier(), pair.likeness());
            }
        }
    }

    private double likeness(int e, int n) {
        return now.wording(n).likeness(earlier.wording(e));
    }

    private double title(int e, int n) {
        return now.wording(n).titleLikeness(earlier.wording(e));
    }

    /** The earlier clauses under which those now below {@code n} stood. */
    private List<Integer> formerParents(int n) {
        List<Integer> parents = new ArrayList<>();
        for (int child : now.children(n)) {
            if (verdicts[child] instanceof Verdict.Same(int e, double likeness) && earlier.parent(e) >= 0) {
                parents.add(earlier.parent(e));
            }
        }
        return parents;
    }

    /** The share of the clauses below that both have in common. */
    private double below(int e, int n) {
        int most = Math.max(earlier.children(e).size(), now.children(n).size());
        long shared = earlier.children(e).stream()
                .filter(child -> taken[child] >= 0 && now.parent(taken[child]) == n)
                .count();
        return most == 0 ? 0 : (double) shared / most;
    }

    /** How many of parent, clause before and clause after are those that stood there earlier. */
    private int surroundings(int e, int n) {
        return (agree(earlier.parent(e), now.parent(n)) ? 1 : 0)
                + (agree(earlier.previous(e), now.previous(n)) ? 1 : 0)
                + (agree(earlier.next(e), now.next(n)) ? 1 : 0);
    }

    private boolean agree(int e, int n) {
        return e < 0 || n < 0 ? e == n : taken[e] == n;
    }
}
