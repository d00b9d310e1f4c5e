package vn.quantriet.search.vietnamese;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which syllables are in use, how often, and how often one follows another. Never changes, and is read by many threads; what is learnt
 * on top of it makes another.
 *
 * <p>Trained from the library only: a private note must not show through in what another member's query is read as.
 */
public final class Vocabulary {
    private static final Pattern SENTENCE_END = Pattern.compile("[.;:!?()\\n]+");
    private static final int MOST_CANDIDATES = 16;

    /** Longer ones are nobody's words, and stand in nobody's way. */
    private static final int LONGEST_WORD = 50;

    /** Stands before the first syllable of a sentence. */
    static final int START = 0;

    /** One syllable. */
    static final class Syllable {
        final int id;
        final String canonical;
        private final String key;
        private final Map<String, Integer> spellings;
        private int count;

        private Syllable(int id, String canonical, String key, Map<String, Integer> spellings, int count) {
            this.id = id;
            this.canonical = canonical;
            this.key = key;
            this.spellings = spellings;
            this.count = count;
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

        private Syllable copy() {
            return new Syllable(id, canonical, key, new HashMap<>(spellings), count);
        }
    }

    private final Map<String, Syllable> byCanonical;
    private final Map<String, List<Syllable>> byKey = new HashMap<>();
    private final PairCounts pairs;
    private final Map<Integer, Integer> starts;
    private final int total;
    private final int sentences;

    private Vocabulary(Learning learnt) {
        byCanonical = learnt.byCanonical;
        pairs = learnt.pairs;
        starts = learnt.starts;
        total = learnt.total;
        sentences = learnt.sentences;
        byCanonical
                .values()
                .forEach(s ->
                        byKey.computeIfAbsent(s.key, k -> new ArrayList<>(1)).add(s));
        byKey.values().forEach(list -> {
            list.sort(Comparator.comparingInt(Syllable::count).reversed().thenComparingInt(s -> s.id));
            if (list.size() > MOST_CANDIDATES) {
                list.subList(MOST_CANDIDATES, list.size()).clear();
            }
        });
    }

    /** A vocabulary of some texts, each with how many times it counts. */
    public static Vocabulary of(Iterable<Sample> samples) {
        var learning = new Learning();
        samples.forEach(learning::learn);
        return learning.end();
    }

    /** A text to learn from. */
    public record Sample(String text, int times) {}

    /** Begins to learn more. This vocabulary stays as it is. */
    public Learning learnMore() {
        return new Learning(this);
    }

    /** What was written by {@link #write}. */
    public static Vocabulary read(DataInput in) throws IOException {
        var learning = new Learning();
        for (int left = in.readInt(); left > 0; left--) {
            int id = in.readInt();
            var canonical = in.readUTF();
            var key = in.readUTF();
            Map<String, Integer> spellings = new HashMap<>();
            int count = 0;
            for (int more = in.readInt(); more > 0; more--) {
                var spelling = in.readUTF();
                int times = in.readInt();
                spellings.put(spelling, times);
                count += times;
            }
            learning.byCanonical.put(canonical, new Syllable(id, canonical, key, spellings, count));
        }
        learning.pairs = PairCounts.read(in);
        for (int left = in.readInt(); left > 0; left--) {
            learning.starts.put(in.readInt(), in.readInt());
        }
        learning.total = in.readInt();
        learning.sentences = in.readInt();
        return learning.end();
    }

    public void write(DataOutput out) throws IOException {
        out.writeInt(byCanonical.size());
        for (var syllable : byCanonical.values()) {
            out.writeInt(syllable.id);
            out.writeUTF(syllable.canonical);
            out.writeUTF(syllable.key);
            out.writeInt(syllable.spellings.size());
            for (var spelling : syllable.spellings.entrySet()) {
                out.writeUTF(spelling.getKey());
                out.writeInt(spelling.getValue());
            }
        }
        pairs.write(out);
        out.writeInt(starts.size());
        for (var start : starts.entrySet()) {
            out.writeInt(start.getKey());
            out.writeInt(start.getValue());
        }
        out.writeInt(total);
        out.writeInt(sentences);
    }

    /** Syllables written alike but for their marks, the most frequent first. */
    List<Syllable> candidates(String key) {
        return byKey.getOrDefault(key, List.of());
    }

    /** Every syllable without its marks. */
    Set<String> keys() {
        return byKey.keySet();
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
        return pairs.count(pair(before.id, syllable.id)) / (double) Math.max(1, before.count());
    }

    private static long pair(int before, int after) {
        return ((long) before << 32) | after;
    }

    /** A vocabulary while it grows. For one thread. */
    public static final class Learning {
        private final Map<String, Syllable> byCanonical = new HashMap<>();
        private final Map<Integer, Integer> starts = new HashMap<>();
        private PairCounts pairs = new PairCounts();
        private int total;
        private int sentences;

        private Learning() {}

        private Learning(Vocabulary from) {
            from.byCanonical.forEach((canonical, syllable) -> byCanonical.put(canonical, syllable.copy()));
            starts.putAll(from.starts);
            pairs = from.pairs.copy();
            total = from.total;
            sentences = from.sentences;
        }

        public void learn(Sample sample) {
            learn(sample, false);
        }

        /** Learns what is new in a text of which an earlier version was learnt: saving it often must not make its words frequent. */
        public void learnNew(String text) {
            learn(new Sample(text, 1), true);
        }

        /** Nothing may be learnt with this any more. */
        public Vocabulary end() {
            return new Vocabulary(this);
        }

        private void learn(Sample sample, boolean onlyNew) {
            for (String sentence : SENTENCE_END.split(Spelling.clean(sample.text()))) {
                learn(Spelling.words(sentence), sample.times(), onlyNew);
            }
        }

        private void learn(List<String> words, int times, boolean onlyNew) {
            int before = START;
            for (String word : words) {
                if (!Character.isLetter(word.charAt(0)) || word.length() > LONGEST_WORD) {
                    before = START;
                    continue;
                }
                var syllable = syllable(word);
                if (!onlyNew || syllable.count == 0) {
                    syllable.seen(word, times);
                    total += times;
                }
                if (before == START) {
                    if (!onlyNew) {
                        starts.merge(syllable.id, times, Integer::sum);
                        sentences += times;
                    }
                } else if (!onlyNew || pairs.count(pair(before, syllable.id)) == 0) {
                    pairs.add(pair(before, syllable.id), times);
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
            var syllable = new Syllable(byCanonical.size() + 1, canonical, Spelling.key(word), new HashMap<>(2), 0);
            byCanonical.put(canonical, syllable);
            return syllable;
        }
    }
}
