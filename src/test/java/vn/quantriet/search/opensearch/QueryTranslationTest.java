package vn.quantriet.search.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QueryTranslationTest {
    private static final Query TERM = new TermQuery(new Term("words", "bo may"));

    static List<Query> empty() {
        return List.of(
                new MatchNoDocsQuery(),
                new BooleanQuery.Builder().build(),
                new BooleanQuery.Builder().add(TERM, Occur.MUST_NOT).build(),
                new BooleanQuery.Builder()
                        .add(TERM, Occur.SHOULD)
                        .setMinimumNumberShouldMatch(2)
                        .build(),
                new TermInSetQuery("audience", List.<BytesRef>of()));
    }

    @ParameterizedTest
    @MethodSource("empty")
    void whatMatchesNothingInLuceneMatchesNothing(Query query) {
        assertThat(json(query)).isEqualTo("{\"match_none\":{}}");
    }

    @Test
    void conditionsAndWeightsStayAsTheyAre() {
        var query = new BooleanQuery.Builder()
                .add(new BoostQuery(TERM, 0.5f), Occur.SHOULD)
                .add(new BoostQuery(new ConstantScoreQuery(TERM), 24), Occur.SHOULD)
                .add(new TermInSetQuery("audience", List.of(new BytesRef("all"), new BytesRef("unit:4"))), Occur.FILTER)
                .add(new PrefixQuery(new Term("words", "chuy")), Occur.MUST)
                .build();
        assertThat(json(query))
                .contains("{\"term\":{\"words\":{\"boost\":0.5,\"value\":\"bo may\"}}}")
                .contains("{\"constant_score\":{\"boost\":24.0,\"filter\":{\"term\"")
                .contains("{\"terms\":{\"audience\":[\"all\",\"unit:4\"],\"boost\":1.0}}")
                .contains("{\"prefix\":{\"words\":{\"boost\":1.0,\"value\":\"chuy\"}}}")
                .contains("\"minimum_should_match\":\"0\"");
    }

    @Test
    void phraseAndMistypedWordAreSaid() {
        assertThat(json(new PhraseQuery("all_vn", "bộ", "máy")))
                .contains("\"match_phrase\":{\"all_vn\":")
                .contains("\"query\":\"bộ\\nmáy\"");
        assertThat(json(new FuzzyQuery(new Term("title_fold", "nghj"), 1, 1, 30, true)))
                .contains("\"fuzziness\":\"1\"", "\"max_expansions\":30", "\"prefix_length\":1", "\"value\":\"nghj\"");
    }

    static Stream<Query> unknown() {
        return Stream.of(
                new MatchAllDocsQuery(),
                new BooleanQuery.Builder()
                        .add(new MatchAllDocsQuery(), Occur.FILTER)
                        .build());
    }

    @ParameterizedTest
    @MethodSource("unknown")
    void queryThatSearchDoesNotMakeIsRefused(Query query) {
        assertThatThrownBy(() -> QueryTranslation.of(query))
                .hasMessage("expected a query that search makes, got org.apache.lucene.search.MatchAllDocsQuery");
    }

    private static String json(Query query) {
        return QueryTranslation.of(query).toJsonString();
    }
}
