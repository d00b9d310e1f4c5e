package vn.quantriet.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.quantriet.search.vietnamese.DocumentNumber;

/**
 * What in a query is said about words instead of being words: {@code "in quotes"} must occur as it stands, {@code -without} must
 * not occur. A quote that is never closed, and a minus inside a word or a document number, mean nothing.
 *
 * @param words the query without what must not occur, and without quotation marks
 */
record Operators(String words, List<String> phrases, List<String> without) {
    private static final String QUOTE = "[\"“”„«»]";
    private static final Pattern OPERATOR = Pattern.compile("(?<minus>(?<![^\\s])[-−–](?=[\\p{L}\\p{N}\"“”„«»]))?(?:"
            + QUOTE + "(?<phrase>[^\"“”„«»]{1,400})" + QUOTE + "|(?<word>[\\p{L}\\p{M}\\p{N}]+))");

    static Operators read(String clean) {
        List<DocumentNumber> numbers = DocumentNumber.in(clean);
        var words = new StringBuilder(clean);
        List<String> phrases = new ArrayList<>();
        List<String> without = new ArrayList<>();
        Matcher operator = OPERATOR.matcher(clean);
        while (operator.find()) {
            String phrase = operator.group("phrase");
            boolean minus = operator.group("minus") != null
                    && numbers.stream().noneMatch(n -> n.from() < operator.start() && operator.start() < n.to());
            if (minus) {
                without.add(phrase != null ? phrase : operator.group("word"));
                blank(words, operator.start(), operator.end());
            } else if (phrase != null) {
                phrases.add(phrase);
                blank(words, operator.start("phrase") - 1, operator.start("phrase"));
                blank(words, operator.end() - 1, operator.end());
            }
        }
        return new Operators(words.toString(), List.copyOf(phrases), List.copyOf(without));
    }

    private static void blank(StringBuilder words, int from, int to) {
        words.replace(from, to, " ".repeat(to - from));
    }
}
