package vn.quantriet.documents.reading;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number or bullet at the head of a paragraph.
 *
 * @param value what it counts, from 1; 0 for bullets
 * @param printed as it stands there
 * @param length of what it takes at the beginning of the paragraph's text; 0 when the program wrote it
 */
record Numeral(Kind kind, int value, String printed, int length) {

    /** From the outermost to the innermost, as texts nest them. */
    enum Kind {
        PART,
        CHAPTER,
        SECTION,
        ARTICLE,
        CAPITAL,
        ROMAN,
        ARABIC,
        DOTTED,
        LETTER,
        /** In brackets, or small Roman: never a clause. */
        OTHER,
        BULLET;

        boolean isClause() {
            return ordinal() < OTHER.ordinal();
        }
    }

    static final String LETTERS = "abcdđeghiklmnopqrstuvxy";
    private static final List<String> ORDINALS =
            List.of("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười");
    private static final String END = "(?:\\s*[.:)–—-]+\\s*|\\s*$|\\s+(?=\\p{Lu}))";
    private static final Pattern PART =
            Pattern.compile("(Phần|PHẦN)\\s+(?:(?:thứ|THỨ)\\s+(\\p{L}+)|([IVXLC]+|\\d{1,2}))" + END);
    private static final Pattern CHAPTER = Pattern.compile("(Chương|CHƯƠNG)\\s+([IVXLC]+|\\d{1,2})" + END);
    private static final Pattern SECTION = Pattern.compile("(Mục|MỤC)\\s+([IVXLC]+|\\d{1,2})(?:\\s*[.:]\\s*|$)");
    private static final Pattern ARTICLE = Pattern.compile("(Điều|ĐIỀU)\\s+(\\d{1,4})(?:\\s*[.:]\\s*|$)");
    private static final Pattern PARAGRAPH = Pattern.compile("Khoản\\s+(\\d{1,3})\\s*[.:]\\s*");
    private static final Pattern POINT = Pattern.compile("Điểm\\s+([a-zđ])\\s*[).:]\\s*");
    /** A closing sign and a space, or at least a capital, so that “1.500 tỷ đồng” and “V.I. Lê-nin” are none. */
    private static final Pattern ROMAN =
            Pattern.compile("([IVXLC]{1,8})(?:\\s*[.)/–—-]\\s+|\\s*[.)–—-](?=\\p{Lu}\\p{L}))");

    private static final Pattern CAPITAL = Pattern.compile("([A-ZĐ])(?:\\s*[.)–—-]\\s+)");
    private static final Pattern ARABIC = Pattern.compile("(\\d{1,3})(?:\\s*[.)/]\\s+|\\s*[–—-]\\s+|[.)](?=\\p{Lu}))");
    private static final Pattern DOTTED =
            Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3})+)(?:[.)]\\s*|\\s+)(?=[\\p{Lu}“\"])");
    private static final Pattern LETTER = Pattern.compile("([a-zđ])(?:\\s*\\)\\s*|\\.\\s+|\\s*[–—-]\\s+)");
    private static final Pattern OTHER = Pattern.compile("(\\((?:\\d{1,3}|[a-zđ]|[ivx]{1,5})\\)|[ivx]{1,5}\\))\\s+");
    private static final Pattern BULLET =
            Pattern.compile("([-–—•●○▪■□◦‣*+\\x{F0B7}\\x{F0A7}\\x{F02D}])(?:\\s+|(?=\\p{L}))");

    /** The number that was typed at the beginning of a text. */
    static Optional<Numeral> typed(String text) {
        return of(text, false);
    }

    /** What a program writes before a paragraph. */
    static Optional<Numeral> automatic(String label) {
        return of(label + " ", true)
                .map(n -> new Numeral(n.kind(), n.value(), n.printed(), 0))
                .or(() -> label.isBlank()
                        ? Optional.empty()
                        : Optional.of(new Numeral(
                                label.matches("\\p{Alnum}+") ? ofBare(label) : Kind.OTHER,
                                bareValue(label),
                                label,
                                0)));
    }

    /** A label without any sign, such as 1 or a. */
    private static Kind ofBare(String label) {
        return label.matches("[IVXLC]+")
                ? Kind.ROMAN
                : label.matches("\\d{1,3}") ? Kind.ARABIC : label.matches("[a-zđ]") ? Kind.LETTER : Kind.OTHER;
    }

    private static int bareValue(String label) {
        return switch (ofBare(label)) {
            case ROMAN -> roman(label);
            case ARABIC -> Integer.parseInt(label);
            case LETTER -> letter(label);
            default -> 0;
        };
    }

    private static Optional<Numeral> of(String text, boolean automatic) {
        Matcher m;
        if ((m = start(PART, text)) != null) {
            var ordinal = m.group(2);
            int value = ordinal == null ? number(m.group(3)) : ORDINALS.indexOf(ordinal.toLowerCase(Locale.ROOT)) + 1;
            return value > 0 ? found(Kind.PART, value, m) : Optional.empty();
        }
        if ((m = start(CHAPTER, text)) != null) {
            return found(Kind.CHAPTER, number(m.group(2)), m);
        }
        if ((m = start(SECTION, text)) != null) {
            return found(Kind.SECTION, number(m.group(2)), m);
        }
        if ((m = start(ARTICLE, text)) != null) {
            return found(Kind.ARTICLE, Integer.parseInt(m.group(2)), m);
        }
        if ((m = start(PARAGRAPH, text)) != null) {
            return found(Kind.ARABIC, Integer.parseInt(m.group(1)), m);
        }
        if ((m = start(POINT, text)) != null) {
            return found(Kind.LETTER, letter(m.group(1)), m);
        }
        if ((m = start(DOTTED, text)) != null
                || automatic && (m = start(Pattern.compile("(\\d+(?:\\.\\d+)+)[.)]?\\s+"), text)) != null) {
            var number = m.group(1);
            return found(Kind.DOTTED, Integer.parseInt(number.substring(number.lastIndexOf('.') + 1)), m);
        }
        if ((m = start(ROMAN, text)) != null && roman(m.group(1)) > 0) {
            return found(Kind.ROMAN, roman(m.group(1)), m);
        }
        if ((m = start(ARABIC, text)) != null) {
            return found(Kind.ARABIC, Integer.parseInt(m.group(1)), m);
        }
        if ((m = start(LETTER, text)) != null) {
            return found(Kind.LETTER, letter(m.group(1)), m);
        }
        if ((m = start(CAPITAL, text)) != null) {
            return found(Kind.CAPITAL, m.group(1).charAt(0) - 'A' + 1, m);
        }
        if ((m = start(OTHER, text)) != null) {
            return found(Kind.OTHER, 0, m);
        }
        if ((m = start(BULLET, text)) != null) {
            return Optional.of(new Numeral(Kind.BULLET, 0, m.group(1).equals("+") ? "+" : "-", m.end()));
        }
        return Optional.empty();
    }

    private static @Nullable Matcher start(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.lookingAt() ? matcher : null;
    }

    private static Optional<Numeral> found(Kind kind, int value, Matcher m) {
        return value < 1 && kind != Kind.OTHER
                ? Optional.empty()
                : Optional.of(new Numeral(kind, value, m.group().strip(), m.end()));
    }

    private static int number(String text) {
        return Character.isDigit(text.charAt(0)) ? Integer.parseInt(text) : roman(text);
    }

    /** 0 for what is no Roman number, such as IIX. */
    static int roman(String text) {
        Map<Character, Integer> values = Map.of('I', 1, 'V', 5, 'X', 10, 'L', 50, 'C', 100);
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = values.getOrDefault(text.charAt(i), 0);
            int next = i + 1 < text.length() ? values.getOrDefault(text.charAt(i + 1), 0) : 0;
            sum += value < next ? -value : value;
        }
        return sum > 0 && Counters.roman(sum).equals(text) ? sum : 0;
    }

    /** By the Vietnamese alphabet, where đ comes after d; letters that it has not count beyond it. */
    static int letter(String letter) {
        int at = LETTERS.indexOf(letter);
        return at >= 0 ? at + 1 : LETTERS.length() + letter.charAt(0) - 'a' + 1;
    }

    /** Whether this letter follows another by the English alphabet, which is what Word counts by. */
    boolean followsInEnglish(Numeral before) {
        return kind == Kind.LETTER
                && before.kind == Kind.LETTER
                && english(printed) == english(before.printed) + 1
                && english(printed) > 0;
    }

    private static int english(String printed) {
        for (int i = printed.length() - 1; i >= 0; i--) {
            char c = printed.charAt(i);
            if (c >= 'a' && c <= 'z') {
                return c - 'a' + 1;
            }
        }
        return -1;
    }
}
