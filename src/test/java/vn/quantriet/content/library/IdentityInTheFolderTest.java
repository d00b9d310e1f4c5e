package vn.quantriet.content.library;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.quantriet.content.library.LibraryFixture.codes;
import static vn.quantriet.content.library.ThreeClauses.FIRST;
import static vn.quantriet.content.library.ThreeClauses.PERHAPS_SECOND;
import static vn.quantriet.content.library.ThreeClauses.SECOND;
import static vn.quantriet.content.library.ThreeClauses.THIRD;
import static vn.quantriet.content.library.ThreeClauses.text;
import static vn.quantriet.content.library.ThreeClauses.titled;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts that people change in the folder or in the repository, without the portal. */
class IdentityInTheFolderTest {
    private static final List<String> REFRESHED = List.of("57-nq-tw");
    private static final List<String> MOVED = List.of("I iii", "II i", "III ii");

    @TempDir
    Path folder;

    LibraryFixture fixture;
    LiveLibrary library;

    @BeforeEach
    void libraryWithThreeClauses() throws IOException {
        fixture = new LibraryFixture(folder);
        Files.writeString(fixture.seed.resolve("57-nq-tw/resolution.md"), text(FIRST, SECOND, THIRD));
        library = fixture.open();
    }

    private void write(String resolution) throws IOException {
        Files.writeString(fixture.file("resolution.md"), resolution);
    }

    private void restartWithoutCatalogue() throws IOException {
        library.destroy();
        Files.deleteIfExists(fixture.data.resolve("library.catalogue"));
        library = fixture.open();
    }

    private List<String> standing() {
        return library.resolution(LibraryFixture.ID).orElseThrow().clauses().stream()
                .map(clause -> clause.label() + " " + clause.id())
                .toList();
    }

    private String moved() {
        return titled("Việc của chi bộ", THIRD, "Quan điểm", FIRST, "Thể chế", SECOND);
    }

    @Test
    void changeWithoutDoubtIsCommittedWithItsRegister() throws Exception {
        write(moved());

        library.refresh(REFRESHED);

        assertThat(standing()).isEqualTo(MOVED);
        assertThat(Files.readString(fixture.file("clauses.yaml"))).contains("  i: {id: iii}\n");
        assertThat(fixture.isClean()).isTrue();
        assertThat(fixture.log()).hasSize(2);
        library.refreshAll();
        assertThat(fixture.log()).hasSize(2);
        assertThat(fixture.events).hasSize(1);
    }

    @Test
    void changeMadeWhileNothingRanIsRecognisedEvenWithoutACatalogue() throws Exception {
        write(moved());

        restartWithoutCatalogue();

        assertThat(standing()).isEqualTo(MOVED);
        assertThat(fixture.isClean()).isTrue();
    }

    @Test
    void changeCommittedByHandIsRecognisedEvenWithoutACatalogue() throws Exception {
        library.destroy();
        write(moved());
        commitByHand();

        restartWithoutCatalogue();

        assertThat(standing()).isEqualTo(MOVED);
        assertThat(fixture.log().getFirst()).isEqualTo("Thư viện <thu-vien@localhost>: Update 57-nq-tw");
    }

    private void commitByHand() throws Exception {
        try (var git = Git.open(fixture.library.toFile())) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setAuthor("Ai đó", "ai@example.vn")
                    .setCommitter("Ai đó", "ai@example.vn")
                    .setMessage("By hand")
                    .setSign(false)
                    .call();
        }
    }

    @Test
    void doubtfulChangeStaysOutOfServiceUntilSomeoneDecidesInTheRegister() throws Exception {
        write(text(FIRST, PERHAPS_SECOND, THIRD));
        library.refresh(REFRESHED);
        assertThat(codes(library)).containsExactly("57-nq-tw/resolution.md:17:1 clause-unsure");
        assertThat(library.problems().getFirst().arguments()).containsExactly("II", "Thể chế", "ii", "ii");
        assertThat(library.get(LibraryFixture.ID)
                        .words(library.resolution(LibraryFixture.ID)
                                .orElseThrow()
                                .clauses()
                                .get(1)
                                .id()))
                .isEqualTo(SECOND);
        assertThat(fixture.log()).hasSize(1);

        Files.writeString(fixture.file("clauses.yaml"), "decide:\n  ii: ii\n");
        library.refresh(REFRESHED);

        assertThat(library.problems()).isEmpty();
        assertThat(standing()).containsExactly("I i", "II ii", "III iii");
        assertThat(fixture.file("clauses.yaml")).as("nothing is left to say").doesNotExist();
        assertThat(fixture.log()).hasSize(2);
        assertThat(fixture.isClean()).isTrue();
    }

    @Test
    void doubtfulClauseCanBeDeclaredNew() throws Exception {
        write(text(FIRST, PERHAPS_SECOND, THIRD));
        Files.writeString(fixture.file("clauses.yaml"), "decide:\n  ii: new\n");

        library.refresh(REFRESHED);

        assertThat(standing()).containsExactly("I i", "II ii-2", "III iii");
        assertThat(Files.readString(fixture.file("clauses.yaml")))
                .contains("  ii: {id: ii-2}\n")
                .contains("retired:\n  - ii\n")
                .doesNotContain("decide");
        assertThat(fixture.isClean()).isTrue();
    }

    @Test
    void impossibleDecisionIsReported() throws Exception {
        write(text(FIRST, PERHAPS_SECOND, THIRD));
        Files.writeString(fixture.file("clauses.yaml"), "decide:\n  ii: ix\n");

        library.refresh(REFRESHED);

        assertThat(codes(library)).containsExactly("57-nq-tw/clauses.yaml:1:1 register-decision");
        assertThat(library.problems().getFirst().arguments()).containsExactly("ix");
    }

    @Test
    void doubtOutlivesARestartEvenWhenTheTextWasCommittedElsewhere() throws Exception {
        write(text(FIRST, PERHAPS_SECOND, THIRD));
        commitByHand();
        library.refresh(REFRESHED);
        assertThat(codes(library)).containsExactly("57-nq-tw/resolution.md:17:1 clause-unsure");
        new PublishedDecks(library)
                .publish(
                        new vn.quantriet.content.DeckId(LibraryFixture.ID, "moi"),
                        LibraryFixture.deck("Mới"),
                        PublishedTextsTest.EDITOR,
                        java.util.Optional.empty());

        restartWithoutCatalogue();

        assertThat(codes(library)).containsExactly("57-nq-tw/resolution.md:17:1 clause-unsure");
        assertThat(library.get(LibraryFixture.ID).words().values()).contains(SECOND);
        write(text(FIRST, SECOND, THIRD));
        library.refresh(REFRESHED);
        assertThat(library.problems()).isEmpty();
        assertThat(standing()).containsExactly("I i", "II ii", "III iii");
    }

    @Test
    void registerThatIsWrongIsReportedAtItsPlaceAndChangesNothing() throws Exception {
        write(moved());
        library.refresh(REFRESHED);
        var good = Files.readString(fixture.file("clauses.yaml"));

        assertProblem(good + "  - x: [", "57-nq-tw/clauses.yaml:7:3 register-syntax");
        assertProblem(good.replace("{id: ii}", "{id: i}"), "57-nq-tw/clauses.yaml:6:3 register-twice");
        assertProblem(good.replace("{id: ii}", "{id: Mục 2}"), "57-nq-tw/clauses.yaml:6:9 register-id");
        assertProblem(good.replace("  iii: {id: ii}", "  iv: {id: ii}"), "57-nq-tw/clauses.yaml:6:3 register-place");
        assertProblem(good + "stale:\n  - {from: ../x.md#1, clause: i}\n", "57-nq-tw/clauses.yaml:8:6 register-from");
        assertProblem(good + "retire: [v]\n", "57-nq-tw/clauses.yaml:7:1 key-unknown");

        Files.writeString(fixture.file("clauses.yaml"), good);
        library.refresh(REFRESHED);
        assertThat(library.problems()).isEmpty();
        assertThat(fixture.isClean()).isTrue();
    }

    private void assertProblem(String register, String expected) throws IOException {
        Files.writeString(fixture.file("clauses.yaml"), register);
        library.refresh(REFRESHED);
        assertThat(codes(library)).contains(expected);
        assertThat(standing()).isEqualTo(MOVED);
    }

    @Test
    void registerThatWasDeletedIsWrittenAgain() throws Exception {
        write(moved());
        library.refresh(REFRESHED);
        Files.delete(fixture.file("clauses.yaml"));

        library.refresh(REFRESHED);

        assertThat(standing()).isEqualTo(MOVED);
        assertThat(fixture.file("clauses.yaml")).exists();
        assertThat(fixture.isClean()).isTrue();
    }

    @Test
    void registerOfASeedCounts() throws Exception {
        write(moved());
        library.refresh(REFRESHED);
        library.destroy();
        var other = new LibraryFixture(folder.resolve("other"));
        for (var name : List.of("resolution.md", "clauses.yaml")) {
            Files.copy(
                    fixture.file(name),
                    other.seed.resolve("57-nq-tw").resolve(name),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }

        library = other.open();

        assertThat(library.problems()).isEmpty();
        assertThat(standing()).isEqualTo(MOVED);
    }
}
