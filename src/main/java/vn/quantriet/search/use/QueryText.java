package vn.quantriet.search.use;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.quantriet.search.vietnamese.Spelling;

/** A query as it is counted: in lower case, one space between words. Two that differ only by that are the same. */
record QueryText(String value) {
    static final int LONGEST = 100;

    /** Fewer digits are numbers of documents and years; a telephone or identity number has more. */
    private static final int MOST_DIGITS = 6;

    private static final int SHORTEST_DIALLED = 3;
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}]+");
    private static final Pattern DIGITS = Pattern.compile("\\+?\\d+(?:[ .\\-/()]{1,2}\\d+)*");
    private static final Pattern NO_DIGIT = Pattern.compile("\\D+");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

    /** Empty when it has no word, or may say who somebody is or how to reach them: such texts are kept nowhere. */
    static Optional<QueryText> of(String typed) {
        if (typed.length() > 4 * LONGEST) {
            return Optional.empty();
        }
        String text =
                SPACE.matcher(Spelling.clean(typed)).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
        return Spelling.words(text).isEmpty()
                        || text.length() > LONGEST
                        || text.indexOf('@') >= 0
                        // No word of ours has such letters, and half of one is no text to a database.
                        || text.chars().anyMatch(c -> Character.isSurrogate((char) c))
                        || DIGITS.matcher(text).results().anyMatch(run -> isPersonal(run.group()))
                ? Optional.empty()
                : Optional.of(new QueryText(text));
    }

    /** Its words alone and without accents, as its beginning is looked up. */
    String folded() {
        return folded(value);
    }

    static String folded(String text) {
        return String.join(" ", Spelling.words(Spelling.fold(Spelling.clean(text))));
    }

    private static boolean isPersonal(String run) {
        var numbers =
                Arrays.stream(NO_DIGIT.split(run)).filter(n -> !n.isEmpty()).toList();
        boolean dialled = run.startsWith("+")
                || numbers.stream().anyMatch(n -> n.startsWith("0") && n.length() >= SHORTEST_DIALLED);
        return numbers.stream()
                        .filter(n -> dialled || !YEAR.matcher(n).matches())
                        .mapToInt(String::length)
                        .sum()
                > MOST_DIGITS;
    }
}
