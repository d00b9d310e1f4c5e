package vn.quantriet.documents.writing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.quantriet.content.DeckId;
import vn.quantriet.content.DownloadAddress;
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.ui.Translations;

class DownloadEndpointTest {
    private static final ResolutionId NQ_57 = new ResolutionId("57-nq-tw");
    private static final DeckId CO_SO = new DeckId(NQ_57, "co-so");

    private final Manuscript manuscript;
    private final MockMvcTester browser;

    DownloadEndpointTest() throws IOException {
        manuscript = Samples.text(NQ_57.value());
        var downloads =
                new Downloads(id -> id.equals(NQ_57) ? Optional.of(manuscript) : Optional.empty(), new Translations());
        browser = MockMvcTester.of(new DownloadEndpoint(downloads));
    }

    private static void act(String role) {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(
                        "x",
                        "x",
                        List.of(new org.springframework.security.core.authority.SimpleGrantedAuthority(
                                "ROLE_" + role))));
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    private MvcTestResult get(String address) {
        return browser.get().uri(address).exchange();
    }

    @Test
    void aTextIsHandedOutUnderItsNumber() {
        var word = get(DownloadAddress.of(NQ_57, "docx", "vi"));

        assertThat(word)
                .hasStatusOk()
                .hasContentType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(word.getResponse().getHeader("Content-Disposition"))
                .startsWith("attachment; ")
                .contains("filename*=UTF-8''57-NQ-TW.docx");
        assertThat(word).hasHeader("Cache-Control", "no-cache, private");
        assertThat(word.getResponse().getContentAsByteArray()).startsWith('P', 'K');
        assertThat(get(DownloadAddress.of(NQ_57, "pdf", "en")).getResponse().getContentAsByteArray())
                .startsWith('%', 'P', 'D', 'F');
    }

    @Test
    void whatABrowserHasIsNotSentAgain() {
        var address = DownloadAddress.of(NQ_57, "docx", "vi");
        var tag = requireNonNull(get(address).getResponse().getHeader("ETag"));

        assertThat(tag).startsWith("\"0123456789abcdef-").endsWith("\"");
        var again = browser.get().uri(address).header("If-None-Match", tag).exchange();
        assertThat(again).hasStatus(304);
        assertThat(again.getResponse().getContentAsByteArray()).isEmpty();
        assertThat(get(DownloadAddress.of(NQ_57, "docx", "en")).getResponse().getHeader("ETag"))
                .isNotEqualTo(tag);
    }

    @Test
    void notesAreInPowerPointForReportersAndEditors() throws IOException {
        var address = DownloadAddress.of(CO_SO, "pptx", "vi");
        act("MEMBER");
        var hall = get(address);
        act("REPORTER");
        var speaker = get(address);

        assertThat(notes(hall)).isZero();
        assertThat(notes(speaker))
                .isEqualTo(manuscript.holding().decks().getFirst().slides().size());
        act("EDITOR");
        assertThat(notes(get(address))).isEqualTo(notes(speaker));
        assertThat(hall.getResponse().getHeader("ETag"))
                .isNotEqualTo(speaker.getResponse().getHeader("ETag"));
        assertThat(speaker.getResponse().getHeader("Content-Disposition")).contains("57-NQ-TW-co-so.pptx");
    }

    private static long notes(MvcTestResult answer) throws IOException {
        try (var show =
                new XMLSlideShow(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
            return show.getSlides().stream()
                    .filter(slide -> slide.getNotes() != null)
                    .count();
        }
    }

    @Test
    void answersAndNotesAreRefusedToMembers() {
        act("MEMBER");
        assertThat(get(DownloadAddress.withNotes(CO_SO, "vi")))
                .failure()
                .hasCauseInstanceOf(AccessDeniedException.class);
        assertThat(get(DownloadAddress.withQuiz(NQ_57, "docx", "vi")))
                .failure()
                .hasCauseInstanceOf(AccessDeniedException.class);
        act("ADMINISTRATOR");
        assertThat(get(DownloadAddress.withNotes(CO_SO, "vi"))).hasStatusOk();
        assertThat(get(DownloadAddress.withQuiz(NQ_57, "docx", "vi"))).hasStatusOk();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(get("/van-ban/1-nq-tw/tai-ve.docx")).hasStatus(404);
        assertThat(get("/van-ban/57-/tai-ve.docx")).hasStatus(404);
        assertThat(get("/van-ban/57-nq-tw/tai-ve.pptx")).hasStatus(404);
        assertThat(get("/bai-giang/57-nq-tw/khong-co/tai-ve.pptx")).hasStatus(404);
        assertThat(get("/bai-giang/57-nq-tw/co-so/tai-ve.docx")).hasStatus(404);
    }
}
