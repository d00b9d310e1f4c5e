package vn.quantriet.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import vn.quantriet.portal.People;
import vn.quantriet.portal.PortalTest;
import vn.quantriet.search.PeopleSearch;
import vn.quantriet.search.Search;
import vn.quantriet.search.SearchUse;
import vn.quantriet.search.use.SearchWords;
import vn.quantriet.search.use.UseReview;
import vn.quantriet.ui.Mode;

/** The whole portal: what an editor teaches is understood, and who finds whom. */
@PortalTest
@SuppressWarnings("NullAway.Init")
class TaughtWordsTest {
    @Autowired
    Search search;

    @Autowired
    SearchUse use;

    @Autowired
    UseReview review;

    @Autowired
    SearchWords words;

    @Autowired
    PeopleSearch peopleSearch;

    @Autowired
    IndexCare care;

    @Autowired
    Mode mode;

    @Autowired
    People people;

    @BeforeEach
    void waitForTheIndex() {
        await().untilAsserted(() -> assertThat(search.building()).isFalse());
    }

    private static Callable<Boolean> doing(Runnable deed) {
        return () -> {
            deed.run();
            return true;
        };
    }

    private long found(String text) {
        return people.as("ha", () -> search.find(Search.Query.of(text))).total();
    }

    @Test
    void wordsThatNoTextUsesFindWhatTheEditorSaysTheyMean() throws IOException {
        assertThat(found("bỏ zakaz")).isZero();
        assertThat(found("trung ương")).isPositive();

        people.as("mai", doing(() -> words.add(SearchWords.synonyms("bỏ zakaz", "trung ương"))));
        care.tend();

        assertThat(found("bỏ zakaz")).isPositive();
        assertThat(Files.readAllLines(mode.data().resolve("library/abbreviations.txt")))
                .last()
                .isEqualTo("bỏ zakaz ~ trung ương");
        people.as("mai", doing(() -> words.remove("bỏ zakaz ~ trung ương")));
        care.tend();
        assertThat(found("bỏ zakaz")).isZero();
    }

    @Test
    void membersMayNeitherTeachNorSeeWhatOthersAsked() {
        people.as("ha", doing(() -> use.asked("không thấy gì", false)));

        for (String who : List.of("ha", "khang", "binh", "tam")) {
            assertThat(people.as(who, review::isOpen)).as(who).isFalse();
            assertThatThrownBy(() -> people.as(who, words::lines)).as(who).isInstanceOf(AccessDeniedException.class);
        }
        for (String who : List.of("mai", "nghia", "quantri")) {
            assertThat(people.as(who, review::isOpen)).as(who).isTrue();
            assertThat(people.as(who, words::lines)).as(who).isNotEmpty();
        }
    }

    @Test
    void secretaryFindsPeopleOfTheirUnitAndSeesThemWhereTheyAreListed() {
        var cell = people.as("binh", () -> peopleSearch.find("nguyen"));
        var province = people.as("tam", () -> peopleSearch.find("nguyen"));

        assertThat(cell.people()).isNotEmpty().allSatisfy(person -> {
            assertThat(person.name()).contains("Nguyễn");
            assertThat(person.href()).matches("/theo-doi\\?don-vi=\\d+");
        });
        assertThat(cell.people())
                .extracting(PeopleSearch.Person::unit)
                .containsOnly(cell.people().getFirst().unit());
        assertThat(province.people()).hasSize(8);
        assertThat(people.as("quantri", () -> peopleSearch.find("nguyen")).people())
                .allSatisfy(person -> assertThat(person.href()).matches("/quan-tri\\?don-vi=\\d+&tim=[A-Za-z0-9%-]+"));
        assertThat(people.as("tam", () -> peopleSearch.find("dang bo")).units()).hasSize(8);
    }

    @Test
    void plainMembersAndEditorsFindNobody() {
        for (String who : List.of("ha", "khang", "mai")) {
            assertThat(people.as(who, () -> peopleSearch.find("nguyen")).isEmpty())
                    .as(who)
                    .isTrue();
            assertThat(people.as(who, peopleSearch::isOpen)).as(who).isFalse();
        }
    }
}
