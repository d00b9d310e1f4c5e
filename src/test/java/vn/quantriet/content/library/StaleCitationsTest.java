package vn.quantriet.content.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.quantriet.content.library.LibraryFixture.ID;
import static vn.quantriet.content.library.LibraryFixture.deck;
import static vn.quantriet.content.library.LibraryFixture.quiz;
import static vn.quantriet.content.library.ThreeClauses.FIRST;
import static vn.quantriet.content.library.ThreeClauses.SECOND;
import static vn.quantriet.content.library.ThreeClauses.THIRD;
import static vn.quantriet.content.library.ThreeClauses.text;
import static vn.quantriet.content.library.ThreeClauses.titled;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.DeckId;
import vn.quantriet.content.StaleCitations;
import vn.quantriet.content.TextPublishing.Order;

class StaleCitationsTest {
    private static final List<String> REFRESHED = List.of("57-nq-tw");
    private static final String CHANGED = FIRST + " Nhà nước dẫn dắt, mở đường.";

    @TempDir
    Path folder;

    LibraryFixture fixture;
    LiveLibrary library;
    PublishedTexts texts;
    StaleCitations stale;

    @BeforeEach
    void libraryWithThreeClauses() throws IOException {
        fixture = new LibraryFixture(folder);
        Files.writeString(fixture.seed.resolve("57-nq-tw/resolution.md"), text(FIRST, SECOND, THIRD));
        var other = fixture.seed.resolve("18-nq-tw");
        LibraryFixture.writeText(other, "18-NQ/TW", "Sắp xếp tổ chức bộ máy.");
        Files.writeString(
                other.resolve("slides/co-so.md"), deck("Một").replace("[I](clause:i)", "[x](clause:57-nq-tw#i)"));
        open();
    }

    @AfterEach
    void forgetWhoActs() {
        SecurityContextHolder.clearContext();
    }

    private void open() {
        library = fixture.open();
        texts = new PublishedTexts(library);
        stale = new RegisteredStaleCitations(library);
    }

    private void publish(Map<String, String> changed, String... editorial) {
        var edition = texts.edition(ID).orElseThrow();
        Map<String, String> files = new HashMap<>(edition.files());
        files.putAll(changed);
        var ids = Set.copyOf(List.of(editorial).stream().map(ClauseId::new).toList());
        texts.publish(new Order(
                ID, files, ids, Map.of(), PublishedTextsTest.EDITOR, Optional.of(edition.version()), "Revise"));
    }

    private List<String> listed() {
        return stale.all().stream()
                .map(item -> item.clause().resolution() + "#" + item.clause().clause() + " by " + item.citing() + "/"
                        + item.file() + " " + item.number())
                .toList();
    }

    private static final List<String> ALL = List.of(
            "57-nq-tw#i by 18-nq-tw/slides/co-so.md 1",
            "57-nq-tw#i by 57-nq-tw/key-points.md 1",
            "57-nq-tw#i by 57-nq-tw/quiz.md 1",
            "57-nq-tw#i by 57-nq-tw/slides/co-so.md 1");

    @Test
    void everythingThatCitesAClauseIsListedWhenItComesToSaySomethingElse() throws Exception {
        publish(Map.of("resolution.md", text(CHANGED, SECOND, THIRD)));

        assertThat(listed()).isEqualTo(ALL);
        assertThat(stale.of(ID)).hasSize(4);
        assertThat(Files.readString(fixture.file("clauses.yaml"))).contains("""
                stale:
                  - {from: 18-nq-tw/slides/co-so.md#1, clause: i}
                  - {from: key-points.md#1, clause: i}
                  - {from: quiz.md#1, clause: i}
                  - {from: slides/co-so.md#1, clause: i}
                """);
        assertThat(fixture.log()).hasSize(2);
        assertThat(fixture.isClean()).isTrue();
        library.destroy();
        open();
        assertThat(listed()).isEqualTo(ALL);
    }

    @Test
    void changeInTheFolderListsTheSame() throws Exception {
        Files.writeString(fixture.file("resolution.md"), text(CHANGED, SECOND, THIRD));

        library.refresh(REFRESHED);

        assertThat(listed()).isEqualTo(ALL);
        assertThat(fixture.log()).hasSize(2);
        assertThat(fixture.isClean()).isTrue();
    }

    @Test
    void editorialChangesMovesAndOtherClausesListNothing() {
        publish(Map.of("resolution.md", text(CHANGED, SECOND, THIRD)), "i");
        publish(Map.of("resolution.md", text(CHANGED, SECOND, THIRD + " Làm ngay.")));
        publish(Map.of(
                "resolution.md",
                titled("Thể chế", SECOND, "Quan điểm", CHANGED, "Việc của chi bộ", THIRD + " Làm ngay.")));

        assertThat(listed()).isEmpty();
    }

    @Test
    void whatIsChangedWithTheClauseIsNotListed() {
        publish(Map.of(
                "resolution.md",
                text(CHANGED, SECOND, THIRD),
                "quiz.md",
                quiz("Ai dẫn dắt?"),
                "slides/co-so.md",
                deck("Ai dẫn dắt?")));

        assertThat(listed())
                .containsExactly("57-nq-tw#i by 18-nq-tw/slides/co-so.md 1", "57-nq-tw#i by 57-nq-tw/key-points.md 1");
    }

    @Test
    void itemLeavesTheListWhenItIsChangedAndIsFollowedWhenItMoves() throws Exception {
        publish(Map.of("resolution.md", text(CHANGED, SECOND, THIRD)));
        var twoPoints = "## Mới\n\nThể chế. [II](clause:ii)\n\n## Trung tâm\n\nNgười dân. [I](clause:i)\n";
        var desk = new PublishedDecks(library);
        var other = new DeckId(new vn.quantriet.content.ResolutionId("18-nq-tw"), "co-so");

        publish(Map.of("quiz.md", quiz("Ai dẫn dắt?"), "key-points.md", twoPoints));
        desk.publish(
                other,
                deck("Hai").replace("[I](clause:i)", "[x](clause:57-nq-tw#i)"),
                PublishedTextsTest.EDITOR,
                desk.source(other).map(source -> source.hash()));
        Files.delete(fixture.file("slides/co-so.md"));
        library.refresh(REFRESHED);

        assertThat(listed()).containsExactly("57-nq-tw#i by 57-nq-tw/key-points.md 2");
        assertThat(fixture.isClean()).isTrue();
    }

    @Test
    void vanishedClauseIsListedForOtherTextsToo() {
        publish(Map.of(
                "resolution.md", titled("Thể chế", SECOND, "Việc của chi bộ", THIRD),
                "key-points.md", "## Thể chế\n\nThể chế. [II](clause:ii)\n",
                "quiz.md", quiz("Thể chế?").replace("[I](clause:i)", "[II](clause:ii)"),
                "slides/co-so.md", deck("Thể chế?").replace("[I](clause:i)", "[II](clause:ii)")));

        assertThat(listed()).containsExactly("57-nq-tw#i by 18-nq-tw/slides/co-so.md 1");
        assertThat(LibraryFixture.codes(library))
                .containsExactly("18-nq-tw/slides/co-so.md:9:5 clause-removed-elsewhere");
    }

    @Test
    void reviewTakesAnItemOffInTheReviewersName() throws Exception {
        publish(Map.of("resolution.md", text(CHANGED, SECOND, THIRD)));
        var first = stale.all().getFirst();
        assertThatThrownBy(() -> stale.reviewed(first, PublishedTextsTest.EDITOR))
                .isInstanceOf(AccessDeniedException.class);
        actAs("ROLE_MEMBER");
        assertThatThrownBy(() -> stale.reviewed(first, PublishedTextsTest.EDITOR))
                .isInstanceOf(AccessDeniedException.class);
        actAs("ROLE_REPORTER");

        stale.reviewed(first, PublishedTextsTest.EDITOR);
        stale.reviewed(first, PublishedTextsTest.EDITOR);

        assertThat(listed()).isEqualTo(ALL.subList(1, 4));
        assertThat(fixture.log().getFirst())
                .isEqualTo("Lê Thị Mai <mai@example.vn>: Review 18-nq-tw/slides/co-so.md 1");
        assertThat(fixture.log()).hasSize(3);
        stale.all().forEach(item -> stale.reviewed(item, PublishedTextsTest.EDITOR));
        assertThat(fixture.file("clauses.yaml")).doesNotExist();
        assertThat(fixture.isClean()).isTrue();
    }

    private static void actAs(String role) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("khang", "", role));
    }
}
