package vn.quantriet.search.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.quantriet.portal.People;
import vn.quantriet.portal.PortalTest;
import vn.quantriet.search.SampleQuestion;
import vn.quantriet.search.Search;
import vn.quantriet.search.SharedReport.Condition;
import vn.quantriet.search.lucene.Damage;
import vn.quantriet.search.lucene.LocalSearch;

/** A whole portal that is set to use OpenSearch: asked the questions of the sample library, it answers as the index of its machine. */
@PortalTest
@Import(LocalSearch.class)
@DirtiesContext
@SuppressWarnings("NullAway.Init")
class SharedSampleQuestionsTest {
    private static final double SHARE = 0.98;
    private static final long SEED = 57;

    @Autowired
    Search search;

    @Autowired
    LocalSearch local;

    @Autowired
    SharedCare care;

    @Autowired
    People people;

    @DynamicPropertySource
    static void useOpenSearch(DynamicPropertyRegistry properties) {
        var settings = OnOpenSearch.settings();
        properties.add("quantriet.search.opensearch.url", settings::url);
        properties.add("quantriet.search.opensearch.prefix", settings::prefix);
    }

    @BeforeEach
    void waitForBoth() {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            assertThat(care.report().condition()).isEqualTo(Condition.ANSWERS);
            assertThat(local.search().building()).isFalse();
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"AS_WRITTEN", "NO_ACCENTS"})
    void firstHitIsThatOfTheLocalIndex(Damage damage) {
        var random = new Random(SEED);
        List<String> differing = new ArrayList<>();
        int others = 0;
        var questions = SampleQuestion.all();
        for (SampleQuestion question : questions) {
            var query = Search.Query.of(damage.of(question.text(), random));
            var here = people.as("ha", () -> local.search().find(query));
            var there = people.as("ha", () -> search.find(query));
            assertThat(there.counts()).as(question.id()).isEqualTo(here.counts());
            if (!first(here).equals(first(there))) {
                differing.add(question.id() + " " + query.text() + ": " + first(here) + ", got " + first(there));
            }
            others += keys(here).equals(keys(there)) ? 0 : 1;
        }
        System.out.printf(
                Locale.ROOT,
                "opensearch questions=%d typed=%s same_first=%.4f same_page=%.4f seed=%d%n",
                questions.size(),
                damage,
                1 - differing.size() / (double) questions.size(),
                1 - others / (double) questions.size(),
                SEED);
        differing.forEach(System.out::println);
        assertThat(differing).hasSizeLessThanOrEqualTo((int) (questions.size() * (1 - SHARE)));
        assertThat(care.report().condition()).isEqualTo(Condition.ANSWERS);
    }

    private static String first(Search.Results results) {
        return keys(results).stream().findFirst().orElse("nothing");
    }

    private static List<String> keys(Search.Results results) {
        return results.hits().stream().map(hit -> hit.passage().key()).toList();
    }
}
