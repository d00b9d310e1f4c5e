package vn.quantriet.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.quantriet.content.Manuscript.TEXT;
import static vn.quantriet.editing.FakeTexts.NQ_57;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.access.AccessDeniedException;
import vn.quantriet.content.TextHistory.Stretch;
import vn.quantriet.organisation.Role;

class ReviewingTest {
    @TempDir
    Path folder;

    private EditingFixture portal;
    private EditingDesk desk;
    private DraftWriting writing;
    private Reviewing reviewing;
    private DraftId draft;

    @BeforeEach
    void start() {
        portal = EditingFixture.start(folder).mai();
        desk = portal.get(EditingDesk.class);
        writing = portal.get(DraftWriting.class);
        reviewing = portal.get(Reviewing.class);
        draft = desk.begin(NQ_57);
        writing.save(draft, TEXT, "## I. Một\n\nchữ một rõ hơn\n\n## II. Hai\n\nchữ hai\n", 0);
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void authorNeverApprovesWhatTheyWroteNotEvenAsAdministrator() {
        portal.get(ActingMember.class).is(11, "Đặng Thị Mai", Role.EDITOR, Role.ADMINISTRATOR);
        reviewing.send(draft);
        int version = desk.draft(draft).version();

        assertThat(desk.waiting()).isEmpty();
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> reviewing.approve(draft, version))
                .withMessage("expected a reviewer who is not the draft's author");
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> reviewing.sendBack(draft, "", version));
        assertThat(desk.draft(draft).state()).isEqualTo(DraftState.IN_REVIEW);
    }

    @Test
    void reporterWritesAndDoesNotApprove() {
        reviewing.send(draft);
        portal.khang();

        assertThat(desk.waiting()).isEmpty();
        assertThatExceptionOfType(DraftNotFound.class).isThrownBy(() -> reviewing.changes(draft));
        assertThatExceptionOfType(DraftNotFound.class).isThrownBy(() -> reviewing.approve(draft, 1));
    }

    @Test
    void editorOfAnotherUnitDoesNotReview() {
        reviewing.send(draft);
        portal.get(ActingMember.class).isElsewhere(13, "Lê Văn Xa", Role.EDITOR);

        assertThat(desk.waiting()).isEmpty();
        assertThatExceptionOfType(DraftNotFound.class).isThrownBy(() -> reviewing.approve(draft, 1));
    }

    @Test
    void anotherEditorSeesWhatChangesAndApproves() {
        reviewing.send(draft);
        portal.nghia();

        assertThat(desk.waiting()).extracting(DraftSummary::id).containsExactly(draft);
        var changes = reviewing.changes(draft);
        assertThat(changes).hasSize(1);
        assertThat(changes.getFirst().part()).isEqualTo("## I. Một");
        assertThat(changes.getFirst().after()).contains(new Stretch(" rõ hơn", true));
        assertThat(changes.getFirst().before()).noneMatch(Stretch::changed);

        reviewing.approve(draft, desk.draft(draft).version());

        assertThat(desk.waiting()).isEmpty();
        assertThat(desk.agreed()).extracting(DraftSummary::state).containsExactly(DraftState.APPROVED);
    }

    @Test
    void whatWasSentCannotBeWrittenUntilItIsTakenBack() {
        reviewing.send(draft);

        assertThatExceptionOfType(DraftInOtherState.class)
                .isThrownBy(() -> writing.save(draft, TEXT, "x", 1))
                .withMessage("cannot write a draft that is IN_REVIEW");
        assertThatExceptionOfType(DraftInOtherState.class)
                .isThrownBy(() -> reviewing.send(draft))
                .withMessage("cannot send a draft that is IN_REVIEW");

        reviewing.withdraw(draft);
        assertThat(writing.read(draft, TEXT).orElseThrow().writable()).isTrue();
    }

    @Test
    void approvalIsOfWhatWasLookedAt() {
        reviewing.send(draft);
        portal.nghia();
        int seen = desk.draft(draft).version();
        portal.mai();
        reviewing.withdraw(draft);
        writing.save(draft, TEXT, "khác hẳn", 1);
        reviewing.send(draft);
        portal.nghia();

        assertThatExceptionOfType(DraftChangedElsewhere.class).isThrownBy(() -> reviewing.approve(draft, seen));
        assertThat(desk.draft(draft).state()).isEqualTo(DraftState.IN_REVIEW);
    }

    @Test
    void draftWithProblemsOrBehindTheTextInServiceIsNotSent() {
        writing.save(draft, TEXT, "lỗi!", 1);
        assertThatExceptionOfType(DraftNotReady.class)
                .isThrownBy(() -> reviewing.send(draft))
                .satisfies(e -> assertThat(e.why()).isEqualTo(Failure.PROBLEMS));

        writing.save(draft, TEXT, "tốt", 2);
        portal.get(FakeTexts.class).put(NQ_57, Map.of(TEXT, "của người khác"));
        assertThatExceptionOfType(DraftNotReady.class)
                .isThrownBy(() -> reviewing.send(draft))
                .withMessage("draft " + draft + " is not ready: REPLACED");
        assertThat(writing.isReplaced(draft)).isTrue();
        assertThat(desk.draft(draft).state()).isEqualTo(DraftState.DRAFT);
    }

    @Test
    void commentsAreSettledAndOpenedAgainAndSurviveBeingSentBack() {
        reviewing.send(draft);
        portal.nghia();
        reviewing.comment(draft, TEXT, "## I. Một", "Rõ hơn cái gì?");
        reviewing.sendBack(draft, "Sửa giúp mục I", desk.draft(draft).version());

        portal.mai();
        assertThat(desk.draft(draft).state()).isEqualTo(DraftState.SENT_BACK);
        var comments = reviewing.comments(draft);
        assertThat(comments).extracting(Comment::body).containsExactly("Rõ hơn cái gì?", "Sửa giúp mục I");
        assertThat(comments).extracting(Comment::part).containsExactly("## I. Một", "");
        reviewing.settle(draft, comments.getFirst().id(), true);
        assertThat(reviewing.comments(draft)).extracting(Comment::isOpen).containsExactly(false, true);
        reviewing.settle(draft, comments.getFirst().id(), false);
        assertThat(reviewing.comments(draft)).allMatch(Comment::isOpen);
        assertThat(writing.read(draft, TEXT).orElseThrow().writable()).isTrue();
    }
}
