package vn.quantriet.search.lucene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.quantriet.search.FrequentQueries;
import vn.quantriet.search.Passage;
import vn.quantriet.search.Search.Suggestion;

/**
 * Suggests texts by number or title, clauses by heading, and what others asked for. Only titles that everyone may see are suggested.
 */
@Component
class Suggester {
    private static final int MOST_WORDS = 12;
    private static final int MOST_QUERIES = 3;
    private static final float WHOLE_TEXT = 3;
    private static final float WITH_ITS_MARKS = 0.5f;

    /** Shorter words have too many others a letter away. */
    private static final int SHORTEST_MISTYPED = 3;

    private static final int MOST_MEANT = 30;

    private final ObjectProvider<FrequentQueries> frequent;
    private final NumberIndex numbers;

    Suggester(ObjectProvider<FrequentQueries> frequent, NumberIndex numbers) {
        this.frequent = frequent;
        this.numbers = numbers;
    }

    List<Suggestion> suggest(PassageEngine engine, QueryReader reader, String typed, int limit) {
        ReadQuery read = reader.read(typed, false);
        if (read.isEmpty()) {
            return List.of();
        }
        Map<String, Suggestion> suggestions = new LinkedHashMap<>();
        numbers.beginningWith(typed, limit).forEach(text -> add(suggestions, text));
        queries(typed).forEach(query -> add(suggestions, query));
        titles(engine, read, limit, false).forEach(title -> add(suggestions, title));
        if (suggestions.size() < limit) {
            titles(engine, read, limit, true).forEach(title -> add(suggestions, title));
        }
        return suggestions.values().stream().limit(limit).toList();
    }

    private static void add(Map<String, Suggestion> suggestions, Suggestion suggestion) {
        suggestions.putIfAbsent(suggestion.words().toLowerCase(Locale.ROOT) + "\n" + suggestion.of(), suggestion);
    }

    private List<Suggestion> queries(String typed) {
        FrequentQueries known = frequent.getIfAvailable();
        return known == null
                ? List.of()
                : known.beginningWith(typed, MOST_QUERIES).stream()
                        .map(query -> new Suggestion(Suggestion.Sort.QUERY, query, "", Optional.empty()))
                        .toList();
    }

    private static List<Suggestion> titles(PassageEngine engine, ReadQuery read, int limit, boolean mistyped) {
        List<String> words =
                Chain.FOLD.terms(read.plain()).stream().limit(MOST_WORDS).toList();
        if (words.isEmpty()) {
            return List.of();
        }
        var matching = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(IndexFields.AUDIENCE, PassageDocuments.ALL)), Occur.FILTER)
                .add(new TermQuery(new Term(IndexFields.KIND, Passage.Kind.CLAUSE.name())), Occur.FILTER);
        for (int i = 0; i < words.size(); i++) {
            boolean last = read.lastUnfinished() && i == words.size() - 1;
            matching.add(word(words.get(i), last, mistyped), Occur.FILTER);
        }
        var score = new BooleanQuery.Builder()
                .add(
                        new BoostQuery(
                                new ConstantScoreQuery(
                                        new TermQuery(new Term(IndexFields.LEVEL, IndexFields.WHOLE_TEXT))),
                                WHOLE_TEXT),
                        Occur.SHOULD);
        words.forEach(w -> score.add(new TermQuery(new Term(IndexFields.TITLE_FOLD, w)), Occur.SHOULD));
        Chain.VN.terms(read.accented()).stream()
                .limit(MOST_WORDS)
                .forEach(w -> score.add(
                        new BoostQuery(new TermQuery(new Term(IndexFields.TITLE_VN, w)), WITH_ITS_MARKS),
                        Occur.SHOULD));
        List<Suggestion> titles = new ArrayList<>();
        for (Passage passage : engine.passages(engine.best(matching.build(), score.build(), 2 * limit))) {
            var sort = passage.clause().isEmpty() ? Suggestion.Sort.TEXT : Suggestion.Sort.CLAUSE;
            titles.add(new Suggestion(sort, passage.title(), passage.number(), Optional.of(passage.href())));
        }
        return titles;
    }

    private static Query word(String word, boolean unfinished, boolean mistyped) {
        var term = new Term(IndexFields.TITLE_FOLD, word);
        Query exact = unfinished ? new PrefixQuery(term) : new TermQuery(term);
        if (!mistyped || word.length() < SHORTEST_MISTYPED || Character.isDigit(word.charAt(0))) {
            return exact;
        }
        return new BooleanQuery.Builder()
                .add(exact, Occur.SHOULD)
                .add(new FuzzyQuery(term, 1, 1, MOST_MEANT, true), Occur.SHOULD)
                .build();
    }
}
