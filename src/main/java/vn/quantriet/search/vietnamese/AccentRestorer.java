package vn.quantriet.search.vietnamese;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import vn.quantriet.search.vietnamese.Vocabulary.Syllable;

/**
 * Puts back the accents that were left out in typing: the most probable sequence of syllables (Viterbi over pairs) among those
 * that keep every mark that was typed; a typed tone gives way only to neighbours that speak strongly for another. The more of a query is marked, the more its unmarked syllables are taken as meant.
 */
public final class AccentRestorer {
    private static final double PAIRS_WEIGHT = 0.9;
    private static final double IDENTITY_BONUS = 3;

    /** What must speak for another tone than was typed: as much as two pairs of words that are common, against two never seen. */
    private static final double WRONG_TONE = 9;

    private static final double UNKNOWN = Math.log(1e-7);

    private final Vocabulary vocabulary;

    public AccentRestorer(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The text with its accents restored; syllables that stay as they are keep their case. */
    public String restore(String clean) {
        List<String> words = new ArrayList<>();
        Matcher word = Spelling.wordsIn(clean);
        while (word.find()) {
            words.add(word.group());
        }
        List<String> restored = restoreAll(words);
        var text = new StringBuilder(clean.length() + 16);
        int from = 0;
        int n = 0;
        word.reset();
        while (word.find()) {
            text.append(clean, from, word.start()).append(restored.get(n++));
            from = word.end();
        }
        return text.append(clean, from, clean.length()).toString();
    }

    private List<String> restoreAll(List<String> words) {
        double bonus = IDENTITY_BONUS * shareMarked(words);
        List<Step> before = List.of(new Step(null, "", 0, null));
        for (String word : words) {
            List<Step> here = new ArrayList<>();
            String typed = Spelling.canonical(word);
            for (Syllable syllable : vocabulary.candidates(Spelling.key(word))) {
                boolean same = syllable.canonical.equals(typed);
                if (keepsMarks(typed, syllable.canonical)) {
                    String written = same ? word : syllable.spelling();
                    here.add(best(before, syllable, written, same ? bonus : 0));
                } else if (differsInToneAlone(typed, syllable.canonical)) {
                    here.add(best(before, syllable, syllable.spelling(), -WRONG_TONE));
                }
            }
            if (here.isEmpty()) {
                here.add(best(before, null, word, 0));
            }
            before = here;
        }
        var restored = new ArrayList<String>();
        for (Step step = highest(before); step != null && step.before != null; step = step.before) {
            restored.add(step.written);
        }
        return restored.reversed();
    }

    private Step best(List<Step> before, @Nullable Syllable syllable, String written, double bonus) {
        Step best = null;
        for (Step step : before) {
            double score = step.score + bonus + transition(step, syllable);
            if (best == null || score > best.score) {
                best = new Step(syllable, written, score, step);
            }
        }
        return Objects.requireNonNull(best);
    }

    private double transition(Step from, @Nullable Syllable to) {
        if (to == null) {
            return UNKNOWN;
        }
        boolean start = from.before == null;
        double after = from.syllable == null && !start ? 0 : vocabulary.probabilityAfter(from.syllable, to);
        return Math.log(PAIRS_WEIGHT * after + (1 - PAIRS_WEIGHT) * vocabulary.probability(to));
    }

    private static Step highest(List<Step> steps) {
        Step highest = steps.getFirst();
        for (Step step : steps) {
            if (step.score > highest.score) {
                highest = step;
            }
        }
        return highest;
    }

    private static double shareMarked(List<String> words) {
        long letters =
                words.stream().filter(w -> Character.isLetter(w.charAt(0))).count();
        long marked = words.stream().filter(Spelling::isMarked).count();
        return letters == 0 ? 0 : (double) marked / letters;
    }

    /** Whether each letter mark and the tone that were typed are also in the candidate. */
    private static boolean keepsMarks(String typed, String candidate) {
        if (typed.equals(candidate)) {
            return true;
        }
        int letters = letters(typed);
        if (letters != letters(candidate)) {
            return false;
        }
        for (int i = 0; i < letters; i++) {
            char t = typed.charAt(i);
            char c = candidate.charAt(i);
            if (t != c && (t > 0x7F || Spelling.plain(c) != t)) {
                return false;
            }
        }
        boolean toneTyped = letters < typed.length();
        return !toneTyped || typed.substring(letters).equals(candidate.substring(letters));
    }

    private static boolean differsInToneAlone(String typed, String candidate) {
        return typed.substring(0, letters(typed)).equals(candidate.substring(0, letters(candidate)));
    }

    private static int letters(String canonical) {
        int length = canonical.length();
        return length > 0 && Spelling.isToneSign(canonical.charAt(length - 1)) ? length - 1 : length;
    }

    /** Whether two texts are the same but for case and the placing of tones. */
    public static boolean sameWords(String one, String other) {
        return Spelling.words(one).stream()
                .map(w -> Spelling.canonical(w.toLowerCase(Locale.ROOT)))
                .toList()
                .equals(Spelling.words(other).stream()
                        .map(w -> Spelling.canonical(w.toLowerCase(Locale.ROOT)))
                        .toList());
    }

    private record Step(
            @Nullable Syllable syllable,
            String written,
            double score,
            @Nullable Step before) {}
}
