package vn.quantriet.lectures;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.quantriet.lectures.FakeLibrary.CO_SO;
import static vn.quantriet.lectures.FakeLibrary.NQ_18;
import static vn.quantriet.lectures.FakeLibrary.NQ_57;
import static vn.quantriet.lectures.FakeLibrary.clause;
import static vn.quantriet.lectures.FakeLibrary.deck;
import static vn.quantriet.lectures.FakeLibrary.slide;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import vn.quantriet.content.DeckId;
import vn.quantriet.content.ReadingPanel.Kind;
import vn.quantriet.ui.Translations;

class SlidePanelTest {
    private final SlidePanel panel = new SlidePanel(new Translations());

    @BeforeEach
    void speakVietnamese() {
        LocaleContextHolder.setLocale(Translations.VIETNAMESE);
    }

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void citedClausesHaveTheirSlidesInOrder() {
        var holding = new FakeLibrary()
                .withDecks(
                        NQ_57,
                        deck(
                                CO_SO,
                                "NQ 57 cho cơ sở",
                                slide(1, "Mở đầu", ""),
                                slide(2, "Ai là trung tâm?", "", clause(NQ_57, "ii.2"), clause(NQ_57, "i.1")),
                                slide(3, "Lặp", "", clause(NQ_57, "ii.2"), clause(NQ_57, "ii.2"))),
                        deck(new DeckId(NQ_57, "khac"), "Bài khác", slide(1, "Một", "", clause(NQ_57, "ii.2"))));

        var items = panel.items(holding);

        assertThat(items)
                .extracting(
                        i -> i.clause().value(), i -> i.aside(), i -> i.href().orElseThrow())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "ii.2", "trang 2/3 · NQ 57 cho cơ sở", "/trinh-chieu/57-nq-tw/co-so#/2"),
                        org.assertj.core.groups.Tuple.tuple(
                                "i.1", "trang 2/3 · NQ 57 cho cơ sở", "/trinh-chieu/57-nq-tw/co-so#/2"),
                        org.assertj.core.groups.Tuple.tuple(
                                "ii.2", "trang 3/3 · NQ 57 cho cơ sở", "/trinh-chieu/57-nq-tw/co-so#/3"),
                        org.assertj.core.groups.Tuple.tuple(
                                "ii.2", "trang 1/1 · Bài khác", "/trinh-chieu/57-nq-tw/khac#/1"));
        assertThat(items).allSatisfy(i -> {
            assertThat(i.kind()).isEqualTo(Kind.SLIDE);
            assertThat(i.label()).isEqualTo("Bài giảng");
            assertThat(i.editable()).isEmpty();
        });
    }

    @Test
    void clauseOfAnotherTextIsNotOnThisPage() {
        var holding =
                new FakeLibrary().withDecks(NQ_57, deck(CO_SO, "Bài", slide(1, "So sánh", "", clause(NQ_18, "ii.1"))));

        assertThat(panel.items(holding)).isEmpty();
    }

    @Test
    void titlesAreEscaped() {
        var holding = new FakeLibrary()
                .withDecks(NQ_57, deck(CO_SO, "A & B", slide(1, "<b>Ai?</b>", "", clause(NQ_57, "i"))));

        assertThat(panel.items(holding).getFirst().html())
                .isEqualTo("<div class=\"slide\"><span>&lt;b&gt;Ai?&lt;/b&gt;</span>"
                        + "<small>Trần Minh Khang · A &amp; B</small></div>");
    }
}
