package vn.quantriet.content.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.quantriet.content.library.LibraryFixture.ID;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.quantriet.content.Attachment.Pixels;
import vn.quantriet.content.Attachments.AttachmentInUse;
import vn.quantriet.content.Author;
import vn.quantriet.content.ContentChanged;
import vn.quantriet.content.format.Hashes;

class LibraryAttachmentsTest {
    private static final Author MAI = new Author("Mai", "mai@localhost");
    private static final byte[] PICTURE = HostileInputsTest.png(640, 480);

    @TempDir
    Path folder;

    LibraryFixture fixture;
    LiveLibrary library;
    LibraryAttachments attachments;
    MockMvcTester browser;

    @BeforeEach
    void start() throws Exception {
        fixture = new LibraryFixture(folder);
        library = fixture.open();
        attachments = new LibraryAttachments(library);
        browser = MockMvcTester.of(new AttachmentEndpoint(attachments));
    }

    @AfterEach
    void stop() {
        library.destroy();
    }

    @Test
    void addedFileIsCommittedInItsAuthorsNameAndServedForever() throws Exception {
        var added = attachments.add(ID, "so-do.png", PICTURE, MAI);

        assertThat(added.pixels()).contains(new Pixels(640, 480));
        assertThat(added.href()).isEqualTo("/van-ban/57-nq-tw/tep/" + Hashes.of(PICTURE) + "/so-do.png");
        assertThat(attachments.of(ID)).containsExactly(added);
        assertThat(fixture.log().getFirst()).isEqualTo("Mai <mai@localhost>: Add 57-nq-tw/files/so-do.png");
        assertThat(fixture.isClean()).isTrue();
        assertThat(fixture.events.poll()).isEqualTo(new ContentChanged(ID));
        var answer = browser.get().uri(added.href()).exchange();
        assertThat(answer).hasStatusOk().hasContentType("image/png");
        assertThat(answer).hasHeader("Cache-Control", "max-age=31536000, private, immutable");
        assertThat(answer).hasHeader("X-Content-Type-Options", "nosniff");
        assertThat(answer)
                .hasHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        assertThat(answer.getResponse().getContentAsByteArray()).isEqualTo(PICTURE);
    }

    @Test
    void oldAddressesLeadToThePresentFile() {
        var old = attachments.add(ID, "so-do.png", PICTURE, MAI);
        var now = attachments.add(ID, "so-do.png", HostileInputsTest.png(10, 10), MAI);

        assertThat(now.hash()).isNotEqualTo(old.hash());
        assertThat(browser.get().uri(old.href()).exchange()).hasStatus(302).hasRedirectedUrl(now.href());
        assertThat(browser.get().uri("/van-ban/57-nq-tw/tep/so-do.png").exchange())
                .hasStatus(302)
                .hasRedirectedUrl(now.href());
        assertThat(browser.get().uri("/van-ban/57-nq-tw/tep/khac.png").exchange())
                .hasStatus(404);
        assertThat(browser.get().uri("/van-ban/57-nq-tw/tep/00/khac.png").exchange())
                .hasStatus(404);
    }

    @Test
    void pictureStandsInTextKeyPointAndSlideWithItsSizeAndWords() throws Exception {
        var picture = attachments.add(ID, "so-do.png", PICTURE, MAI);
        var shown = "![Sơ đồ tổ chức](files/so-do.png)";
        Files.writeString(
                fixture.file("resolution.md"), LibraryFixture.text("57-NQ/TW", "Người dân là trung tâm.\n\n" + shown));
        Files.writeString(fixture.file("key-points.md"), "## Điểm\n\nChữ. [I](clause:i)\n\n" + shown + "\n");
        Files.writeString(fixture.file("slides/co-so.md"), LibraryFixture.deck("Trang") + "\n" + shown + "\n");
        library.refresh(List.of(ID.value()));

        var img = "<img src=\"" + picture.href()
                + "\" alt=\"Sơ đồ tổ chức\" width=\"640\" height=\"480\" loading=\"lazy\" decoding=\"async\" />";
        assertThat(LibraryFixture.codes(library)).isEmpty();
        assertThat(fragment()).contains("<p>" + img + "</p>");
        assertThat(library.get(ID).keyPoints().getFirst().html()).contains(img);
        assertThat(library.get(ID).decks().getFirst().slides().getFirst().html())
                .contains(img);
        assertThat(LibraryFixture.words(library)).isEqualTo("Người dân là trung tâm.\nSơ đồ tổ chức");

        Files.write(fixture.file("files/so-do.png"), HostileInputsTest.png(64, 48));
        library.refresh(List.of(ID.value()));
        assertThat(fragment()).contains("width=\"64\" height=\"48\"").doesNotContain(picture.hash());
    }

    private String fragment() {
        var relations = new LibraryRelations(library, LibraryFixture.CLOCK);
        var texts = new vn.quantriet.ui.Translations();
        return new RenderedFragments(
                        library, texts, relations, new vn.quantriet.content.ValidityLabel(relations, texts))
                .of(ID, vn.quantriet.ui.Translations.VIETNAMESE)
                .html();
    }

    @Test
    void pictureThatIsMissingOrWordlessOrElsewhereIsAProblem() throws Exception {
        attachments.add(ID, "so-do.png", PICTURE, MAI);
        Files.writeString(fixture.file("resolution.md"), LibraryFixture.text("57-NQ/TW", """
                        ![Một](files/sodo.png)

                        ![](files/so-do.png)

                        ![Hai](https://example.vn/a.png)

                        ![Ba](files/a.pdf)

                        [Bốn](files/ban-do.pdf)
                        """));
        library.refresh(List.of(ID.value()));

        assertThat(LibraryFixture.codes(library))
                .containsExactly(
                        "57-nq-tw/resolution.md:15:1 attachment-missing-near",
                        "57-nq-tw/resolution.md:17:1 picture-words",
                        "57-nq-tw/resolution.md:19:1 picture-address",
                        "57-nq-tw/resolution.md:21:1 picture-document",
                        "57-nq-tw/resolution.md:23:7 attachment-missing");
    }

    @Test
    void fileThatIsShownCannotBeRemoved() throws Exception {
        attachments.add(ID, "so-do.png", PICTURE, MAI);
        Files.writeString(
                fixture.file("resolution.md"),
                LibraryFixture.text("57-NQ/TW", "Người dân là trung tâm. ![Sơ đồ](files/so-do.png)"));
        library.refresh(List.of(ID.value()));

        assertThatThrownBy(() -> attachments.remove(ID, "so-do.png", MAI))
                .isInstanceOfSatisfying(
                        AttachmentInUse.class, e -> assertThat(e.files()).containsExactly("resolution.md"));

        Files.writeString(fixture.file("resolution.md"), LibraryFixture.text("57-NQ/TW", "Người dân là trung tâm."));
        library.refresh(List.of(ID.value()));
        attachments.remove(ID, "so-do.png", MAI);
        assertThat(fixture.file("files/so-do.png")).doesNotExist();
        assertThat(fixture.log().getFirst()).isEqualTo("Mai <mai@localhost>: Remove 57-nq-tw/files/so-do.png");
    }

    @Test
    void uploadedDrawingLosesWhatCouldActAndSaysSo() {
        var svg = """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30">
                <script>alert(1)</script><rect onclick="x()" width="4" height="4" fill="red"/></svg>
                """.getBytes(StandardCharsets.UTF_8);

        assertThat(attachments.check(ID, "a.svg", svg).removed())
                .extracting(p -> p.line() + " " + p.arguments())
                .containsExactly("2 [<script>]", "2 [onclick=\"x()\"]");
        var added = attachments.add(ID, "a.svg", svg, MAI);
        assertThat(added.pixels()).contains(new Pixels(40, 30));
        assertThat(new String(attachments.content(ID, "a.svg").orElseThrow().bytes(), StandardCharsets.UTF_8))
                .isEqualTo("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 30\">\n"
                        + "<rect fill=\"red\" height=\"4\" width=\"4\"></rect></svg>");
    }

    @Test
    void moreThanFiftyFilesAreRefused() throws Exception {
        Files.createDirectories(fixture.file("files"));
        for (int i = 0; i < 50; i++) {
            Files.write(fixture.file("files/hinh-" + i + ".png"), PICTURE);
        }

        assertThat(attachments.check(ID, "nua.png", PICTURE).problems())
                .extracting(problem -> problem.code() + problem.arguments())
                .containsExactly("attachment-many[51, 50]");
        assertThat(attachments.check(ID, "hinh-0.png", PICTURE).problems()).isEmpty();
    }

    @Test
    void namesAreMadeFitForAddresses() {
        assertThat(attachments.nameFor("Sơ đồ 1 (cuối).JPEG")).contains("so-do-1-cuoi.jpg");
        assertThat(attachments.nameFor("日本.png")).contains("tep.png");
        assertThat(attachments.nameFor("a.exe")).isEmpty();
        assertThat(attachments.nameFor("khong-duoi")).isEmpty();
    }
}
