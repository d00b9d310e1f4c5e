package vn.quantriet.search.lucene;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import vn.quantriet.search.Passage;
import vn.quantriet.search.lucene.Chain.Token;
import vn.quantriet.search.lucene.PassageEngine.Candidate;
import vn.quantriet.search.vietnamese.Spelling;

/** Finds passages that say something alike: those that share the words and pairs of words by which a passage stands out. */
final class Likeness {
    private static final int TELLING_WORDS = 16;
    private static final int MOST = 30;

    /** Of the score that the passage itself has: below, two passages share words by chance. */
    private static final float ALIKE = 0.2f;

    private Likeness() {}

    static List<Candidate> of(Scope scope, String key) {
        var itself = new TermQuery(new Term(IndexFields.KEY, key));
        List<Candidate> found = scope.engine().best(scope.limit(itself), itself, 1);
        if (found.isEmpty()) {
            return List.of();
        }
        Query alike = alike(scope.engine(), scope.engine().passages(found).getFirst());
        float own =
                scope.engine().best(scope.limit(itself), alike, 1).getFirst().score();
        var others = new BooleanQuery.Builder()
                .add(alike, Occur.FILTER)
                .add(
                        Narrowing.anyOf(
                                IndexFields.KIND, List.of(Passage.Kind.CLAUSE.name(), Passage.Kind.KEY_POINT.name())),
                        Occur.FILTER)
                .add(itself, Occur.MUST_NOT)
                .build();
        return scope.engine().best(scope.limit(others), alike, MOST).stream()
                .filter(c -> c.score() >= ALIKE * own)
                .toList();
    }

    private static Query alike(PassageEngine engine, Passage passage) {
        String text = Spelling.clean(passage.title() + "\n" + passage.text());
        Map<String, Word> words = new LinkedHashMap<>();
        for (Token token : Chain.VN.tokens(text)) {
            var word = new Word(token.term(), Spelling.key(text.substring(token.start(), token.end())), 1);
            words.merge(token.term(), word, (one, other) -> one.again());
        }
        Commonness commonness =
                engine.commonness(words.values().stream().map(Word::folded).collect(Collectors.toSet()));
        Set<String> telling = words.values().stream()
                .sorted(Comparator.comparingDouble((Word w) -> -w.times() * commonness.rarity(w.folded()))
                        .thenComparing(Word::term))
                .limit(TELLING_WORDS)
                .map(Word::term)
                .collect(Collectors.toSet());
        var alike = new BooleanQuery.Builder();
        telling.forEach(term -> alike.add(new TermQuery(new Term(IndexFields.ALL_VN, term)), Occur.SHOULD));
        Chain.VN_SH.terms(text).stream()
                .distinct()
                .filter(pair -> telling.containsAll(List.of(pair.split(" "))))
                .forEach(pair -> alike.add(
                        new BoostQuery(new TermQuery(new Term(IndexFields.ALL_VN_SH, pair)), 2), Occur.SHOULD));
        return alike.setMinimumNumberShouldMatch(2).build();
    }

    private record Word(String term, String folded, int times) {
        Word again() {
            return new Word(term, folded, times + 1);
        }
    }
}
