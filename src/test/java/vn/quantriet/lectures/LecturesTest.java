package vn.quantriet.lectures;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.quantriet.lectures.FakeLibrary.CO_SO;
import static vn.quantriet.lectures.FakeLibrary.NQ_18;
import static vn.quantriet.lectures.FakeLibrary.NQ_57;
import static vn.quantriet.lectures.FakeLibrary.clause;
import static vn.quantriet.lectures.FakeLibrary.deck;
import static vn.quantriet.lectures.FakeLibrary.slide;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.quantriet.organisation.Role;

class LecturesTest {
    private final FakeLibrary library = new FakeLibrary();
    private final ActingMember acting = new ActingMember();
    private final Lectures lectures = new Lectures(library, acting);

    @BeforeEach
    void fill() {
        library.withDecks(NQ_57, deck(CO_SO, "Nghị quyết 57 cho chi bộ", slide(1, "Ai?", "<p>lời giảng</p>")));
    }

    @Test
    void speakersWordsAreOnlyForReportersEditorsAndAdministrators() {
        acting.is(1, "Hà", Role.MEMBER, Role.SECRETARY);
        assertThat(notes()).isEmpty();
        acting.is(2, "Khang", Role.MEMBER, Role.REPORTER);
        assertThat(notes()).isEqualTo("<p>lời giảng</p>");
        acting.is(4, "Mai", Role.MEMBER, Role.EDITOR);
        assertThat(notes()).isEqualTo("<p>lời giảng</p>");
        acting.is(3, "Quản trị", Role.MEMBER, Role.ADMINISTRATOR);
        assertThat(notes()).isEqualTo("<p>lời giảng</p>");
    }

    @Test
    void listNamesEveryDeckOfEveryText() {
        assertThat(lectures.all())
                .extracting(lecture ->
                        lecture.text().number() + " " + lecture.deck().title())
                .containsExactly("57-NQ/TW Nghị quyết 57 cho chi bộ");
        assertThat(lectures.all().getFirst().deck().slides()).isEqualTo(1);
    }

    @Test
    void anyNamesFromAnAddressAreAnswered() {
        assertThat(lectures.find("57-nq-tw", "../co-so")).isEmpty();
        assertThat(lectures.find("../57", "co-so")).isEmpty();
        assertThat(lectures.find("99-nq-tw", "co-so")).isEmpty();
    }

    @Test
    void filterNeedsNoAccents() {
        var lecture = lectures.all().getFirst();

        assertThat(lecture.matches("chuyen doi so")).isTrue();
        assertThat(lecture.matches("TRAN MINH 57")).isTrue();
        assertThat(lecture.matches("nông thon")).isTrue();
        assertThat(lecture.matches("chuyen doi xanh")).isFalse();
    }

    @Test
    void citationNamesTheOtherText() {
        assertThat(lectures.citation(CO_SO, clause(NQ_57, "ii.2"))).isEqualTo("II.2");
        assertThat(lectures.citation(CO_SO, clause(NQ_18, "i.1.a"))).isEqualTo("18-NQ/TW I.1.a");
    }

    private String notes() {
        return lectures.find("57-nq-tw", "co-so")
                .orElseThrow()
                .deck()
                .slides()
                .getFirst()
                .notesHtml();
    }
}
