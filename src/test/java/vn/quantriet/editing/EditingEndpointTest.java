package vn.quantriet.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.quantriet.content.Manuscript.TEXT;
import static vn.quantriet.editing.FakeTexts.NQ_57;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import vn.quantriet.ui.Translations;

class EditingEndpointTest {
    @TempDir
    Path folder;

    private EditingFixture portal;
    private DraftWriting writing;
    private DraftPictures pictures;
    private MockMvc browser;
    private DraftId draft;

    @BeforeEach
    void start() {
        portal = EditingFixture.start(folder).mai();
        writing = portal.get(DraftWriting.class);
        var desk = portal.get(EditingDesk.class);
        pictures = portal.get(DraftPictures.class);
        draft = desk.begin(NQ_57);
        browser = MockMvcBuilders.standaloneSetup(
                        new EditingEndpoint(
                                writing,
                                desk,
                                pictures,
                                (id, path, markdown, language, files) -> "<p>" + id + "/" + path + " "
                                        + markdown.length() + new TreeMap<>(files) + "</p>",
                                new Translations()),
                        new DraftFileEndpoint(pictures))
                .build();
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void fileIsFetchedAndSavedAndCheckedInTheReadersLanguage() throws Exception {
        call(get(address("file?path=resolution.md")))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(content().json("{\"path\":\"resolution.md\",\"version\":0,\"writable\":true}"));

        save("{\"path\":\"resolution.md\",\"text\":\"một\\nhai!\",\"version\":0,\"replace\":false}")
                .andExpect(content().json("{\"version\":1,\"elsewhere\":null}"));

        call(get(address("check?path=resolution.md"))).andExpect(content().json("""
                        {"count":1,"problems":[{"path":"resolution.md","line":2,"column":4,"place":"Dòng 2, cột 4"}],
                         "html":"<p>57-nq-tw/resolution.md 8{}</p>"}"""));
    }

    @Test
    void lateSaveIsAnsweredWithTheWordsFromElsewhere() throws Exception {
        writing.save(draft, TEXT, "ở nơi khác", 0);

        save("{\"path\":\"resolution.md\",\"text\":\"ở đây\",\"version\":0,\"replace\":false}")
                .andExpect(content().json("{\"version\":1,\"elsewhere\":\"ở nơi khác\"}"));
        save("{\"path\":\"resolution.md\",\"text\":\"ở đây\",\"version\":0,\"replace\":true}")
                .andExpect(content().json("{\"version\":2,\"elsewhere\":null}"));

        assertThat(writing.read(draft, TEXT).orElseThrow().body()).isEqualTo("ở đây");
    }

    @Test
    void refusalsSayWhy() throws Exception {
        save("{\"path\":\"../x\",\"text\":\"\",\"version\":0,\"replace\":false}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().json("{\"message\":\"Không có tệp nào mang tên ấy.\"}"));
        call(get("/api/drafts/0/check?path=x")).andExpect(status().isNotFound());
        call(get("/api/drafts/12345678901234567890/file?path=x")).andExpect(status().isNotFound());
        portal.get(Reviewing.class).send(draft);
        save("{\"path\":\"resolution.md\",\"text\":\"x\",\"version\":0,\"replace\":false}")
                .andExpect(status().isConflict());
        portal.khang();
        call(get(address("file?path=resolution.md"))).andExpect(status().isNotFound());
    }

    @Test
    void fileOfADraftIsServedWithoutRightsToThoseWhoSeeTheDraft() throws Exception {
        pictures.add(draft, "so-do.png", new byte[] {1, 2});
        var href = "/api/drafts/" + draft + "/files/0102/so-do.png";

        call(get(address("check?path=resolution.md")))
                .andExpect(content().json("{\"html\":\"<p>57-nq-tw/resolution.md 40{so-do.png=" + href + "}</p>\"}"));
        call(get(href))
                .andExpect(status().isOk())
                .andExpect(content().bytes(new byte[] {1, 2}))
                .andExpect(header().string("Content-Type", "image/png"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Cache-Control", "max-age=3600, private"))
                .andExpect(header().string(
                                "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox"));
        call(get("/api/drafts/" + draft + "/files/0103/so-do.png")).andExpect(status().isNotFound());
        call(get("/api/drafts/" + draft + "/files/0102/khac.png")).andExpect(status().isNotFound());
        portal.nghia();
        call(get(href)).andExpect(status().isNotFound());
        portal.mai();
        portal.get(Reviewing.class).send(draft);
        portal.nghia();
        call(get(href)).andExpect(status().isOk());
        portal.khang();
        call(get(href)).andExpect(status().isNotFound());
    }

    private String address(String what) {
        return "/api/drafts/" + draft + "/" + what;
    }

    private ResultActions save(String body) throws Exception {
        return call(post(address("file"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.getBytes(StandardCharsets.UTF_8)));
    }

    private ResultActions call(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request.locale(Locale.of("vi")));
    }
}
