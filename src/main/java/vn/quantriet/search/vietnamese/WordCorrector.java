package vn.quantriet.search.vietnamese;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;

/** Finds the words that may be meant by ones that nobody in the library uses: those that are one letter away. */
public final class WordCorrector {
    private static final int SHORTEST = 3;

    private final Vocabulary vocabulary;
    private final AccentRestorer restorer;

    public WordCorrector(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.restorer = new AccentRestorer(vocabulary);
    }

    /** The text with unknown words replaced, and accents that fit them; absent when there is nothing to replace. */
    public Optional<String> correct(String clean) {
        Matcher word = Spelling.wordsIn(clean);
        var corrected = new StringBuilder(clean.length() + 8);
        boolean changed = false;
        int from = 0;
        while (word.find()) {
            Optional<String> other = unknown(word.group()) ? likeliest(word.group()) : Optional.empty();
            changed |= other.isPresent();
            corrected.append(clean, from, word.start()).append(other.orElse(word.group()));
            from = word.end();
        }
        corrected.append(clean, from, clean.length());
        return changed ? Optional.of(restorer.restore(corrected.toString()).strip()) : Optional.empty();
    }

    private boolean unknown(String word) {
        return word.length() >= SHORTEST
                && Character.isLetter(word.charAt(0))
                && vocabulary.countOfKey(Spelling.key(word)) == 0;
    }

    private Optional<String> likeliest(String word) {
        String key = Spelling.key(word);
        return vocabulary.keys().stream()
                .filter(other -> isOneLetterAway(key, other))
                .max(Comparator.comparingInt(vocabulary::countOfKey).thenComparing(Comparator.reverseOrder()));
    }

    /** One letter more, less or other, or two neighbours exchanged. */
    static boolean isOneLetterAway(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        if (Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int from = 0;
        while (from < shorter && one.charAt(from) == other.charAt(from)) {
            from++;
        }
        int end = 0;
        while (end < shorter - from && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        int left = one.length() - from - end;
        int right = other.length() - from - end;
        boolean exchanged = left == 2
                && right == 2
                && one.charAt(from) == other.charAt(from + 1)
                && one.charAt(from + 1) == other.charAt(from);
        return left + right > 0 && (left <= 1 && right <= 1 || exchanged);
    }
}
