package vn.quantriet.search.lucene;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import vn.quantriet.search.vietnamese.Spelling;

/** Ways in which people type what they mean. */
public enum Damage {
    AS_WRITTEN((text, random) -> text),
    NO_ACCENTS((text, random) -> plain(text)),
    HALF_THE_ACCENTS((text, random) -> eachWord(text, w -> random.nextBoolean() ? w : plain(w))),
    TONES_DROPPED((text, random) -> eachWord(text, w -> withTone(w, ""))),
    A_FIFTH_WRONG_TONES((text, random) -> eachWord(text, w -> random.nextInt(5) == 0 ? wrongTone(w, random) : w)),
    DECOMPOSED((text, random) -> Normalizer.normalize(text, Normalizer.Form.NFD)),
    TELEX((text, random) -> eachWord(text, w -> keys(w, true))),
    VNI((text, random) -> eachWord(text, w -> keys(w, false))),
    OTHER_TONE_PLACE((text, random) -> otherTonePlace(text)),
    UPPER_CASE((text, random) -> text.toUpperCase(Locale.ROOT));

    private static final String[] TONES = {"", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"};
    private static final String ANY_TONE = "[\u0300\u0301\u0303\u0309\u0323]";

    private final BiText way;

    Damage(BiText way) {
        this.way = way;
    }

    /** A text as it would have been typed so; the same for the same state of {@code random}. */
    public String of(String text, Random random) {
        return way.apply(Spelling.clean(text), random);
    }

    private interface BiText {
        String apply(String text, Random random);
    }

    private interface Word {
        String of(String word);
    }

    private static String eachWord(String text, Word change) {
        return Arrays.stream(text.split(" ")).map(change::of).collect(Collectors.joining(" "));
    }

    /** Without any mark; case stays. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D');
    }

    private static String withTone(String word, String tone) {
        String parts = Normalizer.normalize(word, Normalizer.Form.NFD);
        String toneless = parts.replaceAll(ANY_TONE, "");
        if (tone.isEmpty()) {
            return Normalizer.normalize(toneless, Normalizer.Form.NFC);
        }
        int at = toneAt(parts, toneless);
        return at < 0
                ? word
                : Normalizer.normalize(toneless.substring(0, at) + tone + toneless.substring(at), Normalizer.Form.NFC);
    }

    /** Where a tone stands or, in a word without, after its last vowel but one of several. */
    private static int toneAt(String parts, String toneless) {
        for (int i = 0; i < parts.length(); i++) {
            if (ANY_TONE.indexOf(parts.charAt(i)) > 0) {
                return i;
            }
        }
        for (int i = 0; i < toneless.length(); i++) {
            if ("aeiouyAEIOUY".indexOf(toneless.charAt(i)) >= 0) {
                int at = i + 1;
                while (at < toneless.length() && Character.getType(toneless.charAt(at)) == Character.NON_SPACING_MARK) {
                    at++;
                }
                return at;
            }
        }
        return -1;
    }

    private static String wrongTone(String word, Random random) {
        String other = word;
        for (int tries = 0; tries < 10 && other.equals(word); tries++) {
            other = withTone(word, TONES[random.nextInt(TONES.length)]);
        }
        return other;
    }

    /** What the keys of a typist give without the keyboard: marks where they stand, the tone at the end of the word. */
    private static String keys(String word, boolean telex) {
        var keys = new StringBuilder();
        String tone = "";
        for (char c : Normalizer.normalize(word, Normalizer.Form.NFD).toCharArray()) {
            switch (c) {
                case '\u0300' -> tone = telex ? "f" : "2";
                case '\u0301' -> tone = telex ? "s" : "1";
                case '\u0303' -> tone = telex ? "x" : "4";
                case '\u0309' -> tone = telex ? "r" : "3";
                case '\u0323' -> tone = telex ? "j" : "5";
                case '\u0302' -> keys.append(telex ? String.valueOf(keys.charAt(keys.length() - 1)) : "6");
                case '\u0306' -> keys.append(telex ? "w" : "8");
                case '\u031B' -> keys.append(telex ? "w" : "7");
                case 'đ' -> keys.append(telex ? "dd" : "d9");
                case 'Đ' -> keys.append(telex ? "DD" : "D9");
                default -> keys.append(c);
            }
        }
        int end = keys.length();
        while (end > 0 && !Character.isLetterOrDigit(keys.charAt(end - 1))) {
            end--;
        }
        return keys.insert(end, tone).toString();
    }

    /** hoà for hòa, and the reverse. */
    private static String otherTonePlace(String text) {
        String[][] pairs = {
            {"òa", "oà"},
            {"óa", "oá"},
            {"ỏa", "oả"},
            {"õa", "oã"},
            {"ọa", "oạ"},
            {"òe", "oè"},
            {"óe", "oé"},
            {"ỏe", "oẻ"},
            {"õe", "oẽ"},
            {"ọe", "oẹ"},
            {"ùy", "uỳ"},
            {"úy", "uý"},
            {"ủy", "uỷ"},
            {"ũy", "uỹ"},
            {"ụy", "uỵ"}
        };
        String other = text;
        for (int i = 0; i < pairs.length; i++) {
            String mark = String.valueOf((char) (0xE000 + i));
            other = other.replace(pairs[i][0], mark)
                    .replace(pairs[i][1], pairs[i][0])
                    .replace(mark, pairs[i][1]);
        }
        return other;
    }
}
