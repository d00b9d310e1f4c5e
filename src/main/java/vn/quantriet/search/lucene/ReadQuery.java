package vn.quantriet.search.lucene;

import java.util.List;
import java.util.Optional;
import vn.quantriet.search.vietnamese.DocumentNumber;

/**
 * A query as it is understood.
 *
 * @param accented with its accents restored, for the accented fields
 * @param plain as typed but for repaired typing, for the folded fields
 * @param numbers document numbers in it
 * @param accentedRest {@code accented} without the document numbers
 * @param plainRest {@code plain} without the document numbers
 * @param meanings what abbreviations in it stand for, and synonyms of words in it
 * @param parts what a passage must hold, in the order of the query; without the document numbers
 * @param phrases what must occur word for word, as typed
 * @param without what must not occur, as typed: words or phrases
 * @param lastUnfinished whether the last word may still be being typed
 * @param readAs present when {@code accented} is other words than were typed
 */
record ReadQuery(
        String accented,
        String plain,
        List<DocumentNumber> numbers,
        String accentedRest,
        String plainRest,
        List<String> meanings,
        List<Part> parts,
        List<String> phrases,
        List<String> without,
        boolean lastUnfinished,
        Optional<String> readAs) {

    /**
     * One word or abbreviation of the query: any of some ways to say it, each a list of folded terms that must all occur.
     *
     * @param asking whether it is a word that questions are asked with
     */
    record Part(List<List<String>> alternatives, boolean asking) {}

    boolean isEmpty() {
        return parts.isEmpty() && numbers.isEmpty();
    }

    /** The same query with its document numbers taken as mere words. */
    ReadQuery withoutNumbers(List<Part> allParts) {
        return new ReadQuery(
                accented,
                plain,
                List.of(),
                accented,
                plain,
                meanings,
                allParts,
                phrases,
                without,
                lastUnfinished,
                readAs);
    }

    /** The folded word that may still be being typed. */
    Optional<String> unfinished() {
        return lastUnfinished && !parts.isEmpty()
                ? Optional.of(parts.getLast().alternatives().getFirst().getLast())
                : Optional.empty();
    }
}
