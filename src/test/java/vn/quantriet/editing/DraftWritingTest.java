package vn.quantriet.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.quantriet.content.Manuscript.KEY_POINTS;
import static vn.quantriet.content.Manuscript.QUIZ;
import static vn.quantriet.content.Manuscript.TEXT;
import static vn.quantriet.editing.FakeTexts.NQ_57;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.access.AccessDeniedException;
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.ResolutionNotFound;
import vn.quantriet.documents.DraftInbox.NotTaken;
import vn.quantriet.editing.DraftWriting.CopyEntry;
import vn.quantriet.editing.DraftWriting.FileEntry;
import vn.quantriet.organisation.Role;
import vn.quantriet.portal.MovableClock;

class DraftWritingTest {
    private static final String BEGUN = "## I. Một\n\nchữ một\n\n## II. Hai\n\nchữ hai\n";

    @TempDir
    Path folder;

    private EditingFixture portal;
    private EditingDesk desk;
    private DraftWriting writing;
    private FakeTexts texts;

    @BeforeEach
    void start() {
        portal = EditingFixture.start(folder).mai();
        desk = portal.get(EditingDesk.class);
        writing = portal.get(DraftWriting.class);
        texts = portal.get(FakeTexts.class);
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void plainMemberAndSecretaryMayNotWrite() {
        portal.get(ActingMember.class).is(1, "Nguyễn Thu Hà", Role.MEMBER, Role.SECRETARY);

        assertThat(desk.isOpen()).isFalse();
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> desk.begin(NQ_57))
                .withMessage("expected one of the roles [REPORTER, EDITOR, ADMINISTRATOR]");
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> desk.mine());
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> desk.waiting());
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> desk.published());
    }

    @Test
    void draftBeginsWithTheFilesInServiceAndIsFoundAgain() {
        DraftId draft = desk.begin(NQ_57);

        assertThat(desk.begin(NQ_57)).isEqualTo(draft);
        assertThat(writing.read(draft, TEXT).orElseThrow().body()).isEqualTo(BEGUN);
        assertThat(writing.files(draft)).containsExactly(new FileEntry(TEXT, false));
        assertThat(desk.mine()).extracting(DraftSummary::state).containsExactly(DraftState.DRAFT);
        assertThatExceptionOfType(ResolutionNotFound.class).isThrownBy(() -> desk.begin(new ResolutionId("99-nq-tw")));
        assertThat(texts.inTransaction)
                .as("waited for the library in a transaction")
                .isFalse();
    }

    @Test
    void newTextBeginsWithARightSkeletonOfAnyTitle() {
        var id = new ResolutionId("99-kl-tu");

        DraftId draft =
                desk.beginNew(id, "99-KL/TU", "Kết luận về “nước: sạch”, số 7 \"mới\" \\ và dài hơn sáu mươi ký tự");

        assertThat(writing.read(draft, TEXT).orElseThrow().body())
                .startsWith("---\nnumber: \"99-KL/TU\"\n")
                .contains("issued: 2026-11-23\n", "số 7 \\\"mới\\\" \\\\ và", "## I. ");
        assertThatExceptionOfType(TextExists.class)
                .isThrownBy(() -> desk.beginNew(NQ_57, "57-NQ/TW", "Có rồi"))
                .withMessage("the library has a text 57-nq-tw already");
    }

    @Test
    void everySaveIsKeptThroughARestart() {
        DraftId draft = desk.begin(NQ_57);
        int first = save(draft, "một" + "ằ".repeat(300_000), 0);
        save(draft, "hai " + "ằ".repeat(300_000), first);

        stop();
        start();

        assertThat(writing.read(draft, TEXT).orElseThrow().body())
                .startsWith("hai ằằ")
                .hasSize(300_004);
        assertThat(writing.files(draft)).containsExactly(new FileEntry(TEXT, true));
    }

    @Test
    void olderSaveNeverOverwritesANewerOneAndIsPutAside() {
        DraftId draft = desk.begin(NQ_57);
        int first = save(draft, "một", 0);
        int second = save(draft, "hai, ở máy kia", first);

        var late = writing.save(draft, TEXT, "hai, ở máy này", first);

        assertThat(late.version()).isEqualTo(second);
        assertThat(late.elsewhere()).contains("hai, ở máy kia");
        assertThat(writing.read(draft, TEXT).orElseThrow().body()).isEqualTo("hai, ở máy kia");
        assertThat(copies(draft)).containsExactly("hai, ở máy này");
    }

    @Test
    void whatGivesWayIsPutAsideToo() {
        DraftId draft = desk.begin(NQ_57);
        int first = save(draft, "một", 0);
        save(draft, "ở máy kia", first);

        writing.save(draft, TEXT, "ở máy này", first);
        writing.replace(draft, TEXT, "ở máy này, viết tiếp", first);

        assertThat(writing.read(draft, TEXT).orElseThrow().body()).isEqualTo("ở máy này, viết tiếp");
        assertThat(copies(draft)).containsExactly("ở máy kia", "ở máy này");
    }

    @Test
    void savingTheSameWordsAgainIsNoChangeWhateverTheVersion() {
        DraftId draft = desk.begin(NQ_57);
        int first = save(draft, "một", 0);
        int second = save(draft, "hai", first);

        assertThat(writing.save(draft, TEXT, "hai\r\n".strip(), first).version())
                .isEqualTo(second);
        assertThat(copies(draft)).isEmpty();
    }

    @Test
    void wordsPutAsideComeBackAndPutAsideWhatWasThere() {
        DraftId draft = desk.begin(NQ_57);
        int first = save(draft, "một", 0);
        save(draft, "hai", first);
        writing.save(draft, TEXT, "khác", first);

        writing.restore(draft, writing.copies(draft).getFirst().id());

        assertThat(writing.read(draft, TEXT).orElseThrow().body()).isEqualTo("khác");
        assertThat(copies(draft)).containsExactly("hai", "khác");
    }

    @Test
    void filesAreAddedWithASkeletonAndRemovedWithTheirWordsPutAside() {
        DraftId draft = desk.begin(NQ_57);

        writing.add(draft, QUIZ);
        writing.add(draft, Manuscript.deck("co-so"));
        assertThat(writing.files(draft)).extracting(FileEntry::path).containsExactly(TEXT, QUIZ, "slides/co-so.md");
        assertThat(writing.read(draft, "slides/co-so.md").orElseThrow().body())
                .contains("reporter: \"Đặng Thị Mai\"", "\n# Tên trang\n");

        writing.remove(draft, QUIZ);
        assertThat(writing.read(draft, QUIZ)).isEmpty();
        assertThat(copies(draft).getFirst()).contains("## 1. Một đáp án");
        writing.add(draft, QUIZ);
        assertThat(writing.read(draft, QUIZ)).isPresent();
    }

    @Test
    void strangeFilesAreRefused() {
        DraftId draft = desk.begin(NQ_57);
        writing.add(draft, KEY_POINTS);

        assertRefused(draft, "../x.md", FileRefused.Reason.NAME);
        assertRefused(draft, "slides/A.md", FileRefused.Reason.NAME);
        assertRefused(draft, "slides/../../x.md", FileRefused.Reason.NAME);
        assertRefused(draft, KEY_POINTS, FileRefused.Reason.EXISTS);
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> writing.save(draft, "slides/moi.md", "x", 0))
                .withMessage("refused slides/moi.md: NAME");
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> writing.save(draft, TEXT, "ằ".repeat(400_000), 0))
                .withMessage("refused resolution.md: TOO_LARGE");
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> writing.remove(draft, TEXT))
                .withMessage("refused resolution.md: NEEDED");
    }

    @Test
    void draftOfSomebodyElseIsNeitherSeenNorWritten() {
        DraftId draft = desk.begin(NQ_57);
        portal.nghia();

        assertThat(desk.mine()).isEmpty();
        assertThatExceptionOfType(DraftNotFound.class).isThrownBy(() -> desk.draft(draft));
        assertThatExceptionOfType(DraftNotFound.class).isThrownBy(() -> writing.read(draft, TEXT));
        assertThatExceptionOfType(DraftNotFound.class).isThrownBy(() -> writing.save(draft, TEXT, "x", 0));
        assertThatExceptionOfType(DraftNotFound.class).isThrownBy(() -> writing.copies(draft));
        assertThatExceptionOfType(DraftNotFound.class).isThrownBy(() -> desk.discard(draft));
    }

    @Test
    void reviewerReadsAndDoesNotWrite() {
        DraftId draft = desk.begin(NQ_57);
        portal.get(Reviewing.class).send(draft);
        portal.nghia();

        assertThat(writing.read(draft, TEXT).orElseThrow().writable()).isFalse();
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> writing.save(draft, TEXT, "x", 0))
                .withMessage("expected the draft's author");
    }

    @Test
    void discardedDraftIsGone() {
        DraftId draft = desk.begin(NQ_57);

        desk.discard(draft);

        assertThat(desk.mine()).isEmpty();
        assertThatExceptionOfType(DraftNotFound.class).isThrownBy(() -> desk.draft(draft));
        assertThat(texts.text(NQ_57, TEXT)).isEqualTo(BEGUN);
    }

    @Test
    void importedFilesBecomeADraftOfANewText() {
        var id = new ResolutionId("99-kl-tu");

        DraftId draft = desk.take(
                id, Map.of(TEXT, "---\nnumber: 99-KL/TU\nshort: \"Nước sạch\"\n---\r\nb\0", QUIZ, "c"), Map.of());

        assertThat(desk.draft(draft).number()).isEqualTo("99-KL/TU");
        assertThat(desk.draft(draft).title()).isEqualTo("Nước sạch");
        assertThat(writing.read(draft, TEXT).orElseThrow().body()).endsWith("---\nb\uFFFD");
        assertThatExceptionOfType(FileRefused.class).isThrownBy(() -> desk.take(id, Map.of("x.html", ""), Map.of()));
    }

    @Test
    void copyThatComesBackUndoesNothingThatWasPublishedSinceItWasMade() {
        texts.past.put("a1", Map.of(TEXT, BEGUN));
        texts.put(NQ_57, Map.of(TEXT, BEGUN.replace("chữ một", "của Nghĩa"), QUIZ, "câu hỏi"));

        DraftId draft = desk.takeBack(NQ_57, Map.of(TEXT, BEGUN.replace("chữ hai", "của Mai")), "a1");

        assertThat(writing.isReplaced(draft)).isTrue();
        var merging = portal.get(Merging.class);
        merging.merge(draft, merging.sheet(draft).orElseThrow().stamp(), List.of());
        assertThat(writing.read(draft, TEXT).orElseThrow().body())
                .isEqualTo(BEGUN.replace("chữ một", "của Nghĩa").replace("chữ hai", "của Mai"));
        assertThat(writing.read(draft, QUIZ).orElseThrow().body()).isEqualTo("câu hỏi");
    }

    @Test
    void copyOfFilesThatNobodyChangedSinceNeedsNoMerge() {
        texts.past.put("a1", Map.of(TEXT, BEGUN, QUIZ, "cũ"));
        texts.put(NQ_57, Map.of(TEXT, BEGUN, QUIZ, "mới"));

        DraftId draft = desk.takeBack(NQ_57, Map.of(TEXT, "của Mai"), "a1");

        assertThat(writing.isReplaced(draft)).isFalse();
        assertThat(writing.read(draft, TEXT).orElseThrow().body()).isEqualTo("của Mai");
        assertThat(writing.read(draft, QUIZ).orElseThrow().body()).isEqualTo("mới");
    }

    @Test
    void copyOfAVersionThatIsNotKnownOrNotThatOfMyDraftIsNotTaken() {
        var inbox = portal.get(ImportedDrafts.class);
        assertThatExceptionOfType(NotTaken.class)
                .isThrownBy(() -> inbox.takeBack(NQ_57, Map.of(TEXT, "x"), ""))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(NotTaken.Reason.VERSION_UNKNOWN));
        assertThat(desk.mine()).isEmpty();

        DraftId draft = desk.begin(NQ_57);
        texts.past.put("a1", Map.of(TEXT, "bản trước nữa"));
        assertThatExceptionOfType(NotTaken.class)
                .isThrownBy(() -> inbox.takeBack(NQ_57, Map.of(TEXT, "x"), "a1"))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(NotTaken.Reason.OTHER_DRAFT));
        assertThat(writing.read(draft, TEXT).orElseThrow().body()).isEqualTo(BEGUN);

        assertThat(inbox.takeBack(new ResolutionId("99-nq-tw"), Map.of(TEXT, "mới"), ""))
                .startsWith("/bien-tap/");
    }

    @Test
    void importedFilesJoinTheDraftThatThereIsAndPutAsideWhatTheyStandFor() {
        DraftId draft = desk.begin(NQ_57);

        assertThat(desk.take(NQ_57, Map.of(TEXT, "nhập", QUIZ, "câu hỏi"), Map.of()))
                .isEqualTo(draft);

        assertThat(writing.read(draft, TEXT).orElseThrow().body()).isEqualTo("nhập");
        assertThat(writing.read(draft, QUIZ).orElseThrow().body()).isEqualTo("câu hỏi");
        assertThat(copies(draft)).containsExactly(BEGUN);
        portal.get(Reviewing.class).send(draft);
        assertThatExceptionOfType(DraftInOtherState.class)
                .isThrownBy(() -> desk.take(NQ_57, Map.of(TEXT, "x"), Map.of()));
    }

    @Test
    void clausesOfANewTextCanBeCitedByNumberAndWords() {
        DraftId draft = desk.begin(NQ_57);
        save(draft, "## I. Quan điểm\n\n### 1. Người dân là trung tâm\n\n#### a) Về thể chế\n\nx\n", 0);
        var clauses = portal.get(ClauseFinder.class);

        assertThat(clauses.find(draft, "i.1"))
                .extracting(ClauseFinder.Citable::markdown)
                .containsExactly("[I.1](clause:i.1)", "[I.1.a](clause:i.1.a)");
        assertThat(clauses.find(draft, "trung tam nguoi"))
                .extracting(ClauseFinder.Citable::label)
                .containsExactly("I.1");
        assertThat(clauses.find(draft, "không có")).isEmpty();
    }

    @Test
    void deskShowsWhenADraftWasWrittenLast() {
        DraftId draft = desk.begin(NQ_57);
        portal.get(MovableClock.class).advance(Duration.ofHours(2));

        save(draft, "một", 0);

        assertThat(desk.draft(draft).updatedAt()).isEqualTo(Instant.parse("2026-11-23T03:00:00Z"));
    }

    private int save(DraftId draft, String words, int version) {
        var saved = writing.save(draft, TEXT, words, version);
        assertThat(saved.elsewhere()).isEmpty();
        return saved.version();
    }

    @Test
    void ofVeryManyWordsPutAsideTheOldestGo() {
        DraftId draft = desk.begin(NQ_57);
        for (int i = 0; i < 103; i++) {
            var text = writing.read(draft, TEXT).orElseThrow();
            writing.save(draft, TEXT, "mới " + i, text.version());
            writing.save(draft, TEXT, "chậm " + i, text.version());
        }

        assertThat(copies(draft)).hasSize(100).startsWith("chậm 102").doesNotContain("chậm 0", "chậm 1", "chậm 2");
    }

    private List<String> copies(DraftId draft) {
        return writing.copies(draft).stream()
                .map(CopyEntry::id)
                .map(number -> writing.copy(draft, number).orElseThrow())
                .toList();
    }

    private void assertRefused(DraftId draft, String path, FileRefused.Reason reason) {
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> writing.add(draft, path))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void whatWasMadeOfADocumentLiesOnTheDeskOfWhoeverBroughtItIn() {
        var address = portal.get(ImportedDrafts.class)
                .take(
                        new ResolutionId("99-nq-tw"),
                        Map.of(TEXT, "---\nnumber: 99-NQ/TW\n---\n\n## I. Một\n\nchữ\n"),
                        Map.of());

        assertThat(desk.mine()).singleElement().satisfies(draft -> {
            assertThat(address).isEqualTo("/bien-tap/" + draft.id());
            assertThat(draft.number()).isEqualTo("99-NQ/TW");
        });
    }
}
