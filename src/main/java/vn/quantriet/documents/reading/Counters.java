package vn.quantriet.documents.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts the paragraphs of automatic lists and writes their numbers as Word prints them. */
final class Counters {
    private static final int MOST_LEVELS = 9;
    private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final List<String> ROMAN_SIGNS =
            List.of("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I");

    /**
     * @param pattern such as {@code %1.%2.}, or the bullet itself
     * @param format Word's name: decimal, upperRoman, lowerLetter, bullet …
     * @param restart after which level, from 1, it begins anew; 0 for never, -1 for after any above it
     * @param plain whether all numbers in it are written in digits
     */
    record Level(int start, String format, String pattern, int restart, boolean plain) {}

    private final Map<String, int[]> counts = new HashMap<>();
    private final Map<String, Boolean> begun = new HashMap<>();

    /**
     * The number of the next paragraph.
     *
     * @param list paragraphs with the same one are counted together
     * @param member counted together with its list, but may begin anew by {@code starts} when it is first met at a level
     */
    String next(String list, String member, Map<Integer, Integer> starts, TreeMap<Integer, Level> levels, int depth) {
        var level = levels.get(depth);
        if (level == null || depth >= MOST_LEVELS) {
            return "";
        }
        int[] count = counts.computeIfAbsent(list, key -> new int[MOST_LEVELS]);
        var start = starts.get(depth);
        if (start != null && begun.putIfAbsent(member + "/" + depth, true) == null) {
            count[depth] = start + 1;
        } else {
            count[depth] = count[depth] == 0 ? level.start() + 1 : count[depth] + 1;
        }
        // Kept one higher than it is, so that zero means not begun.
        for (int below = depth + 1; below < MOST_LEVELS; below++) {
            var lower = levels.get(below);
            int after = lower == null ? -1 : lower.restart();
            if (after < 0 || after > 0 && depth < after) {
                count[below] = 0;
            }
        }
        return write(level, levels, count);
    }

    private static String write(Level level, TreeMap<Integer, Level> levels, int[] count) {
        if (level.format().equals("bullet")) {
            return bullet(level.pattern());
        }
        if (level.format().equals("none")) {
            return "";
        }
        var label = new StringBuilder();
        var pattern = level.pattern();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '%' && i + 1 < pattern.length() && pattern.charAt(i + 1) >= '1' && pattern.charAt(i + 1) <= '9') {
                int of = pattern.charAt(++i) - '1';
                var its = levels.getOrDefault(of, level);
                int value = count[of] == 0 ? its.start() : count[of] - 1;
                label.append(number(level.plain() ? "decimal" : its.format(), value));
            } else {
                label.append(c);
            }
        }
        return label.toString().strip();
    }

    private static String bullet(String pattern) {
        if (pattern.isBlank()) {
            return "";
        }
        return pattern.strip().equals("+") ? "+" : "-";
    }

    static String number(String format, int value) {
        return switch (format) {
            case "upperRoman" -> roman(value);
            case "lowerRoman" -> roman(value).toLowerCase(Locale.ROOT);
            case "upperLetter" -> letter(value).toUpperCase(Locale.ROOT);
            case "lowerLetter" -> letter(value);
            case "decimalZero" -> value < 10 ? "0" + value : String.valueOf(value);
            case "none" -> "";
            default -> String.valueOf(value);
        };
    }

    static String roman(int number) {
        var signs = new StringBuilder();
        int rest = Math.min(number, 4000);
        for (int i = 0; i < ROMAN_VALUES.length; i++) {
            while (rest >= ROMAN_VALUES[i]) {
                signs.append(ROMAN_SIGNS.get(i));
                rest -= ROMAN_VALUES[i];
            }
        }
        return signs.toString();
    }

    /** After z Word writes aa, bb, … */
    private static String letter(int number) {
        if (number < 1) {
            return "";
        }
        return String.valueOf((char) ('a' + (number - 1) % 26)).repeat(Math.min((number - 1) / 26 + 1, 10));
    }
}
