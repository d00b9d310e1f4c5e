package vn.quantriet.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.quantriet.portal.People;
import vn.quantriet.portal.PortalTest;
import vn.quantriet.search.lucene.Damage;

/** What members would ask of the sample library, each question with the clauses that answer it: {@code 57-nq-tw#ii.2}, or a whole text. */
@PortalTest
class SampleQuestionsTest {
    private static final int FIRST = 3;
    private static final double SHARE = 0.95;
    private static final long SEED = 57;
    private static final List<SampleQuestion> QUESTIONS = SampleQuestion.all();

    @Autowired
    Search search;

    @Autowired
    People people;

    @Test
    void thereAreEnoughQuestionsOverAllTexts() {
        assertThat(QUESTIONS).hasSizeGreaterThanOrEqualTo(150);
        assertThat(QUESTIONS.stream()
                        .flatMap(q -> q.clauses().stream())
                        .map(c -> c.split("#")[0])
                        .distinct())
                .hasSize(13);
    }

    @ParameterizedTest
    @EnumSource
    void rightClauseIsAmongTheFirstThreeHoweverItIsTyped(Damage damage) {
        await().untilAsserted(() -> assertThat(search.building()).isFalse());
        var random = new Random(SEED);
        List<String> missed = new ArrayList<>();
        for (SampleQuestion question : QUESTIONS) {
            String typed = damage.of(question.text(), random);
            List<String> opened = people.as("ha", () -> search.find(Search.Query.of(typed))).hits().stream()
                    .map(Search.Hit::passage)
                    .map(SampleQuestionsTest::opens)
                    .limit(FIRST)
                    .toList();
            if (opened.stream().noneMatch(question.clauses()::contains)) {
                missed.add(question.id() + " " + typed + " " + question.clauses() + ", got " + opened);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "questions=%d typed=%s in_first_%d=%.4f seed=%d%n",
                QUESTIONS.size(),
                damage,
                FIRST,
                1 - missed.size() / (double) QUESTIONS.size(),
                SEED);
        if (System.getProperty("missed") != null) {
            missed.forEach(System.out::println);
        }
        assertThat(missed).hasSizeLessThanOrEqualTo((int) (QUESTIONS.size() * (1 - SHARE)));
    }

    /** Where a hit opens in a text: at a clause, or at its beginning. */
    private static String opens(Passage passage) {
        return passage.href().startsWith("/van-ban/") ? passage.href().substring("/van-ban/".length()) : passage.href();
    }
}
