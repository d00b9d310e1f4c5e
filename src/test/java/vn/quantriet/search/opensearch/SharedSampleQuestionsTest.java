package vn.quantriet.search.opensearch;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.quantriet.content.ClauseRef;
import vn.quantriet.portal.People;
import vn.quantriet.portal.PortalTest;
import vn.quantriet.search.Facet;
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
    Reach reach;

    @Autowired
    Clients clients;

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
    @EnumSource(names = "AS_WRITTEN")
    void firstHitIsThatOfTheLocalIndex(Damage damage) {
        long before = askedOfOpenSearch();
        var random = new Random(SEED);
        List<String> differing = new ArrayList<>();
        int others = 0;
        var questions = SampleQuestion.all();
        for (SampleQuestion question : questions) {
            var query = Search.Query.of(damage.of(question.text(), random));
            var here = ha(() -> local.search().find(query));
            var there = ha(() -> search.find(query));
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
        assertThat(askedOfOpenSearch() - before).isGreaterThanOrEqualTo(2L * questions.size());
    }

    private long askedOfOpenSearch() {
        var all = NotAnswered.unless(() -> clients.keeping()
                .indices()
                .stats(s -> s.index(reach.asked().orElseThrow()))
                .all());
        return requireNonNull(all.total().search()).queryTotal();
    }

    @Test
    void answersOfAnyOtherKindAreTheSameToo() {
        var random = new Random(SEED);
        Set<ClauseRef> cited = new HashSet<>();
        for (SampleQuestion question : SampleQuestion.all().stream().limit(40).toList()) {
            var query = narrowed(question.text(), random);
            var here = ha(() -> local.search().find(query));
            var there = ha(() -> search.find(query));
            assertThat(keys(there)).as(query.toString()).isEqualTo(keys(here));
            assertThat(there.counts()).as(query.toString()).isEqualTo(here.counts());
            assertThat(there.total()).isEqualTo(here.total());
            assertThat(there.groups())
                    .extracting(Search.Group::text, Search.Group::total)
                    .isEqualTo(here.groups().stream()
                            .map(g -> tuple(g.text(), g.total()))
                            .toList());
            String typed = question.text()
                    .substring(0, 3 + random.nextInt(question.text().length() - 3));
            assertThat(ha(() -> search.suggest(typed, 8)))
                    .as(typed)
                    .isEqualTo(ha(() -> local.search().suggest(typed, 8)));
            here.hits().forEach(hit -> cited.addAll(hit.passage().cites()));
            keys(here).stream()
                    .limit(1)
                    .forEach(key -> assertThat(ha(() -> search.similar(key, 5)))
                            .as(key)
                            .isEqualTo(ha(() -> local.search().similar(key, 5))));
        }
        assertThat(cited).hasSizeGreaterThan(5);
        cited.forEach(clause -> assertThat(ha(() -> search.citing(clause, 50)))
                .extracting(h -> h.passage().key())
                .containsExactlyInAnyOrderElementsOf(ha(() -> local.search().citing(clause, 50)).stream()
                        .map(h -> h.passage().key())
                        .toList())
                .isNotEmpty());
    }

    /** By some values of two facets, as a member may choose them. */
    private Search.Query narrowed(String text, Random random) {
        var counts = ha(() -> local.search().find(Search.Query.of(text))).counts();
        var query = Search.Query.of(text);
        List<Facet> facets = new ArrayList<>(counts.keySet());
        Collections.sort(facets);
        Collections.shuffle(facets, random);
        for (Facet facet : facets.stream().limit(2).toList()) {
            var values = requireNonNull(counts.get(facet)).keySet().stream()
                    .sorted()
                    .filter(value -> random.nextBoolean())
                    .collect(Collectors.toSet());
            query = query.with(facet, values);
        }
        var order = random.nextInt(4) == 0 ? Search.Order.NEWEST : Search.Order.RELEVANCE;
        return new Search.Query(text, Optional.empty(), query.chosen(), order, false, 0, 20);
    }

    private <T> T ha(Callable<T> question) {
        return people.as("ha", question);
    }

    private static String first(Search.Results results) {
        return keys(results).stream().findFirst().orElse("nothing");
    }

    private static List<String> keys(Search.Results results) {
        return results.hits().stream().map(hit -> hit.passage().key()).toList();
    }
}
