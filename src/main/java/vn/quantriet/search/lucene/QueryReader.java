package vn.quantriet.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.quantriet.search.lucene.Chain.Token;
import vn.quantriet.search.lucene.ReadQuery.Part;
import vn.quantriet.search.vietnamese.Abbreviations;
import vn.quantriet.search.vietnamese.AccentRestorer;
import vn.quantriet.search.vietnamese.DocumentNumber;
import vn.quantriet.search.vietnamese.Spelling;
import vn.quantriet.search.vietnamese.TypingRepair;
import vn.quantriet.search.vietnamese.Vocabulary;

/** Understands what was typed. No input is an error. Safe for use by many threads. */
final class QueryReader {
    private static final int LONGEST_QUERY = 400;
    private static final int LONGEST_PHRASE = 6;

    private final AccentRestorer restorer;
    private final TypingRepair typing;
    private final Abbreviations abbreviations;

    QueryReader(Vocabulary vocabulary, Abbreviations abbreviations) {
        this.restorer = new AccentRestorer(vocabulary);
        this.typing = new TypingRepair(vocabulary);
        this.abbreviations = abbreviations;
    }

    ReadQuery read(String text, boolean asTyped) {
        String typed = cut(Spelling.clean(cut(text)));
        String plain = asTyped ? typed : typing.repair(typed, this::isAbbreviation);
        String accented = asTyped ? typed : restorer.restore(plain);
        List<DocumentNumber> numbers = DocumentNumber.in(plain);
        String plainRest = without(numbers, plain);
        return new ReadQuery(
                accented,
                plain,
                numbers,
                without(DocumentNumber.in(accented), accented),
                plainRest,
                meanings(plainRest),
                parts(plainRest),
                !typed.isEmpty() && Character.isLetterOrDigit(typed.charAt(typed.length() - 1)),
                AccentRestorer.sameWords(typed, accented) ? Optional.empty() : Optional.of(accented.strip()));
    }

    /** What a passage must hold to match a text. */
    List<Part> parts(String plain) {
        List<Token> tokens = Chain.FOLD.tokens(plain);
        List<String> terms = tokens.stream().map(Token::term).toList();
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < terms.size()) {
            int length = phraseLength(terms, at);
            parts.add(length > 0 ? phrase(terms.subList(at, at + length)) : word(tokens.get(at), plain));
            at += Math.max(1, length);
        }
        return parts;
    }

    private boolean isAbbreviation(String word) {
        return !abbreviations.meanings(word).isEmpty();
    }

    private List<String> meanings(String plain) {
        return Chain.FOLD.tokens(plain).stream()
                .flatMap(token -> abbreviations.meanings(written(token, plain)).stream())
                .toList();
    }

    private Part word(Token token, String plain) {
        List<List<String>> alternatives = new ArrayList<>();
        alternatives.add(List.of(token.term()));
        abbreviations.meanings(written(token, plain)).forEach(m -> alternatives.add(Chain.FOLD.terms(m)));
        return new Part(alternatives);
    }

    private static String written(Token token, String plain) {
        return plain.substring(token.start(), token.end());
    }

    private Part phrase(List<String> terms) {
        List<List<String>> alternatives = new ArrayList<>();
        alternatives.add(List.copyOf(terms));
        abbreviations.shortForms(String.join(" ", terms)).forEach(shortForm -> alternatives.add(List.of(shortForm)));
        return new Part(alternatives);
    }

    /** How many terms from {@code at} on are spelt out what has a short form; 0 when none. */
    private int phraseLength(List<String> terms, int at) {
        for (int length = Math.min(LONGEST_PHRASE, terms.size() - at); length > 1; length--) {
            String phrase = String.join(" ", terms.subList(at, at + length));
            if (!abbreviations.shortForms(phrase).isEmpty()) {
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
