package vn.quantriet.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static vn.quantriet.content.Manuscript.TEXT;
import static vn.quantriet.editing.FakeTexts.NQ_57;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import vn.quantriet.content.Attachment;
import vn.quantriet.content.Attachments.AttachmentRefused;
import vn.quantriet.content.Author;
import vn.quantriet.content.Problem;
import vn.quantriet.content.ResolutionId;

class DraftPicturesTest {
    private static final ResolutionId NEW = new ResolutionId("99-nq-tw");

    @TempDir
    Path folder;

    private EditingFixture portal;
    private EditingDesk desk;
    private DraftPictures pictures;

    @BeforeEach
    void start() {
        portal = EditingFixture.start(folder).mai();
        desk = portal.get(EditingDesk.class);
        pictures = portal.get(DraftPictures.class);
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    private long rows(String table) {
        var count = new JdbcTemplate(portal.get(DataSource.class))
                .queryForObject("select count(*) from " + table, Long.class);
        return Objects.requireNonNull(count);
    }

    private void beside(String name, int... bytes) {
        var content = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            content[i] = (byte) bytes[i];
        }
        portal.get(FakeAttachments.class).add(NQ_57, name, content, new Author("Thư viện", "tv@example.vn"));
    }

    @Test
    void fileIsKeptWithTheDraftAndNeverOverAnother() {
        beside("bieu-do.png", 9);
        var draft = desk.begin(NQ_57);

        assertThat(pictures.add(draft, "so-do.png", new byte[] {1}).attachment().link())
                .isEqualTo("files/so-do.png");
        assertThat(pictures.add(draft, "so-do.png", new byte[] {2}).attachment().link())
                .isEqualTo("files/so-do-2.png");
        assertThat(pictures.add(draft, "bieu-do.png", new byte[] {3})
                        .attachment()
                        .link())
                .isEqualTo("files/bieu-do-2.png");

        assertThat(pictures.of(draft))
                .extracting(p -> p.attachment().name(), DraftPictures.Picture::isNew, DraftPictures.Picture::href)
                .containsExactly(
                        tuple("bieu-do-2.png", true, "/api/drafts/" + draft + "/files/03/bieu-do-2.png"),
                        tuple("bieu-do.png", false, "/van-ban/57-nq-tw/tep/09/bieu-do.png"),
                        tuple("so-do-2.png", true, "/api/drafts/" + draft + "/files/02/so-do-2.png"),
                        tuple("so-do.png", true, "/api/drafts/" + draft + "/files/01/so-do.png"));
        assertThat(portal.get(FakeAttachments.class).of(NQ_57)).hasSize(1);
        assertThat(portal.get(FakeTexts.class).inTransaction).isFalse();
    }

    @Test
    void sameBytesAreKeptOnceAndThoseOfTheLibraryNotAtAll() {
        beside("bieu-do.png", 9);
        var draft = desk.begin(NQ_57);

        pictures.add(draft, "so-do.png", new byte[] {1});
        assertThat(pictures.add(draft, "khac.png", new byte[] {1}).attachment().name())
                .isEqualTo("so-do.png");
        assertThat(pictures.add(draft, "khac.png", new byte[] {9}).attachment().name())
                .isEqualTo("bieu-do.png");
        assertThat(rows("text_draft_attachment")).isEqualTo(1);
    }

    @Test
    void bytesComeBackAsTheyWentAlsoWhenTheyAreMany() {
        var draft = desk.beginNew(NEW, "99-NQ/TW", "Mới");
        var bytes = new byte[2 * AttachmentPart.LONGEST + 7];
        Arrays.fill(bytes, (byte) 0xC4);
        bytes[AttachmentPart.LONGEST] = 1;

        pictures.add(draft, "lon.png", bytes);

        assertThat(rows("text_draft_attachment_part")).isEqualTo(3);
        assertThat(pictures.content(draft, "lon.png").orElseThrow().bytes()).isEqualTo(bytes);
    }

    @Test
    void onlyTheAuthorAddsAndRemovesAndOnlyWhileTheDraftIsWritten() {
        var draft = desk.begin(NQ_57);
        pictures.add(draft, "so-do.png", new byte[] {1});
        portal.khang();
        assertThatExceptionOfType(DraftNotFound.class).isThrownBy(() -> pictures.of(draft));
        assertThatExceptionOfType(DraftNotFound.class)
                .isThrownBy(() -> pictures.add(draft, "so-do.png", new byte[] {3}));
        portal.mai();
        portal.get(Reviewing.class).send(draft);

        assertThat(pictures.isWritable(draft)).isFalse();
        assertThatExceptionOfType(DraftInOtherState.class)
                .isThrownBy(() -> pictures.add(draft, "so-do.png", new byte[] {4}));
        assertThatExceptionOfType(DraftInOtherState.class).isThrownBy(() -> pictures.remove(draft, "so-do.png"));
        portal.nghia();
        assertThat(pictures.of(draft)).hasSize(1);
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> pictures.remove(draft, "so-do.png"));
    }

    @Test
    void fileThatIsDamagedOrOfNoKindIsRefused() {
        var draft = desk.begin(NQ_57);

        assertThatExceptionOfType(AttachmentRefused.class)
                .isThrownBy(() -> pictures.add(draft, "so-do.png", "damaged".getBytes(StandardCharsets.UTF_8)))
                .satisfies(
                        e -> assertThat(e.problems()).extracting(Problem::code).containsExactly("attachment-damaged"));
        assertThatExceptionOfType(FileRefused.class).isThrownBy(() -> pictures.add(draft, "so-do.exe", new byte[1]));
        assertThat(pictures.of(draft)).isEmpty();
    }

    @Test
    void tooManyFilesAndTooManyBytesAreRefused() {
        var draft = desk.begin(NQ_57);
        for (int i = 0; i < Attachment.MOST; i++) {
            pictures.add(draft, "hinh.png", new byte[] {(byte) i});
        }
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> pictures.add(draft, "hinh.png", new byte[] {99}))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(FileRefused.Reason.PICTURES_MANY));

        var other = desk.beginNew(NEW, "99-NQ/TW", "Mới");
        var large = new byte[(int) (DraftShelf.MOST_BYTES / 2)];
        pictures.add(other, "mot.png", large.clone());
        large[0] = 1;
        pictures.add(other, "hai.png", large.clone());
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> pictures.add(other, "ba.png", new byte[] {7}))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(FileRefused.Reason.PICTURES_LARGE));
    }

    @Test
    void removedAndDiscardedFilesLeaveNoBytes() {
        var draft = desk.begin(NQ_57);
        pictures.add(draft, "mot.png", new byte[] {1});
        pictures.add(draft, "hai.png", new byte[] {2});

        pictures.remove(draft, "mot.png");
        pictures.remove(draft, "mot.png");
        assertThat(pictures.of(draft)).extracting(p -> p.attachment().name()).containsExactly("hai.png");
        assertThat(rows("text_draft_attachment_part")).isEqualTo(1);

        desk.discard(draft);
        assertThat(rows("text_draft_attachment")).isZero();
        assertThat(rows("text_draft_attachment_part")).isZero();
    }

    @Test
    void filesOfAnImportAreRenamedWhereTheirNamesAreTakenAndTheTextSaysSo() {
        beside("hinh-1.png", 9);
        Map<String, byte[]> brought = new LinkedHashMap<>();
        brought.put("hinh-1.png", new byte[] {1});
        brought.put("hinh-10.png", new byte[] {2});

        var draft = desk.take(
                NQ_57,
                Map.of(TEXT, "## I. Một\n\n![Sơ đồ](files/hinh-1.png) và ![Hình](files/hinh-10.png \"x\")\n"),
                brought);

        assertThat(portal.get(DraftWriting.class)
                        .read(draft, TEXT)
                        .orElseThrow()
                        .body())
                .isEqualTo("## I. Một\n\n![Sơ đồ](files/hinh-1-2.png) và ![Hình](files/hinh-10.png \"x\")\n");
        assertThat(pictures.of(draft))
                .extracting(p -> p.attachment().name())
                .containsExactly("hinh-1-2.png", "hinh-1.png", "hinh-10.png");
    }

    @Test
    void filesOfAnImportThatAreRefusedLeaveNoDraft() {
        assertThatExceptionOfType(AttachmentRefused.class)
                .isThrownBy(() ->
                        desk.take(NEW, Map.of(TEXT, "a"), Map.of("a.png", "damaged".getBytes(StandardCharsets.UTF_8))));
        assertThat(desk.mine()).isEmpty();
    }
}
