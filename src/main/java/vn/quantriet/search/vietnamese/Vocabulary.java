package vn.quantriet.search.vietnamese;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which syllables are in use, how often, and how often one follows another. Built once by one thread, then read by many.
 *
 * <p>Trained from the library only: a private note must not show through in what another member's query is read as.
 */
public final class Vocabulary {
    private static final Pattern SENTENCE_END = Pattern.compile("[.;:!?()\\n]+");
    private static final int MOST_CANDIDATES = 16;

    /** Stands before the first syllable of a sentence. */
    static final int START = 0;

    /** One syllable. */
    static final class Syllable {
        final int id;
        final String canonical;
        private final Map<String, Integer> spellings = new HashMap<>();
        private int count;

        Syllable(int id, String canonical) {
            this.id = id;
            this.canonical = canonical;
        }

        int count() {
            return count;
        }

        /** As it is written most often. */
        String spelling() {
            return spellings.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .orElseThrow()
                    .getKey();
        }

        private void seen(String spelling, int times) {
            spellings.merge(spelling, times, Integer::sum);
            count += times;
        }
    }

    private final Map<String, Syllable> byCanonical = new HashMap<>();
    private final Map<String, List<Syllable>> byKey = new HashMap<>();
    private final Map<Long, Integer> pairs = new HashMap<>();
    private final Map<Integer, Integer> starts = new HashMap<>();
    private int total;
    private int sentences;

    private Vocabulary() {}

    /** A vocabulary of some texts, each with how many times it counts. */
    public static Vocabulary of(Iterable<Sample> samples) {
        var vocabulary = new Vocabulary();
        for (Sample sample : samples) {
            for (String sentence : SENTENCE_END.split(Spelling.clean(sample.text()))) {
                vocabulary.learn(Spelling.words(sentence), sample.times());
            }
        }
        vocabulary.byKey.values().forEach(list -> {
            list.sort(Comparator.comparingInt(Syllable::count).reversed());
            if (list.size() > MOST_CANDIDATES) {
                list.subList(MOST_CANDIDATES, list.size()).clear();
            }
        });
        return vocabulary;
    }

    /** A text to learn from. */
    public record Sample(String text, int times) {}

    /** Syllables written alike but for their marks, the most frequent first. */
    List<Syllable> candidates(String key) {
        return byKey.getOrDefault(key, List.of());
    }

    /** How often the syllable occurs with exactly these marks. */
    int count(String canonical) {
        var syllable = byCanonical.get(canonical);
        return syllable == null ? 0 : syllable.count();
    }

    /** How often a syllable occurs with any marks. */
    int countOfKey(String key) {
        return candidates(key).stream().mapToInt(Syllable::count).sum();
    }

    /** Probability of a syllable by itself, never zero. */
    double probability(Syllable syllable) {
        return (syllable.count() + 0.5) / (total + 1.0);
    }

    /** Probability of a syllable after another, zero when never seen; {@code before} null at the start. */
    double probabilityAfter(@org.jspecify.annotations.Nullable Syllable before, Syllable syllable) {
        if (before == null) {
            return starts.getOrDefault(syllable.id, 0) / (double) Math.max(1, sentences);
        }
        return pairs.getOrDefault(pair(before.id, syllable.id), 0) / (double) Math.max(1, before.count());
    }

    private void learn(List<String> words, int times) {
        int before = START;
        for (String word : words) {
            if (!Character.isLetter(word.charAt(0))) {
                before = START;
                continue;
            }
            var syllable = syllable(word);
            syllable.seen(word, times);
            total += times;
            if (before == START) {
                starts.merge(syllable.id, times, Integer::sum);
                sentences += times;
            } else {
                pairs.merge(pair(before, syllable.id), times, Integer::sum);
            }
            before = syllable.id;
        }
    }

    private Syllable syllable(String word) {
        String canonical = Spelling.canonical(word);
        var known = byCanonical.get(canonical);
        if (known != null) {
            return known;
        }
        var syllable = new Syllable(byCanonical.size() + 1, canonical);
        byCanonical.put(canonical, syllable);
        byKey.computeIfAbsent(Spelling.key(word), k -> new ArrayList<>()).add(syllable);
        return syllable;
    }

    private static long pair(int before, int after) {
        return ((long) before << 32) | after;
    }
}
