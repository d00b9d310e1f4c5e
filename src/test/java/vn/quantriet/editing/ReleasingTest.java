package vn.quantriet.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.quantriet.content.Manuscript.TEXT;
import static vn.quantriet.editing.FakeTexts.NQ_57;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionOperations;
import vn.quantriet.content.Author;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.TextPublishing.Order;
import vn.quantriet.portal.MovableClock;

class ReleasingTest {
    private static final String WRITTEN =
            "## I. Một\n\nchữ một rõ hơn\n\n## II. Hai\n\nchữ hai\n\n## III. Ba?\n\nmới\n";

    @TempDir
    Path folder;

    private EditingFixture portal;
    private EditingDesk desk;
    private Reviewing reviewing;
    private Releasing releasing;
    private FakeTexts texts;
    private MovableClock clock;
    private DraftId draft;

    @BeforeEach
    void start() {
        open();
        draft = desk.begin(NQ_57);
        portal.get(DraftWriting.class).save(draft, TEXT, WRITTEN, 0);
    }

    private void open() {
        portal = EditingFixture.start(folder).nghia().mai();
        desk = portal.get(EditingDesk.class);
        reviewing = portal.get(Reviewing.class);
        releasing = portal.get(Releasing.class);
        texts = portal.get(FakeTexts.class);
        clock = portal.get(MovableClock.class);
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void nothingComesOutBeforeSomebodyElseAgreed() {
        assertThatExceptionOfType(DraftInOtherState.class)
                .isThrownBy(() -> releasing.publish(draft))
                .withMessage("cannot publish a draft that is DRAFT");
        reviewing.send(draft);
        assertThatExceptionOfType(DraftInOtherState.class)
                .isThrownBy(() -> releasing.publish(draft))
                .withMessage("cannot publish a draft that is IN_REVIEW");
        assertThat(texts.orders).isEmpty();
    }

    @Test
    void picturesComeOutWithTheDraftAndAreKeptNoLonger() {
        var pictures = portal.get(DraftPictures.class);
        pictures.add(draft, "so-do.png", new byte[] {1, 2});
        agree();
        decide(draft, new ClauseId("i"), true);
        decide(draft, "iii", Optional.empty());

        releasing.publish(draft);

        assertThat(texts.orders)
                .singleElement()
                .satisfies(order ->
                        assertThat(order.attachments()).containsExactly(Map.entry("so-do.png", new byte[] {1, 2})));
        assertThat(portal.get(DraftShelf.class).contents(draft)).isEmpty();
    }

    @Test
    void draftWithNothingNewButAPictureComesOut() {
        var other = new ResolutionId("58-nq-tw");
        texts.put(other, Map.of(TEXT, "## I. Một\n\nchữ\n"));
        draft = desk.begin(other);
        portal.get(DraftPictures.class).add(draft, "so-do.png", new byte[] {1});
        agree();

        releasing.publish(draft);

        assertThat(texts.orders)
                .singleElement()
                .satisfies(order -> assertThat(order.attachments()).containsOnlyKeys("so-do.png"));
    }

    @Test
    void everyRewordingAndDoubtMustBeDecidedFirst() {
        agree();

        assertThat(releasing.decisions(draft))
                .extracting(d -> d.change().place())
                .containsExactly("i", "iii");
        decide(draft, new ClauseId("i"), true);
        assertThatExceptionOfType(DraftNotReady.class)
                .isThrownBy(() -> releasing.publish(draft))
                .satisfies(e -> assertThat(e.why()).isEqualTo(Failure.UNDECIDED));
        assertThat(desk.draft(draft).state()).isEqualTo(DraftState.APPROVED);

        decide(draft, "iii", Optional.of(new ClauseId("ii")));
        assertThat(releasing.decisions(draft)).allMatch(Decision::isMade);
        decide(draft, "iii", Optional.empty());
        releasing.publish(draft);

        assertThat(texts.orders).hasSize(1);
        assertThat(texts.orders.getFirst().identities()).isEqualTo(Map.of("iii", Optional.<ClauseId>empty()));
    }

    @Test
    void answerThatRaisesAnotherDoubtLetsThatBeAskedToo() {
        portal.get(DraftWriting.class).save(draft, TEXT, WRITTEN + "\n## IV. Bốn??\n\ncũng mới\n", 1);
        agree();
        decide(draft, new ClauseId("i"), true);
        assertThat(places()).containsExactly("i", "iii");

        decide(draft, "iii", Optional.empty());

        assertThat(places()).containsExactly("i", "iii", "iv");
        assertThatExceptionOfType(DraftNotReady.class)
                .isThrownBy(() -> releasing.publish(draft))
                .satisfies(e -> assertThat(e.why()).isEqualTo(Failure.UNDECIDED));
        decide(draft, "iv", Optional.of(new ClauseId("ii")));
        releasing.publish(draft);
        assertThat(texts.orders.getFirst().identities())
                .isEqualTo(Map.of("iii", Optional.empty(), "iv", Optional.of(new ClauseId("ii"))));
    }

    @Test
    void answerToADoubtThatIsNoMoreIsNotTakenAlong() {
        portal.get(DraftWriting.class).save(draft, TEXT, WRITTEN + "\n## IV. Bốn??\n\ncũng mới\n", 1);
        agree();
        decide(draft, new ClauseId("i"), true);
        decide(draft, "iii", Optional.empty());
        decide(draft, "iv", Optional.of(new ClauseId("ii")));

        decide(draft, "iii", Optional.of(new ClauseId("ii")));

        assertThat(places()).containsExactly("i", "iii");
        releasing.publish(draft);
        assertThat(texts.orders.getFirst().identities()).isEqualTo(Map.of("iii", Optional.of(new ClauseId("ii"))));
    }

    private List<String> places() {
        return releasing.decisions(draft).stream().map(d -> d.change().place()).toList();
    }

    @Test
    void textComesOutInItsAuthorsNameWithWhatWasDecided() {
        agree();
        decideAll();

        releasing.publish(draft);

        Order order = texts.orders.getFirst();
        assertThat(order.author()).isEqualTo(new Author("Đặng Thị Mai", "DV11@quantriet.local"));
        assertThat(order.message()).isEqualTo("57-nq-tw: 57-nq-tw (người duyệt: Bùi Trọng Nghĩa)");
        assertThat(order.files()).containsEntry(TEXT, WRITTEN);
        assertThat(order.editorial()).containsExactly(new ClauseId("i"));
        assertThat(desk.draft(draft).state()).isEqualTo(DraftState.PUBLISHED);
        assertThat(desk.draft(draft).publishedAt()).contains(Instant.parse("2026-11-23T01:00:00Z"));
        assertThat(desk.published()).extracting(DraftSummary::id).containsExactly(draft);
        assertThat(texts.inTransaction)
                .as("waited for the library in a transaction")
                .isFalse();
    }

    @Test
    void materialRewordingIsNotTakenForEditorial() {
        agree();
        decide(draft, new ClauseId("i"), true);
        decide(draft, new ClauseId("i"), false);
        decide(draft, "iii", Optional.empty());

        releasing.publish(draft);

        assertThat(texts.orders.getFirst().editorial()).isEmpty();
    }

    @Test
    void scheduledTextComesOutOnceAtItsTimeAndAfterARestart() {
        agree();
        decideAll();
        releasing.schedule(draft, clock.instant().plus(Duration.ofHours(3)));
        clock.advance(Duration.ofHours(2));
        releasing.publishDue();
        assertThat(texts.orders).isEmpty();

        stop();
        open();
        clock.advance(Duration.ofHours(3));
        releasing.publishDue();
        releasing.publishDue();

        assertThat(texts.orders).hasSize(1);
        assertThat(desk.draft(draft).state()).isEqualTo(DraftState.PUBLISHED);
    }

    @Test
    void scheduleIsOfATimeToComeAndCanBeTakenBack() {
        agree();
        decideAll();

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> releasing.schedule(draft, clock.instant()))
                .withMessage("expected a time to come");
        releasing.schedule(draft, clock.instant().plusSeconds(60));
        releasing.unschedule(draft);
        clock.advance(Duration.ofHours(1));
        releasing.publishDue();

        assertThat(texts.orders).isEmpty();
        assertThat(desk.draft(draft).state()).isEqualTo(DraftState.APPROVED);
        assertThat(desk.draft(draft).publishAt()).isEmpty();
    }

    @Test
    void failureOfAScheduledPublishingIsShownAndNothingIsLost() {
        agree();
        decideAll();
        releasing.schedule(draft, clock.instant().plusSeconds(60));
        texts.broken = true;
        clock.advance(Duration.ofMinutes(2));

        releasing.publishDue();

        assertThat(desk.mine().getFirst().failure()).contains(Failure.LIBRARY);
        assertThat(desk.mine().getFirst().state()).isEqualTo(DraftState.APPROVED);
        texts.broken = false;
        releasing.publish(draft);
        assertThat(texts.orders).hasSize(1);
    }

    @Test
    void textReplacedMeanwhileIsNotOverwritten() {
        agree();
        decideAll();
        texts.put(NQ_57, Map.of(TEXT, "của người khác\n"));

        assertThatExceptionOfType(DraftNotReady.class)
                .isThrownBy(() -> releasing.publish(draft))
                .withMessage("draft " + draft + " is not ready: " + "REPLACED");

        assertThat(texts.text(NQ_57, TEXT)).isEqualTo("của người khác\n");
        assertThat(desk.draft(draft).failure()).contains(Failure.REPLACED);
    }

    @Test
    void draftThatADeadNodeLeftIsFinishedWithoutBeingWrittenTwice() {
        agree();
        decideAll();
        takenByANodeThatDies();
        texts.put(NQ_57, Map.of(TEXT, WRITTEN));

        releasing.publishDue();
        assertThat(desk.draft(draft).state()).isEqualTo(DraftState.PUBLISHING);
        clock.advance(Duration.ofMinutes(6));
        releasing.publishDue();

        assertThat(desk.draft(draft).state()).isEqualTo(DraftState.PUBLISHED);
        assertThat(texts.orders).isEmpty();
    }

    @Test
    void draftThatADeadNodeTookAndDidNotWriteIsPublished() {
        agree();
        decideAll();
        takenByANodeThatDies();

        clock.advance(Duration.ofMinutes(6));
        releasing.publishDue();

        assertThat(texts.orders).hasSize(1);
    }

    @Test
    void decisionsAreForgottenWhenTheDraftIsWrittenOn() {
        agree();
        decideAll();

        portal.mai();
        reviewing.withdraw(draft);
        agree();

        assertThat(releasing.decisions(draft)).noneMatch(Decision::isMade);
    }

    private void takenByANodeThatDies() {
        var store = portal.get(DraftStore.class);
        portal.get(TransactionOperations.class)
                .executeWithoutResult(status -> store.lock(draft).claim(clock.instant()));
        assertThat(desk.draft(draft).state()).isEqualTo(DraftState.PUBLISHING);
    }

    private void agree() {
        reviewing.send(draft);
        portal.nghia();
        reviewing.approve(draft, desk.draft(draft).version());
        portal.mai();
    }

    private void decideAll() {
        decide(draft, new ClauseId("i"), true);
        decide(draft, "iii", Optional.empty());
    }

    @Test
    void onceApprovedOnlyAReviewerSaysWhatARewordingMeans() {
        agree();

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> releasing.decide(draft, new ClauseId("i"), true));
        assertThat(releasing.mayDecide(desk.draft(draft))).isFalse();
        assertThat(portal.nghia().get(Releasing.class).mayDecide(desk.draft(draft)))
                .isTrue();
        portal.mai();
    }

    private void decide(DraftId draft, ClauseId clause, boolean editorial) {
        portal.nghia();
        releasing.decide(draft, clause, editorial);
        portal.mai();
    }

    private void decide(DraftId draft, String place, Optional<ClauseId> earlier) {
        portal.nghia();
        releasing.decide(draft, place, earlier);
        portal.mai();
    }
}
