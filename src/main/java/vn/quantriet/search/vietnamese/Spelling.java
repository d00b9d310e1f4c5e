package vn.quantriet.search.vietnamese;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The several ways of writing one Vietnamese syllable, and the forms in which they are compared.
 *
 * <ul>
 *   <li>clean: composed (NFC), one sort of đ, no invisible characters;
 *   <li>canonical: lower case, the tone moved to the end as a sign, final i and y unified, so that hoà = hòa and kỹ = kĩ;
 *   <li>key: without any mark, final i and y unified.
 * </ul>
 */
public final class Spelling {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\u00AD\\u200B-\\u200F\\u2060\\uFEFF]");

    private static final String COMBINING_TONES = "\u0300\u0301\u0303\u0309\u0323";

    /** Signs for grave, acute, tilde, hook above and dot below, in the order of {@link #COMBINING_TONES}. */
    private static final String TONE_SIGNS = "`'~?.";

    private static final int TABLE_SIZE = 0x1F00;
    private static final char[] TONELESS = new char[TABLE_SIZE];
    private static final char[] TONE = new char[TABLE_SIZE];
    private static final char[] PLAIN = new char[TABLE_SIZE];

    static {
        for (char c = 0; c < TABLE_SIZE; c++) {
            TONELESS[c] = c;
            PLAIN[c] = c;
            String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            if (parts.length() < 2 || Character.getType(c) == Character.NON_SPACING_MARK) {
                continue;
            }
            PLAIN[c] = parts.charAt(0);
            for (int i = 1; i < parts.length(); i++) {
                int tone = COMBINING_TONES.indexOf(parts.charAt(i));
                if (tone >= 0) {
                    TONE[c] = TONE_SIGNS.charAt(tone);
                    String rest = parts.substring(0, i) + parts.substring(i + 1);
                    TONELESS[c] =
                            Normalizer.normalize(rest, Normalizer.Form.NFC).charAt(0);
                }
            }
        }
        PLAIN['đ'] = 'd';
        PLAIN['Đ'] = 'D';
    }

    private Spelling() {}

    /** Text as it is stored and analysed. Offsets into it are offsets into what a reader sees. */
    public static String clean(String text) {
        String visible = INVISIBLE.matcher(text).replaceAll("");
        return Normalizer.normalize(visible, Normalizer.Form.NFC)
                .replace('\u00D0', 'Đ')
                .replace('\u00F0', 'đ')
                .replace('\u00A0', ' ');
    }

    /** Clean text in lower case without marks, of the same length: position n stays position n. */
    public static String fold(String clean) {
        var folded = new StringBuilder(clean.length());
        for (int i = 0; i < clean.length(); i++) {
            folded.append(Character.toLowerCase(plain(clean.charAt(i))));
        }
        return folded.toString();
    }

    /** The canonical form of one clean syllable. */
    public static String canonical(String syllable) {
        var letters = new StringBuilder(syllable.length() + 1);
        char tone = 0;
        for (int i = 0; i < syllable.length(); i++) {
            char c = Character.toLowerCase(syllable.charAt(i));
            if (c < TABLE_SIZE && TONE[c] != 0) {
                tone = TONE[c];
                c = TONELESS[c];
            }
            letters.append(c);
        }
        unifyFinal(letters);
        return tone == 0 ? letters.toString() : letters.append(tone).toString();
    }

    /** The key of one clean syllable: what remains when every mark is left out. */
    public static String key(String syllable) {
        var letters = new StringBuilder(syllable.length());
        for (int i = 0; i < syllable.length(); i++) {
            char c = syllable.charAt(i);
            if (!isMark(c)) {
                letters.append(Character.toLowerCase(plain(c)));
            }
        }
        unifyFinal(letters);
        return letters.toString();
    }

    /** Words and numbers of a clean text in lower case, in order. */
    public static List<String> words(String clean) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(clean);
        while (word.find()) {
            words.add(word.group().toLowerCase(Locale.ROOT));
        }
        return words;
    }

    /** Finds the words of a clean text where they stand. */
    static Matcher wordsIn(String clean) {
        return WORD.matcher(clean);
    }

    /** Whether any letter carries a mark. */
    static boolean isMarked(String syllable) {
        return syllable.chars().anyMatch(c -> c > 0x7F);
    }

    private static boolean isMark(char c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    static char plain(char c) {
        return c < TABLE_SIZE ? PLAIN[c] : c;
    }

    /** Whether {@code c} is one of the signs that end a canonical form. */
    static boolean isToneSign(char c) {
        return TONE_SIGNS.indexOf(c) >= 0;
    }

    /** A final y is written i where both are in use: after one of h k l m s t, or after qu. Not in tay or thuy. */
    private static void unifyFinal(StringBuilder letters) {
        int last = letters.length() - 1;
        if (last < 1 || letters.charAt(last) != 'y') {
            return;
        }
        char before = letters.charAt(last - 1);
        boolean afterQu = before == 'u' && last >= 2 && letters.charAt(last - 2) == 'q';
        if (afterQu || "hklmst".indexOf(before) >= 0) {
            letters.setCharAt(last, 'i');
        }
    }
}
