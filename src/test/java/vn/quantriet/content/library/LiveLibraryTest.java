package vn.quantriet.content.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.quantriet.content.library.LibraryFixture.CLOCK;
import static vn.quantriet.content.library.LibraryFixture.ID;
import static vn.quantriet.content.library.LibraryFixture.codes;
import static vn.quantriet.content.library.LibraryFixture.deck;
import static vn.quantriet.content.library.LibraryFixture.quiz;
import static vn.quantriet.content.library.LibraryFixture.text;
import static vn.quantriet.content.library.LibraryFixture.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import vn.quantriet.content.Author;
import vn.quantriet.content.ContentChanged;
import vn.quantriet.content.DeckId;
import vn.quantriet.content.DeckPublishing.DeckHasProblems;
import vn.quantriet.content.DeckPublishing.DeckReplacedMeanwhile;
import vn.quantriet.content.DeckPublishing.Source;
import vn.quantriet.content.Question;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.ResolutionNotFound;

class LiveLibraryTest {
    private static final List<String> REFRESHED = List.of("57-nq-tw");
    private static final Author REPORTER = new Author("Trần Minh Khang", "khang@example.vn");

    private static final DeckId CO_SO = new DeckId(ID, "co-so");

    @TempDir
    Path folder;

    LibraryFixture fixture;

    @BeforeEach
    void seed() throws IOException {
        fixture = new LibraryFixture(folder);
    }

    @Test
    void newLibraryIsSeededAndCommitted() throws Exception {
        var library = fixture.open();

        assertThat(library.resolutions()).extracting(r -> r.number()).containsExactly("57-NQ/TW");
        assertThat(library.problems()).isEmpty();
        assertThat(library.get(ID).keyPoints()).hasSize(1);
        assertThat(library.get(ID).decks()).hasSize(1);
        assertThat(library.get(ID).quiz()).isPresent();
        assertThat(fixture.log()).containsExactly("Thư viện <thu-vien@localhost>: Seed");
        assertThat(fixture.isClean()).isTrue();
        assertThat(fixture.events).isEmpty();
    }

    @Test
    void interruptedSeedIsFinishedAtTheNextStart() throws Exception {
        Files.createDirectories(fixture.file(""));
        Git.init().setDirectory(fixture.library.toFile()).call().close();
        Files.writeString(fixture.file("resolution.md"), "---\nnumber: 5");
        Files.writeString(fixture.library.resolve(".git/index.lock"), "");

        assertThat(words(fixture.open())).isEqualTo("Người dân là trung tâm.");
        assertThat(fixture.isClean()).isTrue();
    }

    @Test
    void ownFilesAreNotMixedWithTheSeed() throws Exception {
        LibraryFixture.writeText(fixture.library.resolve("18-nq-tw"), "18-NQ/TW", "Sắp xếp.");

        assertThat(fixture.open().resolutions()).extracting(r -> r.id().value()).containsExactly("18-nq-tw");
    }

    @Test
    void repositoryAroundTheDataFolderIsLeftAlone() throws Exception {
        try (var outer = Git.init().setDirectory(folder.toFile()).call()) {
            fixture.open();

            assertThat(outer.getRepository().resolve("HEAD")).isNull();
            assertThat(fixture.log()).hasSize(1);
        }
    }

    @Test
    void goodChangeIsServedToldAndCommitted() throws Exception {
        var library = fixture.open();
        Files.writeString(fixture.file("resolution.md"), text("57-NQ/TW", "Người dân là chủ thể."));

        library.refresh(REFRESHED);

        assertThat(words(library)).isEqualTo("Người dân là chủ thể.");
        assertThat(fixture.events).containsExactly(new ContentChanged(ID));
        assertThat(fixture.log())
                .containsExactly(
                        "Thư viện <thu-vien@localhost>: Update 57-nq-tw", "Thư viện <thu-vien@localhost>: Seed");
    }

    @Test
    void badChangeKeepsTheLastGoodVersionEvenOverARestart() throws Exception {
        var library = fixture.open();
        Files.writeString(fixture.file("resolution.md"), text("57-NQ/TW", "Người dân là chủ thể."));
        library.refresh(REFRESHED);
        fixture.events.clear();
        Files.writeString(fixture.file("resolution.md"), text("57-NQ/TW", "Người dân là <b>gốc</b>."));

        library.refresh(REFRESHED);

        assertThat(words(library)).isEqualTo("Người dân là chủ thể.");
        assertThat(codes(library))
                .containsExactly("57-nq-tw/resolution.md:15:14 raw-html", "57-nq-tw/resolution.md:15:20 raw-html");
        assertThat(fixture.events).isEmpty();
        library.destroy();

        var restarted = fixture.open();
        assertThat(words(restarted)).isEqualTo("Người dân là chủ thể.");
        assertThat(restarted.problems()).hasSize(2);
        assertThat(fixture.log()).hasSize(2);
        assertThat(fixture.isClean()).isFalse();
    }

    @Test
    void badQuizKeepsItsLastGoodQuizAndLeavesTheRestAlone() throws Exception {
        var library = fixture.open();
        Files.writeString(fixture.file("quiz.md"), quiz("Ai?").replace("- [ ] Sai", "- [x] Sai"));
        Files.writeString(fixture.file("resolution.md"), text("57-NQ/TW", "Người dân là chủ thể."));

        library.refresh(REFRESHED);

        assertThat(words(library)).isEqualTo("Người dân là chủ thể.");
        assertThat(prompt(library)).isEqualTo("<p>Ai là trung tâm?</p>");
        assertThat(codes(library)).containsExactly("57-nq-tw/quiz.md:10:1 quiz-right-one");
        library.destroy();
        assertThat(prompt(fixture.open())).isEqualTo("<p>Ai là trung tâm?</p>");
    }

    @Test
    void citationOfAClauseThatHasGoneIsReportedInTheCitingFile() throws Exception {
        LibraryFixture.writeText(fixture.seed.resolve("18-nq-tw"), "18-NQ/TW", "Xem [x](clause:57-nq-tw#ii).");
        var library = fixture.open();
        assertThat(codes(library)).containsExactly("18-nq-tw/resolution.md:15:9 clause-missing-elsewhere-near");
        Files.writeString(
                fixture.file("resolution.md"), text("57-NQ/TW", "Người dân là trung tâm.\n\n## II. Hai\n\nHai."));
        Files.writeString(fixture.file("key-points.md"), "## Hai\n\nHai. [III](clause:iii)\n");

        library.refresh(REFRESHED);

        assertThat(codes(library)).containsExactly("57-nq-tw/key-points.md:3:12 clause-missing-near");
        assertThat(library.get(ID).keyPoints().getFirst().title()).isEqualTo("Trung tâm");
    }

    @Test
    void fileThatIsGoneLeavesServiceButATextOnlyWithItsFolder() throws Exception {
        var library = fixture.open();
        Files.delete(fixture.file("quiz.md"));
        Files.delete(fixture.file("resolution.md"));

        library.refresh(REFRESHED);

        assertThat(library.get(ID).quiz()).isEmpty();
        assertThat(words(library)).isEqualTo("Người dân là trung tâm.");
        assertThat(codes(library)).containsExactly("57-nq-tw/resolution.md:1:1 file-missing");
        FileSystemUtils.deleteRecursively(fixture.file(""));

        library.refresh(REFRESHED);

        assertThat(library.find(ID)).isEmpty();
        assertThat(library.problems()).isEmpty();
        assertThat(fixture.isClean()).isTrue();
        assertThat(fixture.events).containsExactly(new ContentChanged(ID), new ContentChanged(ID));
    }

    @Test
    void strangeNamesAreReported() throws Exception {
        LibraryFixture.writeText(fixture.seed.resolve("Nghị quyết"), "1", "x");
        Files.writeString(fixture.seed.resolve("57-nq-tw/Quiz.md"), "x");
        Files.writeString(fixture.seed.resolve("57-nq-tw/slides/Cơ sở.md"), "x");

        assertThat(codes(fixture.open()))
                .containsExactly(
                        "57-nq-tw/Quiz.md:1:1 file-unknown",
                        "57-nq-tw/slides/Cơ sở.md:1:1 deck-name",
                        "Nghị quyết:1:1 folder-name");
    }

    @Test
    void publishedDeckIsInServiceToldAndCommittedInItsAuthorsName() throws Exception {
        var library = fixture.open();
        var desk = new PublishedDecks(library);
        var id = new DeckId(ID, "chi-bo");

        desk.publish(id, deck("Trang của tôi"), REPORTER, Optional.empty());

        assertThat(library.get(ID)
                        .deck("chi-bo")
                        .orElseThrow()
                        .slides()
                        .getFirst()
                        .title())
                .isEqualTo("Trang của tôi");
        assertThat(desk.source(id).map(Source::markdown)).contains(deck("Trang của tôi"));
        assertThat(fixture.events).containsExactly(new ContentChanged(ID));
        assertThat(fixture.log().getFirst())
                .isEqualTo("Trần Minh Khang <khang@example.vn>: Publish 57-nq-tw/slides/chi-bo.md");
        library.refreshAll();
        assertThat(fixture.events).hasSize(1);
        assertThat(fixture.log()).hasSize(2);
    }

    @Test
    void deckWithProblemsIsNotPublished() throws Exception {
        var library = fixture.open();
        var desk = new PublishedDecks(library);
        var id = new DeckId(ID, "chi-bo");
        var bad = deck("Trang").replace("(clause:i)", "(clause:v)");

        assertThat(desk.check(id, bad).deck()).isPresent();
        assertThatThrownBy(() -> desk.publish(id, bad, REPORTER, Optional.empty()))
                .isInstanceOf(DeckHasProblems.class)
                .hasMessage("1 problems, first at 57-nq-tw/slides/chi-bo.md:9:5");
        assertThat(fixture.file("slides/chi-bo.md")).doesNotExist();
        assertThat(fixture.log()).hasSize(1);
        assertThatThrownBy(() -> desk.check(new DeckId(new ResolutionId("1-x"), "a"), bad))
                .isInstanceOf(ResolutionNotFound.class);
    }

    @Test
    void deckThatCannotBeCommittedLeavesTheOldOneInServiceAndInTheFolder() throws Exception {
        var library = fixture.open();
        var desk = new PublishedDecks(library);
        var base = desk.source(CO_SO).map(Source::hash);
        var lock = Files.createFile(fixture.library.resolve(".git/index.lock"));

        assertThatThrownBy(() -> desk.publish(CO_SO, deck("Mới"), REPORTER, base))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("could not commit in ");
        assertThatThrownBy(() -> desk.publish(new DeckId(ID, "moi"), deck("Mới"), REPORTER, Optional.empty()))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(fixture.file("slides/co-so.md")).hasContent(deck("Ai là trung tâm?"));
        assertThat(fixture.file("slides/moi.md")).doesNotExist();
        assertThat(library.get(ID).decks())
                .extracting(d -> d.slides().getFirst().title())
                .containsExactly("Ai là trung tâm?");
        assertThat(fixture.events).isEmpty();
        Files.delete(lock);
        desk.publish(CO_SO, deck("Mới"), REPORTER, base);
        assertThat(fixture.log().getFirst()).startsWith("Trần Minh Khang <khang@example.vn>");
    }

    @Test
    void changeInTheFolderThatCannotBeCommittedIsInServiceAndCommittedWithTheNext() throws Exception {
        var library = fixture.open();
        var lock = Files.createFile(fixture.library.resolve(".git/index.lock"));
        Files.writeString(fixture.file("resolution.md"), text("57-NQ/TW", "Người dân là chủ thể."));

        library.refresh(REFRESHED);

        assertThat(words(library)).isEqualTo("Người dân là chủ thể.");
        assertThat(fixture.log()).hasSize(1);
        Files.delete(lock);
        library.refresh(REFRESHED);
        assertThat(fixture.log()).hasSize(2);
    }

    @Test
    void whatAKilledProcessWasPublishingIsCompletedInItsAuthorsNameAtTheNextStart() throws Exception {
        fixture.open().destroy();
        beginPublishing();
        // One of two files was written when the process was killed.
        Files.writeString(fixture.file("slides/co-so.md"), deck("Mới"));

        var restarted = fixture.open();

        assertThat(fixture.log())
                .containsExactly("Trần Minh Khang <khang@example.vn>: Publish", "Thư viện <thu-vien@localhost>: Seed");
        assertThat(new PublishedDecks(restarted).source(CO_SO).flatMap(Source::author))
                .contains(REPORTER);
        assertThat(restarted.get(ID).deck("moi")).isPresent();
        assertThat(restarted.get(ID).quiz()).isEmpty();
        assertThat(fixture.isClean()).isTrue();
        assertThat(fixture.library.resolve(".git/publishing.properties")).doesNotExist();
        assertThat(fixture.library.resolve(".git/publishing")).isEmptyDirectory();
    }

    @Test
    void whatWasNotNotedCompletelyIsNeverPublished() throws Exception {
        fixture.open().destroy();
        beginPublishing();
        Files.delete(fixture.library.resolve(".git/publishing.properties"));

        var restarted = fixture.open();

        assertThat(fixture.log()).hasSize(1);
        assertThat(restarted.get(ID).deck("moi")).isEmpty();
        new PublishedDecks(restarted).publish(new DeckId(ID, "khac"), deck("Khác"), REPORTER, Optional.empty());
        assertThat(fixture.library.resolve(".git/publishing")).isEmptyDirectory();
    }

    @Test
    void whatSomebodyWroteAfterAKillIsKeptAsTheirChange() throws Exception {
        fixture.open().destroy();
        beginPublishing();
        Files.writeString(fixture.file("slides/co-so.md"), deck("Sửa tay"));

        var restarted = fixture.open();

        assertThat(fixture.log())
                .containsExactly(
                        "Thư viện <thu-vien@localhost>: Update 57-nq-tw",
                        "Trần Minh Khang <khang@example.vn>: Publish",
                        "Thư viện <thu-vien@localhost>: Seed");
        assertThat(restarted
                        .get(ID)
                        .deck("co-so")
                        .orElseThrow()
                        .slides()
                        .getFirst()
                        .title())
                .isEqualTo("Sửa tay");
    }

    private void beginPublishing() throws IOException {
        var changes = new Changeset(
                Map.of(
                        "57-nq-tw/slides/co-so.md", Optional.of(bytes(deck("Mới"))),
                        "57-nq-tw/slides/moi.md", Optional.of(bytes(deck("Mới hẳn"))),
                        "57-nq-tw/quiz.md", Optional.empty()),
                REPORTER,
                "Publish");
        try (var history = LibraryHistory.open(fixture.library, CLOCK)) {
            new Publishing(new LibraryFolder(fixture.library, CLOCK), history)
                    .begin(
                            changes,
                            Map.of(
                                    "57-nq-tw/slides/co-so.md",
                                    Optional.of(Files.readAllBytes(fixture.file("slides/co-so.md"))),
                                    "57-nq-tw/quiz.md",
                                    Optional.of(Files.readAllBytes(fixture.file("quiz.md")))));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void deckReplacedMeanwhileIsNotOverwritten() throws Exception {
        var library = fixture.open();
        var desk = new PublishedDecks(library);
        var base = desk.source(CO_SO).map(Source::hash);
        desk.publish(CO_SO, deck("Của Khang"), REPORTER, base);

        for (var stale : List.of(base, Optional.<String>empty())) {
            assertThatThrownBy(() -> desk.publish(CO_SO, deck("Của Lan"), new Author("Lan", "lan@example.vn"), stale))
                    .isInstanceOf(DeckReplacedMeanwhile.class)
                    .hasMessage("the file of 57-nq-tw/co-so is no longer the one that the text was made from");
        }

        assertThat(fixture.file("slides/co-so.md")).hasContent(deck("Của Khang"));
        assertThat(desk.source(CO_SO).flatMap(Source::author)).contains(REPORTER);
    }

    @Test
    void whoWroteAFileIsSaidWhileSomebodyElseChangesTheLibrary() {
        var library = fixture.open();
        var author = library.exclusively(
                () -> CompletableFuture.supplyAsync(() -> library.lastAuthor("57-nq-tw/resolution.md"))
                        .orTimeout(30, TimeUnit.SECONDS)
                        .join());

        assertThat(author).contains(Author.LIBRARY);
    }

    @Test
    void deckThatCameWithTheLibraryHasNoAuthor() {
        assertThat(new PublishedDecks(fixture.open())
                        .source(CO_SO)
                        .orElseThrow()
                        .author())
                .isEmpty();
    }

    @Test
    void wordsAreThoseOfTheVersionInServiceWhateverLiesInTheFolder() throws Exception {
        var library = fixture.open();
        Files.writeString(fixture.file("resolution.md"), text("57-NQ/TW", "Người dân là chủ thể."));
        Files.delete(fixture.file("quiz.md"));

        assertThat(words(library)).isEqualTo("Người dân là trung tâm.");
        assertThat(prompt(library)).isEqualTo("<p>Ai là trung tâm?</p>");

        library.refresh(REFRESHED);
        assertThat(words(library)).isEqualTo("Người dân là chủ thể.");
        assertThat(library.get(ID).quiz()).isEmpty();
    }

    @Test
    void listingTellsWhatThereIsWithoutTheWords() throws Exception {
        var library = fixture.open();
        var listing = library.listing(ID).orElseThrow();

        assertThat(listing.resolution()).isEqualTo(library.get(ID).resolution());
        assertThat(listing.decks())
                .extracting(d -> d.id() + " " + d.title() + " " + d.slides())
                .containsExactly("57-nq-tw/co-so Bài giảng 1");
        assertThat(listing.hasQuiz()).isTrue();
        Files.writeString(fixture.file("key-points.md"), "## Mới\n\nMới. [I](clause:i)\n");
        library.refresh(REFRESHED);
        assertThat(library.listing(ID).orElseThrow().version()).isNotEqualTo(listing.version());
        assertThat(library.listing(new ResolutionId("1-x"))).isEmpty();
    }

    @Test
    void listStaysNewestFirstAsTextsComeGoAndChangeTheirDates() throws Exception {
        var library = fixture.open();
        for (int year : List.of(2001, 1999, 2030, 2015)) {
            var folder = fixture.library.resolve(year + "-nq-tw");
            LibraryFixture.writeText(folder, year + "-NQ/TW", "Một.");
            issued(folder, year);
            library.refresh(List.of(year + "-nq-tw"));
        }
        assertThat(numbers(library))
                .containsExactly("2030-NQ/TW", "57-NQ/TW", "2015-NQ/TW", "2001-NQ/TW", "1999-NQ/TW");

        issued(fixture.library.resolve("2030-nq-tw"), 2000);
        library.refresh(List.of("2030-nq-tw"));
        assertThat(numbers(library))
                .containsExactly("57-NQ/TW", "2015-NQ/TW", "2001-NQ/TW", "2030-NQ/TW", "1999-NQ/TW");

        FileSystemUtils.deleteRecursively(fixture.library.resolve("2015-nq-tw"));
        library.refreshAll();
        assertThat(numbers(library)).containsExactly("57-NQ/TW", "2001-NQ/TW", "2030-NQ/TW", "1999-NQ/TW");
    }

    private static List<String> numbers(LiveLibrary library) {
        return library.resolutions().stream().map(r -> r.number()).toList();
    }

    private static void issued(Path text, int year) throws IOException {
        var file = text.resolve("resolution.md");
        Files.writeString(file, Files.readString(file).replaceFirst("issued: \\d{4}", "issued: " + year));
    }

    private static String prompt(LiveLibrary library) {
        return library.get(ID)
                .quiz()
                .map(q -> q.question(1))
                .map(Question::prompt)
                .orElseThrow();
    }
}
