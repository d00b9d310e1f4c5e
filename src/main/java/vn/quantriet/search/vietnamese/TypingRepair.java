package vn.quantriet.search.vietnamese;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what was typed in Telex or VNI while the keyboard was not switched on: {@code nghij quyeets}, {@code nghi5 quye61t}.
 * Only syllables that cannot be Vietnamese as they stand, and are rare in the library, are touched.
 */
public final class TypingRepair {
    private static final Pattern SYLLABLE =
            Pattern.compile("(?:b|ch|c|d|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|q|r|s|th|tr|t|v|x)?"
                    + "(?:uye|uya|uyu|ieu|yeu|uoi|uou|oai|oay|oeo|uay|uau|uao|iu|ie|ia|ye|ua|ue|ui|uo|uu|uy|oa|oe|oi"
                    + "|ai|ao|au|ay|eo|eu|a|e|i|o|u|y)"
                    + "(?:ch|c|m|nh|ng|n|p|t)?");
    private static final String VOWELS = "aeiouyâăêôơư";
    private static final Map<Character, Character> HAT = Map.of('a', 'â', 'e', 'ê', 'o', 'ô');
    private static final Map<Character, Character> HORN = Map.of('a', 'ă', 'o', 'ơ', 'u', 'ư');

    /** Telex letters and VNI digits of grave, acute, tilde, hook above and dot below, beside the combining marks. */
    private static final String TELEX_TONES = "fsxrj";

    private static final String VNI_TONES = "21435";
    private static final String COMBINING_TONES = "\u0300\u0301\u0303\u0309\u0323";
    private static final int HOW_MUCH_RARER = 10;

    private final Vocabulary vocabulary;

    public TypingRepair(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** @param keep words that are meant as they stand, such as abbreviations */
    public String repair(String clean, Predicate<String> keep) {
        Matcher word = Spelling.wordsIn(clean);
        return word.replaceAll(found ->
                Matcher.quoteReplacement(keep.test(found.group()) ? found.group() : repairWord(found.group())));
    }

    private String repairWord(String word) {
        if (!Character.isLetter(word.charAt(0)) || word.length() < 2 || isSyllable(word)) {
            return word;
        }
        return read(word.toLowerCase(Locale.ROOT))
                .filter(read -> isSyllable(read) && isLikelier(read, word))
                .orElse(word);
    }

    /** Whether a Vietnamese syllable may be written with these letters, whatever the marks. */
    static boolean isSyllable(String word) {
        return SYLLABLE.matcher(Spelling.fold(word)).matches();
    }

    private boolean isLikelier(String read, String word) {
        int seen = vocabulary.count(Spelling.canonical(word));
        int seenRead = vocabulary.count(Spelling.canonical(read));
        return seen == 0 ? vocabulary.countOfKey(Spelling.key(read)) > 0 : seenRead > HOW_MUCH_RARER * seen;
    }

    /** The word as the keyboard would have made it, or nothing when it holds no mark keys. */
    static Optional<String> read(String typed) {
        boolean digits = typed.chars().anyMatch(Character::isDigit);
        var letters = new StringBuilder();
        int tone = -1;
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            int toneKey = (digits ? VNI_TONES : TELEX_TONES).indexOf(c);
            if (toneKey >= 0 && hasVowel(letters)) {
                tone = toneKey;
            } else if (!(digits ? vniMark(letters, c) : telexMark(letters, c))) {
                letters.append(c);
            }
        }
        String read = tone < 0 ? letters.toString() : withTone(letters, COMBINING_TONES.charAt(tone));
        return read.equals(typed) ? Optional.empty() : Optional.of(read);
    }

    private static boolean telexMark(StringBuilder letters, char c) {
        if (c == 'd') {
            return letters.length() > 0 && replaceLast(letters, Map.of('d', 'đ'));
        }
        if (c == 'w') {
            return horn(letters) || append(letters, 'ư');
        }
        return HAT.containsKey(c) && replaceLast(letters, Map.of(c, HAT.get(c)));
    }

    private static boolean vniMark(StringBuilder letters, char c) {
        return switch (c) {
            case '6' -> replaceLast(letters, HAT);
            case '7', '8' -> horn(letters);
            case '9' -> replaceLast(letters, Map.of('d', 'đ'));
            default -> false;
        };
    }

    /** In uo both letters take the horn, except after q. */
    private static boolean horn(StringBuilder letters) {
        int pair = letters.indexOf("uo");
        if (pair >= 0 && (pair == 0 || letters.charAt(pair - 1) != 'q')) {
            letters.setCharAt(pair, 'ư');
            letters.setCharAt(pair + 1, 'ơ');
            return true;
        }
        int ua = letters.indexOf("ua");
        if (ua >= 0 && (ua == 0 || letters.charAt(ua - 1) != 'q')) {
            letters.setCharAt(ua, 'ư');
            return true;
        }
        return replaceLast(letters, HORN);
    }

    private static boolean append(StringBuilder letters, char c) {
        letters.append(c);
        return true;
    }

    private static boolean replaceLast(StringBuilder letters, Map<Character, Character> replacements) {
        for (int i = letters.length() - 1; i >= 0; i--) {
            Character replacement = replacements.get(letters.charAt(i));
            if (replacement != null) {
                letters.setCharAt(i, replacement);
                return true;
            }
        }
        return false;
    }

    private static boolean hasVowel(StringBuilder letters) {
        return letters.chars().anyMatch(c -> VOWELS.indexOf(c) >= 0);
    }

    /** Sets the tone on the marked vowel, else on the last but one of an open group, else on the last before a coda. */
    private static String withTone(StringBuilder letters, char tone) {
        int first = 0;
        String text = letters.toString();
        if ((text.startsWith("qu") || text.startsWith("gi"))
                && text.length() > 2
                && VOWELS.indexOf(text.charAt(2)) >= 0) {
            first = 2;
        }
        while (VOWELS.indexOf(text.charAt(first)) < 0) {
            first++;
        }
        int last = first;
        while (last + 1 < text.length() && VOWELS.indexOf(text.charAt(last + 1)) >= 0) {
            last++;
        }
        int at = last > first && last == text.length() - 1 ? last - 1 : last;
        for (int i = first; i <= last; i++) {
            if (text.charAt(i) > 0x7F) {
                at = i;
            }
        }
        return Normalizer.normalize(letters.insert(at + 1, tone), Normalizer.Form.NFC);
    }
}
