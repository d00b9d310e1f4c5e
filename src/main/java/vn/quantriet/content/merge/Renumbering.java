package vn.quantriet.content.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gives numbered headings the numbers that their order calls for: I, 1, a, each level afresh below the one above; articles run on. */
final class Renumbering {
    private static final String ARTICLE = "Điều";
    private static final String LETTERS = "abcdđeghiklmnopqrstuvxy";
    private static final int[] ROMAN_VALUES = {100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final List<String> ROMAN_SIGNS = List.of("C", "XC", "L", "XL", "X", "IX", "V", "IV", "I");

    private Renumbering() {}

    static List<Part> of(List<Part> parts) {
        var last = new TreeMap<Integer, Map<String, Integer>>();
        int articles = 0;
        List<Part> numbered = new ArrayList<>();
        for (var part : parts) {
            if (part.depth() > 0) {
                last.tailMap(part.depth(), false).clear();
            }
            if (part.number().isEmpty()) {
                numbered.add(part);
                continue;
            }
            var sort = part.beforeNumber();
            int number = sort.endsWith(ARTICLE)
                    ? ++articles
                    : last.computeIfAbsent(part.depth(), d -> new HashMap<>()).merge(sort, 1, Integer::sum);
            numbered.add(part.withNumber(written(number, part.number().get())));
        }
        return numbered;
    }

    static boolean isRegular(List<Part> parts) {
        return of(parts).equals(parts);
    }

    /** In the script of {@code model}; as it is when that script does not go so far. */
    private static String written(int number, String model) {
        if (Character.isDigit(model.charAt(0))) {
            return String.valueOf(number);
        }
        if (Character.isUpperCase(model.charAt(0))) {
            return roman(number);
        }
        return number <= LETTERS.length() ? LETTERS.substring(number - 1, number) : model;
    }

    private static String roman(int number) {
        var signs = new StringBuilder();
        int rest = number;
        for (int i = 0; i < ROMAN_VALUES.length; i++) {
            while (rest >= ROMAN_VALUES[i]) {
                signs.append(ROMAN_SIGNS.get(i));
                rest -= ROMAN_VALUES[i];
            }
        }
        return signs.toString();
    }
}
