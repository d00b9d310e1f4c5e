package vn.quantriet.content.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static vn.quantriet.content.library.LibraryFixture.ID;
import static vn.quantriet.content.library.LibraryFixture.deck;
import static vn.quantriet.content.library.ThreeClauses.FIRST;
import static vn.quantriet.content.library.ThreeClauses.PERHAPS_SECOND;
import static vn.quantriet.content.library.ThreeClauses.SECOND;
import static vn.quantriet.content.library.ThreeClauses.THIRD;
import static vn.quantriet.content.library.ThreeClauses.text;
import static vn.quantriet.content.library.ThreeClauses.titled;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.quantriet.content.Attachment;
import vn.quantriet.content.Author;
import vn.quantriet.content.Clause;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.ContentChanged;
import vn.quantriet.content.Problem;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.TextPublishing;
import vn.quantriet.content.TextPublishing.ClauseChange;
import vn.quantriet.content.TextPublishing.ClauseChange.Kind;
import vn.quantriet.content.TextPublishing.FilesHaveProblems;
import vn.quantriet.content.TextPublishing.IdentityUndecided;
import vn.quantriet.content.TextPublishing.Order;
import vn.quantriet.content.TextPublishing.TextReplacedMeanwhile;
import vn.quantriet.content.ValidityLabel;
import vn.quantriet.ui.Translations;

class PublishedTextsTest {
    static final Author EDITOR = new Author("Lê Thị Mai", "mai@example.vn");
    private static final ResolutionId NEW = new ResolutionId("68-nq-tw");

    @TempDir
    Path folder;

    LibraryFixture fixture;
    LiveLibrary library;
    TextPublishing texts;

    @BeforeEach
    void libraryWithThreeClauses() throws IOException {
        fixture = new LibraryFixture(folder);
        Files.writeString(fixture.seed.resolve("57-nq-tw/resolution.md"), text(FIRST, SECOND, THIRD));
        open();
    }

    private void open() {
        library = fixture.open();
        texts = new PublishedTexts(library);
    }

    private void restartWithoutCatalogue() throws IOException {
        library.destroy();
        Files.deleteIfExists(fixture.data.resolve("library.catalogue"));
        open();
    }

    private Map<String, String> files(String resolution) {
        Map<String, String> files = new HashMap<>(
                texts.edition(ID).map(TextPublishing.Edition::files).orElse(Map.of()));
        files.put("resolution.md", resolution);
        return files;
    }

    private Order order(String resolution, Set<ClauseId> editorial, Map<String, Optional<ClauseId>> identities) {
        return new Order(
                ID,
                files(resolution),
                editorial,
                identities,
                EDITOR,
                texts.edition(ID).map(TextPublishing.Edition::version),
                "Revise");
    }

    private void publish(String resolution) {
        texts.publish(order(resolution, Set.of(), Map.of()));
    }

    private List<String> standing() {
        return library.resolution(ID).orElseThrow().clauses().stream()
                .map(clause -> clause.label() + " " + clause.id())
                .toList();
    }

    private Clause clause(String id) {
        return library.resolution(ID).orElseThrow().clause(new ClauseId(id)).orElseThrow();
    }

    private String register() throws IOException {
        return Files.readString(fixture.file("clauses.yaml"));
    }

    private static Order withPicture(Map<String, byte[]> attachments, String shown) {
        var text = LibraryFixture.text("68-NQ/TW", "Kinh tế tư nhân.\n\n![Sơ đồ](files/" + shown + ")");
        return new Order(
                NEW,
                Map.of("resolution.md", text),
                Set.of(),
                Map.of(),
                EDITOR,
                Optional.empty(),
                "Add resolution 68",
                attachments);
    }

    @Test
    void newTextIsPublishedWithItsPictureInOneCommit() throws Exception {
        var order = withPicture(Map.of("so-do.png", HostileInputsTest.png(64, 48)), "so-do.png");
        assertThat(texts.check(NEW, order.files()).problems())
                .extracting(Problem::code)
                .containsExactly("attachment-missing");

        texts.publish(order);

        var attachments = new LibraryAttachments(library);
        assertThat(attachments.of(NEW)).singleElement().satisfies(file -> {
            assertThat(file.href()).matches("/van-ban/68-nq-tw/tep/[0-9a-f]+/so-do[.]png");
            assertThat(fragment(NEW)).contains("src=\"" + file.href() + "\" alt=\"Sơ đồ\" width=\"64\"");
        });
        assertThat(attachments.content(NEW, "so-do.png").orElseThrow().bytes())
                .isEqualTo(HostileInputsTest.png(64, 48));
        assertThat(library.problems()).isEmpty();
        assertThat(fixture.log()).hasSize(2);
        assertThat(fixture.events).containsExactly(new ContentChanged(NEW));
        assertThat(fixture.isClean()).isTrue();
    }

    private String fragment(ResolutionId id) {
        var relations = new LibraryRelations(library, LibraryFixture.CLOCK);
        var words = new Translations();
        return new RenderedFragments(library, words, relations, new ValidityLabel(relations, words))
                .of(id, Translations.VIETNAMESE)
                .html();
    }

    @Test
    void pictureComesOutAloneAndAgainWithoutHarm() throws Exception {
        var order = withPicture(Map.of("so-do.png", HostileInputsTest.png(64, 48)), "so-do.png");
        texts.publish(order);
        var next = new Order(
                NEW,
                order.files(),
                Set.of(),
                Map.of(),
                EDITOR,
                texts.edition(NEW).map(TextPublishing.Edition::version),
                "Add a picture",
                Map.of("so-do.png", HostileInputsTest.png(64, 48), "hai.png", HostileInputsTest.png(2, 2)));

        texts.publish(next);

        assertThat(new LibraryAttachments(library).of(NEW))
                .extracting(Attachment::name)
                .containsExactly("hai.png", "so-do.png");
        assertThat(fixture.isClean()).isTrue();
    }

    @Test
    void noPictureIsWrittenOverAnother() {
        texts.publish(withPicture(Map.of("so-do.png", HostileInputsTest.png(64, 48)), "so-do.png"));
        var attachments = new LibraryAttachments(library);
        var other = attachments
                .check(NEW, "so-do.png", HostileInputsTest.png(9, 9))
                .attachment()
                .orElseThrow();
        var files = texts.edition(NEW).orElseThrow().files();

        assertThat(texts.check(NEW, files, List.of(other)).problems())
                .extracting(Problem::code)
                .containsExactly("attachment-exists");
        var refused = catchThrowableOfType(
                FilesHaveProblems.class,
                () -> texts.publish(new Order(
                        NEW,
                        files,
                        Set.of(),
                        Map.of(),
                        EDITOR,
                        texts.edition(NEW).map(TextPublishing.Edition::version),
                        "Again",
                        Map.of("so-do.png", HostileInputsTest.png(9, 9)))));
        assertThat(refused.problems()).extracting(Problem::code).containsExactly("attachment-exists");
        assertThat(attachments.content(NEW, "so-do.png").orElseThrow().bytes())
                .isEqualTo(HostileInputsTest.png(64, 48));
    }

    @Test
    void everyProblemOfPicturesIsToldAndNothingIsWritten() throws Exception {
        Map<String, byte[]> many = new HashMap<>();
        for (int i = 0; i < 200; i++) {
            many.put("hinh-" + i + ".png", HostileInputsTest.png(4, 4));
        }
        many.put("bom.png", HostileInputsTest.png(50_000, 50_000));
        many.put("../x.png", HostileInputsTest.png(4, 4));
        many.put("la.png", "<html>".getBytes(StandardCharsets.UTF_8));

        var refused =
                catchThrowableOfType(FilesHaveProblems.class, () -> texts.publish(withPicture(many, "thieu.png")));

        assertThat(refused.problems())
                .extracting(Problem::code)
                .containsExactlyInAnyOrder(
                        "attachment-name",
                        "attachment-pixels",
                        "attachment-unknown",
                        "attachment-many",
                        "attachment-missing");
        assertThat(texts.edition(NEW)).isEmpty();
        assertThat(fixture.library.resolve("68-nq-tw")).doesNotExist();
        assertThat(fixture.log()).hasSize(1);
    }

    @Test
    void drawingIsCleanedWhenItComesOut() {
        var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\"><script>alert(1)</script>"
                + "<rect width=\"4\" height=\"4\" onclick=\"alert(2)\"/></svg>";
        texts.publish(withPicture(Map.of("so-do.svg", svg.getBytes(StandardCharsets.UTF_8)), "so-do.svg"));

        var served = new LibraryAttachments(library).content(NEW, "so-do.svg").orElseThrow();
        assertThat(new String(served.bytes(), StandardCharsets.UTF_8))
                .contains("<rect")
                .doesNotContain("alert");
        assertThat(library.problems()).isEmpty();
    }

    private static List<String> said(List<ClauseChange> changes) {
        return changes.stream()
                .map(c -> c.kind() + " " + c.place() + " " + c.clause() + " :" + c.line())
                .toList();
    }

    @Test
    void newTextIsPublishedInOneCommitInItsAuthorsName() throws Exception {
        assertThat(texts.edition(NEW)).isEmpty();
        var files = Map.of(
                "resolution.md", LibraryFixture.text("68-NQ/TW", "Kinh tế tư nhân."), "slides/co-so.md", deck("Ai?"));

        var published =
                texts.publish(new Order(NEW, files, Set.of(), Map.of(), EDITOR, Optional.empty(), "Add resolution 68"));

        assertThat(library.get(NEW).decks()).hasSize(1);
        assertThat(texts.edition(NEW).orElseThrow().files()).isEqualTo(files);
        assertThat(fixture.log().getFirst()).isEqualTo("Lê Thị Mai <mai@example.vn>: Add resolution 68");
        assertThat(fixture.log()).hasSize(2);
        assertThat(published.version()).matches("[0-9a-f]{40}");
        assertThat(fixture.events).containsExactly(new ContentChanged(NEW));
        assertThat(fixture.isClean()).isTrue();
    }

    @Test
    void filesThatAreNotInTheOrderAreRemoved() throws Exception {
        var files = files(text(FIRST, SECOND, THIRD));
        files.remove("slides/co-so.md");
        files.remove("quiz.md");
        var base = texts.edition(ID).map(TextPublishing.Edition::version);

        texts.publish(new Order(ID, files, Set.of(), Map.of(), EDITOR, base, "Shorten"));

        assertThat(fixture.file("slides/co-so.md")).doesNotExist();
        assertThat(library.get(ID).quiz()).isEmpty();
        assertThat(library.get(ID).decks()).isEmpty();
        assertThat(fixture.isClean()).isTrue();
    }

    @Test
    void removedClauseComesBackUnderItsOwnIdWhenTheOrderSaysSo() throws Exception {
        var whole = text(FIRST, SECOND, THIRD);
        publish(titled("Quan điểm", FIRST, "Thể chế", SECOND));
        assertThat(register()).contains("retired:\n  - iii\n");
        var files = files(whole);
        files.put("key-points.md", "## Việc\n\nMột việc. [III](clause:iii)\n");

        texts.publish(new Order(
                ID,
                files,
                Set.of(),
                Map.of("iii", Optional.of(new ClauseId("iii"))),
                EDITOR,
                texts.edition(ID).map(TextPublishing.Edition::version),
                "Return"));

        assertThat(standing()).containsExactly("I i", "II ii", "III iii");
        assertThat(library.resolution(ID).orElseThrow().retired()).isEmpty();
        assertThat(library.problems()).isEmpty();
        assertThat(fixture.isClean()).isTrue();
        publish(text(FIRST, SECOND, THIRD + " Không để chậm."));
        assertThat(standing()).containsExactly("I i", "II ii", "III iii");
        restartWithoutCatalogue();
        assertThat(standing()).containsExactly("I i", "II ii", "III iii");
    }

    @Test
    void textReplacedMeanwhileIsNotOverwritten() {
        var late = order(text(FIRST + " Của tôi.", SECOND, THIRD), Set.of(), Map.of());
        publish(text(FIRST + " Của họ.", SECOND, THIRD));

        var refused = catchThrowableOfType(TextReplacedMeanwhile.class, () -> texts.publish(late));

        assertThat(refused.theirs().files().get("resolution.md")).contains("Của họ.");
        assertThat(refused.theirs()).isEqualTo(texts.edition(ID).orElseThrow());
        assertThatThrownBy(() -> texts.publish(
                        new Order(NEW, late.files(), Set.of(), Map.of(), EDITOR, Optional.of("ab"), "Add")))
                .isInstanceOf(TextReplacedMeanwhile.class);
    }

    @Test
    void nothingIsWrittenWhenAnythingIsWrong() throws Exception {
        var files = files(text(FIRST, "<b>Thể chế</b>", THIRD));
        files.put("quiz.md", LibraryFixture.quiz("Ai?").replace("(clause:i)", "(clause:ix)"));
        var base = texts.edition(ID).map(TextPublishing.Edition::version);

        var refused = catchThrowableOfType(
                FilesHaveProblems.class,
                () -> texts.publish(new Order(ID, files, Set.of(), Map.of(), EDITOR, base, "Revise")));

        assertThat(refused.problems())
                .extracting(Problem::place, Problem::code)
                .containsExactly(
                        tuple("57-nq-tw/quiz.md:13:15", "clause-missing-near"),
                        tuple("57-nq-tw/resolution.md:19:1", "raw-html"),
                        tuple("57-nq-tw/resolution.md:19:11", "raw-html"));
        assertThat(fixture.isClean()).isTrue();
        assertThat(fixture.log()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../18-nq-tw/resolution.md",
                "/etc/passwd",
                "slides/../../../x.md",
                "slides/a/b.md",
                "slides/Cơ sở.md",
                "clauses.yaml",
                ".git/config",
                "notes.md",
                "resolution.md\u0000.md",
                "C:\\x.md"
            })
    void namesOutsideTheFormatAreRefused(String name) throws Exception {
        var files = files(text(FIRST, SECOND, THIRD));
        files.put(name, deck("x"));

        assertThat(texts.check(ID, files).problems())
                .extracting(Problem::code)
                .singleElement()
                .isIn("file-unknown", "deck-name");
        var base = texts.edition(ID).map(TextPublishing.Edition::version);
        assertThatThrownBy(() -> texts.publish(new Order(ID, files, Set.of(), Map.of(), EDITOR, base, "x")))
                .isInstanceOf(FilesHaveProblems.class);
        assertThat(fixture.isClean()).isTrue();
    }

    @Test
    void sizesAreLimited() {
        var many = files(text(FIRST, SECOND, THIRD));
        for (int i = 0; i < 60; i++) {
            many.put("slides/b" + i + ".md", deck("x"));
        }
        assertThat(texts.check(ID, many).problems()).extracting(Problem::code).containsExactly("files-many");

        var large = files(text(FIRST, SECOND, THIRD) + "x".repeat(1_000_000));
        assertThat(texts.check(ID, large).problems()).extracting(Problem::code).contains("file-too-large");
    }

    @Test
    void folderThatIsALinkElsewhereIsNotWrittenInto() throws Exception {
        var outside = Files.createDirectory(folder.resolve("outside"));
        Files.createSymbolicLink(fixture.library.resolve("68-nq-tw"), outside);

        assertThatThrownBy(() -> texts.publish(new Order(
                        NEW,
                        Map.of("resolution.md", LibraryFixture.text("68-NQ/TW", "Chữ.")),
                        Set.of(),
                        Map.of(),
                        EDITOR,
                        Optional.empty(),
                        "Add")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("found a symbolic link");
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void publishThatCannotBeCommittedLeavesEverythingAsItWas() throws Exception {
        var lock = Files.createFile(fixture.library.resolve(".git/index.lock"));
        var before = texts.edition(ID);
        var changed = order(titled("Mở đầu", THIRD, "Quan điểm", FIRST), Set.of(), Map.of());

        assertThatThrownBy(() -> texts.publish(changed)).isInstanceOf(UncheckedIOException.class);

        Files.delete(lock);
        assertThat(texts.edition(ID)).isEqualTo(before);
        assertThat(fixture.file("clauses.yaml")).doesNotExist();
        assertThat(fixture.isClean()).isTrue();
        texts.publish(changed);
        assertThat(standing()).containsExactly("I iii", "II i");
    }

    @Test
    void clausesKeepTheirIdsWhenOneIsInsertedAndAnotherMoved() throws Exception {
        var inserted = "Nguồn nhân lực chất lượng cao được thu hút bằng môi trường làm việc và sự ghi nhận xứng đáng.";
        var now = titled("Việc của chi bộ", THIRD, "Quan điểm", FIRST, "Nhân lực", inserted, "Thể chế", SECOND);

        assertThat(said(texts.check(ID, files(now)).changes()))
                .containsExactly("MOVED i iii :13", "MOVED ii i :17", "ADDED iii iii-2 :21", "MOVED iv ii :25");
        publish(now);

        assertThat(standing()).containsExactly("I iii", "II i", "III iii-2", "IV ii");
        assertThat(register().lines().filter(line -> !line.startsWith("#") && !line.startsWith("text:")))
                .containsExactly("clauses:", "  i: {id: iii}", "  ii: {id: i}", "  iii: {id: iii-2}", "  iv: {id: ii}");
        assertThat(library.get(ID).words(new ClauseId("ii"))).isEqualTo(SECOND);
        assertThat(fixture.isClean()).isTrue();
        restartWithoutCatalogue();
        assertThat(standing()).containsExactly("I iii", "II i", "III iii-2", "IV ii");

        publish(text(FIRST, SECOND, THIRD));

        assertThat(standing()).containsExactly("I i", "II ii", "III iii");
        assertThat(register()).contains("retired:\n  - iii-2\n").doesNotContain("clauses:");
    }

    @Test
    void idOfAClauseThatIsNoMoreIsNeverGivenAgain() throws Exception {
        publish(titled("Quan điểm", FIRST, "Thể chế", SECOND));
        assertThat(library.resolution(ID).orElseThrow().retired()).containsExactly(new ClauseId("iii"));

        publish(titled(
                "Quan điểm", FIRST, "Thể chế", SECOND, "Hợp tác", "Mở rộng hợp tác quốc tế trong các lĩnh vực mới."));

        assertThat(standing()).containsExactly("I i", "II ii", "III iii-2");
        var files = files(text(FIRST, SECOND, THIRD));
        files.put("resolution.md", texts.edition(ID).orElseThrow().files().get("resolution.md"));
        files.put("key-points.md", "## Trung tâm\n\nNgười dân. [III](clause:iii), [V](clause:v)\n");
        assertThat(texts.check(ID, files).problems())
                .extracting(Problem::code)
                .containsExactly("clause-removed", "clause-missing");
    }

    @Test
    void materialRewordingChangesTheSubstanceAndAnEditorialOneDoesNot() {
        var before = clause("ii");
        var reworded = SECOND.replace("mọi điểm nghẽn", "các điểm nghẽn");
        assertThat(said(texts.check(ID, files(text(FIRST, reworded, THIRD))).changes()))
                .containsExactly("REWORDED ii ii :17");

        texts.publish(order(text(FIRST, reworded, THIRD), Set.of(new ClauseId("ii")), Map.of()));

        assertThat(clause("ii").hash()).isNotEqualTo(before.hash());
        assertThat(clause("ii").substance()).isEqualTo(before.substance());
        var editorial = clause("ii");

        publish(text(FIRST, reworded + " Việc này làm ngay.", THIRD));

        assertThat(clause("ii").substance()).isEqualTo(clause("ii").hash()).isNotEqualTo(before.substance());

        texts.publish(order(text(FIRST, reworded, THIRD), Set.of(new ClauseId("ii")), Map.of()));
        assertThat(clause("ii").hash()).isEqualTo(editorial.hash());
        assertThat(clause("ii").substance()).isNotEqualTo(editorial.substance());
    }

    @Test
    void clauseThatMayBeAnEarlierOneIsAskedAbout() throws Exception {
        var now = text(FIRST, PERHAPS_SECOND, THIRD);

        var undecided = catchThrowableOfType(IdentityUndecided.class, () -> publish(now))
                .undecided();

        assertThat(said(undecided)).containsExactly("UNSURE ii ii :17");
        assertThat(fixture.isClean()).isTrue();
        texts.publish(order(now, Set.of(), Map.of("ii", Optional.empty())));
        assertThat(standing()).containsExactly("I i", "II ii-2", "III iii");
    }

    @Test
    void answerAboutOneClauseRaisesTheDoubtAboutAnother() {
        var alsoPerhaps = "Nghị định mới cho phép thí điểm; điểm nghẽn nào đang cản trở phát triển thì gỡ ngay.";
        var now = files(
                titled("Quan điểm", FIRST, "Luật", PERHAPS_SECOND, "Nghị định", alsoPerhaps, "Việc của chi bộ", THIRD));

        assertThat(said(texts.check(ID, now).changes())).contains("ADDED ii ii-2 :17", "UNSURE iii ii :21");
        assertThat(said(texts.check(ID, now, List.of(), Map.of("iii", Optional.empty()))
                        .changes()))
                .contains("UNSURE ii ii :17", "ADDED iii iii-2 :21");
        var second = Optional.of(new ClauseId("ii"));
        assertThatThrownBy(() -> texts.check(ID, now, List.of(), Map.of("ii", second, "iii", second)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("identities for 57-nq-tw: no such clause, or already given: ii");
    }

    @Test
    void decisionOfThePersonCounts() {

        texts.publish(
                order(text(FIRST, PERHAPS_SECOND, THIRD), Set.of(), Map.of("ii", Optional.of(new ClauseId("ii")))));

        assertThat(standing()).containsExactly("I i", "II ii", "III iii");
        assertThatThrownBy(() -> texts.publish(
                        order(text(FIRST, SECOND, THIRD), Set.of(), Map.of("ii", Optional.of(new ClauseId("ix"))))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("identities for 57-nq-tw: no such clause, or already given: ix");
    }

    @Test
    void otherWordsAtTheSamePlaceAreAnotherClause() {
        var now = titled(
                "Quan điểm",
                FIRST,
                "Kinh tế biển",
                "Cảng nước sâu và đội tàu xa bờ được đầu tư.",
                "Việc của chi bộ",
                THIRD);

        publish(now);

        assertThat(standing()).containsExactly("I i", "II ii-2", "III iii");
        assertThat(texts.check(ID, files(now)).changes()).isEmpty();
        assertThat(texts.check(ID, files(now)).changes())
                .extracting(ClauseChange::kind)
                .doesNotContain(Kind.UNSURE);
    }
}
