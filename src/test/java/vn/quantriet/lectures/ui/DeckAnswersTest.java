package vn.quantriet.lectures.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.quantriet.lectures.FakeLibrary.CO_SO;
import static vn.quantriet.lectures.FakeLibrary.NQ_57;
import static vn.quantriet.lectures.FakeLibrary.clause;
import static vn.quantriet.lectures.FakeLibrary.deck;
import static vn.quantriet.lectures.FakeLibrary.slide;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import vn.quantriet.lectures.ActingMember;
import vn.quantriet.lectures.FakeLibrary;
import vn.quantriet.lectures.Lectures;
import vn.quantriet.lectures.LecturesFixture;
import vn.quantriet.organisation.Role;
import vn.quantriet.ui.Translations;

class DeckAnswersTest {
    private static final String ADDRESS = "/api/decks/57-nq-tw/co-so";

    private final FakeLibrary library = new FakeLibrary();
    private final ActingMember acting = new ActingMember();
    private final Lectures lectures = LecturesFixture.lectures(library, acting);
    private final MockMvc browser = MockMvcBuilders.standaloneSetup(
                    new DeckAnswers(lectures, new SlidePages(lectures, new Translations())))
            .build();

    @BeforeEach
    void fill() {
        library.withDecks(NQ_57, deck(CO_SO, "Cho chi bộ", slide(1, "Ai?", "<p>lời giảng</p>", clause(NQ_57, "ii.2"))));
    }

    @Test
    void plainMemberGetsTheDeckWithoutTheSpeakersWords() throws Exception {
        browser.perform(get(ADDRESS).locale(Locale.of("vi")))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"a1b2-vi\""))
                .andExpect(header().string("Cache-Control", "no-cache, private"))
                .andExpect(content().json("""
                        {"title":"Cho chi bộ","slides":[{"number":1,"title":"Ai?","html":"<h1>Ai?</h1>",
                         "cites":[{"label":"II.2","href":"/van-ban/57-nq-tw#ii.2"}],"notes":null}]}"""));
    }

    @Test
    void reporterGetsTheSpeakersWords() throws Exception {
        acting.is(7, "Khang", Role.MEMBER, Role.REPORTER);

        browser.perform(get(ADDRESS).locale(Locale.of("vi")))
                .andExpect(header().string("ETag", "\"a1b2-notes-vi\""))
                .andExpect(content().json("{\"slides\":[{\"notes\":\"<p>lời giảng</p>\"}]}"));
    }

    @Test
    void unchangedDeckIsNotSentAgainButANewRoleIs() throws Exception {
        browser.perform(get(ADDRESS).locale(Locale.of("vi")).header("If-None-Match", "\"a1b2-vi\""))
                .andExpect(status().isNotModified());

        acting.is(7, "Khang", Role.MEMBER, Role.REPORTER);
        var body = browser.perform(get(ADDRESS).locale(Locale.of("vi")).header("If-None-Match", "\"a1b2-vi\""))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(body).contains("lời giảng");
    }

    @Test
    void slidesAreReadOneBelowTheOtherWithoutTheSpeakersWords() throws Exception {
        var html = pages();

        assertThat(html)
                .contains(
                        "<section class=\"slide-page\" id=\"trang-1\">",
                        "Trang 1/1",
                        "<h2>Ai?</h2>",
                        "href=\"/van-ban/57-nq-tw#ii.2\">II.2</a>")
                .doesNotContain("lời giảng", "<h1>");
    }

    @Test
    void reporterReadsTheSpeakersWordsToo() throws Exception {
        acting.is(7, "Khang", Role.MEMBER, Role.REPORTER);

        assertThat(pages()).contains("<summary>Lời giảng</summary><p>lời giảng</p>");
    }

    private String pages() throws Exception {
        return browser.perform(get(ADDRESS + "/pages").locale(Locale.of("vi")))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/html;charset=UTF-8"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void templateIsAFileToKeep() throws Exception {
        browser.perform(get("/api/deck-template"))
                .andExpect(header().string("Content-Disposition", "attachment; filename=\"bai-giang-mau.md\""))
                .andExpect(content().contentType("text/markdown;charset=UTF-8"))
                .andExpect(content().string(org.hamcrest.Matchers.startsWith("---\ntitle: Tên bài giảng\n")));
    }

    @Test
    void unknownDeckIsNotFound() throws Exception {
        browser.perform(get("/api/decks/57-nq-tw/khong-co")).andExpect(status().isNotFound());
        browser.perform(get("/api/decks/..57/co-so")).andExpect(status().isNotFound());
    }
}
