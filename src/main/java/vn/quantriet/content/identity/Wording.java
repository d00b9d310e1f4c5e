package vn.quantriet.content.identity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a clause in a form in which two can be compared: pairs of neighbouring syllables, counted, without case and marks. */
final class Wording {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private final String title;
    private final Map<String, Integer> titlePairs;
    private final Map<String, Integer> pairs;
    private final int size;
    private final int titleSize;
    private final int textWords;

    Wording(Written clause) {
        var titleWords = words(clause.title());
        var text = words(clause.text());
        title = String.join(" ", titleWords);
        titlePairs = pairs(titleWords);
        titleSize = sum(titlePairs);
        pairs = new HashMap<>(titlePairs);
        pairs(text).forEach((pair, count) -> pairs.merge(pair, count, Integer::sum));
        size = sum(pairs);
        textWords = text.size();
    }

    String title() {
        return title;
    }

    /** Of the text, the title not counted. */
    int textWords() {
        return textWords;
    }

    Set<String> pairs() {
        return pairs.keySet();
    }

    Set<String> titlePairs() {
        return titlePairs.keySet();
    }

    /** Of titles, from 0 to 1. */
    double titleLikeness(Wording other) {
        return title.equals(other.title) ? 1 : dice(shared(titlePairs, other.titlePairs), titleSize, other.titleSize);
    }

    /** Of titles and texts together, from 0 to 1; 1 also for the same pairs in another order. */
    double likeness(Wording other) {
        return dice(shared(pairs, other.pairs), size, other.size);
    }

    private static double dice(int shared, int one, int other) {
        return one + other == 0 ? 0 : 2.0 * shared / (one + other);
    }

    private static int shared(Map<String, Integer> one, Map<String, Integer> other) {
        var small = one.size() < other.size() ? one : other;
        var large = small == one ? other : one;
        int count = 0;
        for (var entry : small.entrySet()) {
            count += Math.min(entry.getValue(), large.getOrDefault(entry.getKey(), 0));
        }
        return count;
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        var matcher =
                WORD.matcher(Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    private static Map<String, Integer> pairs(List<String> words) {
        Map<String, Integer> pairs = new HashMap<>();
        for (int i = 1; i < words.size(); i++) {
            pairs.merge(words.get(i - 1) + " " + words.get(i), 1, Integer::sum);
        }
        if (words.size() == 1) {
            pairs.merge(words.getFirst(), 1, Integer::sum);
        }
        return pairs;
    }
}
