package vn.quantriet.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.quantriet.search.lucene.Chain.Token;
import vn.quantriet.search.lucene.ReadQuery.Part;
import vn.quantriet.search.vietnamese.Abbreviations;
import vn.quantriet.search.vietnamese.AccentRestorer;
import vn.quantriet.search.vietnamese.DocumentNumber;
import vn.quantriet.search.vietnamese.Spelling;
import vn.quantriet.search.vietnamese.TypingRepair;
import vn.quantriet.search.vietnamese.Vocabulary;
import vn.quantriet.search.vietnamese.WordCorrector;

/** Understands what was typed. No input is an error. Safe for use by many threads. */
final class QueryReader {
    private static final int LONGEST_QUERY = 400;
    private static final int LONGEST_PHRASE = 6;

    /** What questions are asked with, and no answer needs. */
    private static final Set<String> ASKING =
            Set.copyOf(Chain.VN.terms("ai gì nào sao đâu có là thì mà bị được không phải chưa mấy nhiêu"));

    private final AccentRestorer restorer;
    private final TypingRepair typing;
    private final Abbreviations abbreviations;
    private final WordCorrector corrector;

    QueryReader(Vocabulary vocabulary, Abbreviations abbreviations) {
        this.restorer = new AccentRestorer(vocabulary);
        this.typing = new TypingRepair(vocabulary);
        this.abbreviations = abbreviations;
        this.corrector = new WordCorrector(vocabulary);
    }

    ReadQuery read(String text, boolean asTyped) {
        Operators operators = Operators.read(cut(Spelling.clean(cut(text))));
        String typed = operators.words();
        String plain = asTyped ? typed : typing.repair(typed, this::isAbbreviation);
        String accented = asTyped ? typed : restorer.restore(plain);
        List<DocumentNumber> numbers = DocumentNumber.in(plain);
        String plainRest = without(numbers, plain);
        String accentedRest = without(DocumentNumber.in(accented), accented);
        List<Part> parts = parts(plainRest, accentedRest);
        return new ReadQuery(
                accented,
                plain,
                numbers,
                accentedRest,
                plainRest,
                meanings(plainRest, accentedRest),
                parts,
                operators.phrases(),
                operators.without(),
                !typed.isEmpty() && Character.isLetterOrDigit(typed.charAt(typed.length() - 1)),
                AccentRestorer.sameWords(typed, accented) ? Optional.empty() : Optional.of(accented.strip()));
    }

    /** What a passage must hold to match a text that is taken as mere words. */
    List<Part> parts(ReadQuery read) {
        return parts(read.plain(), read.accented());
    }

    /** Another query that may be meant: words that nobody uses replaced by those a letter away. */
    Optional<String> orRather(ReadQuery read) {
        return corrector.correct(read.accented());
    }

    /** The two texts have the same words, but for their marks. */
    private List<Part> parts(String plain, String accented) {
        List<Token> tokens = Chain.FOLD.tokens(plain);
        List<String> terms = tokens.stream().map(Token::term).toList();
        List<String> marked = Chain.VN.terms(accented);
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < terms.size()) {
            int length = phraseLength(terms, marked, at);
            parts.add(
                    length > 0
                            ? phrase(terms.subList(at, at + length), marked(marked, at, length))
                            : word(tokens.get(at), plain, marked(marked, at, 1)));
            at += Math.max(1, length);
        }
        return parts;
    }

    private static String marked(List<String> marked, int at, int length) {
        return at + length <= marked.size() ? String.join(" ", marked.subList(at, at + length)) : "";
    }

    private boolean isAbbreviation(String word) {
        return !abbreviations.meanings(word).isEmpty();
    }

    private List<String> meanings(String plain, String accented) {
        List<String> meanings = new ArrayList<>();
        Chain.FOLD.tokens(plain).forEach(token -> meanings.addAll(abbreviations.meanings(written(token, plain))));
        List<String> marked = Chain.VN.terms(accented);
        for (int at = 0; at < marked.size(); at++) {
            for (int length = 1; length <= Math.min(LONGEST_PHRASE, marked.size() - at); length++) {
                meanings.addAll(abbreviations.synonyms(marked(marked, at, length)));
            }
        }
        return meanings;
    }

    private Part word(Token token, String plain, String marked) {
        List<List<String>> alternatives = new ArrayList<>();
        alternatives.add(List.of(token.term()));
        abbreviations.meanings(written(token, plain)).forEach(m -> alternatives.add(Chain.FOLD.terms(m)));
        return new Part(alternatives, ASKING.contains(marked));
    }

    private static String written(Token token, String plain) {
        return plain.substring(token.start(), token.end());
    }

    private Part phrase(List<String> terms, String marked) {
        List<List<String>> alternatives = new ArrayList<>();
        alternatives.add(List.copyOf(terms));
        abbreviations.shortForms(String.join(" ", terms)).forEach(shortForm -> alternatives.add(List.of(shortForm)));
        abbreviations.synonyms(marked).forEach(synonym -> alternatives.add(Chain.FOLD.terms(synonym)));
        return new Part(alternatives, false);
    }

    /** How many terms from {@code at} on are spelt out what has a short form or a synonym; 0 when none. */
    private int phraseLength(List<String> terms, List<String> marked, int at) {
        for (int length = Math.min(LONGEST_PHRASE, terms.size() - at); length > 0; length--) {
            String phrase = String.join(" ", terms.subList(at, at + length));
            if (length > 1 && !abbreviations.shortForms(phrase).isEmpty()
                    || !abbreviations.synonyms(marked(marked, at, length)).isEmpty()) {
                return length;
            }
        }
        return 0;
    }

    private static String without(List<DocumentNumber> numbers, String text) {
        var rest = new StringBuilder(text);
        for (DocumentNumber number : numbers.reversed()) {
            rest.replace(number.from(), number.to(), " ");
        }
        return rest.toString();
    }

    /** Cut before decomposed text is composed, and again after: composing never lengthens it. */
    private static String cut(String text) {
        return text.length() <= LONGEST_QUERY
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST_QUERY)));
    }
}
