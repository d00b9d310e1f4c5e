package vn.quantriet.content.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.quantriet.content.history.HistoryFixture.ID;
import static vn.quantriet.content.history.HistoryFixture.clause;
import static vn.quantriet.content.history.HistoryFixture.text;

import java.nio.file.Path;
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
import vn.quantriet.content.Author;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.TextPublishing.ClauseChange;
import vn.quantriet.content.TextPublishing.Order;
import vn.quantriet.content.format.ClauseRegister;

class TextReturnTest {
    private static final Author ME = new Author("Trần Minh Khang", "khang@example.vn");
    private static final String VIEW = clause("I", "Quan điểm", "Người dân là trung tâm.");

    @TempDir
    Path folder;

    HistoryFixture fixture;
    String first;
    final MemoryPublishing publishing = new MemoryPublishing();

    @BeforeEach
    void seed() throws Exception {
        fixture = new HistoryFixture(folder);
        fixture.writeClauses(VIEW);
        first = fixture.commit("Lan", "Văn bản");
        fixture.writeClauses(VIEW.replace("trung tâm", "chủ thể"));
        fixture.write("quiz.md", "mới");
        fixture.commit("Minh", "Sửa");
        actAs("ROLE_MEMBER", "ROLE_REPORTER");
    }

    @AfterEach
    void close() {
        SecurityContextHolder.clearContext();
        fixture.close();
    }

    private static void actAs(String... roles) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("khang", "", roles));
    }

    private TextReturn way() {
        return new TextReturn(fixture.history, publishing, () -> ME);
    }

    @Test
    void earlierVersionIsPublishedAnewInTheActingMembersName() {
        way().to(ID, first, Optional.of("now"), "Khôi phục");

        assertThat(publishing.orders)
                .containsExactly(new Order(
                        ID,
                        Map.of("resolution.md", text(VIEW)),
                        Set.of(),
                        Map.of(),
                        ME,
                        Optional.of("now"),
                        "Khôi phục"));
    }

    @Test
    void decksStayAsTheyAreNow() throws Exception {
        fixture.write("slides/cu.md", "# Cũ");
        fixture.write("slides/co-so.md", "# Trước");
        var before = fixture.commit("Khang", "Bài giảng");
        publishing.present = Map.of("resolution.md", "nay", "slides/co-so.md", "# Nay");

        way().to(ID, before, Optional.of("now"), "Khôi phục");

        var files = publishing.orders.getLast().files();
        assertThat(files).containsEntry("slides/co-so.md", "# Nay").doesNotContainKey("slides/cu.md");
        assertThat(files).containsKeys("resolution.md", "quiz.md");
    }

    @Test
    void clausesThatMayBeOneOrTheOtherAreWhatTheyWereInThatVersion() {
        publishing.unsure = List.of(
                new ClauseChange(ClauseChange.Kind.UNSURE, "i", "I", "Quan điểm", new ClauseId("i"), 0.5, 12),
                new ClauseChange(ClauseChange.Kind.UNSURE, "ii", "II", "Mới", new ClauseId("iv"), 0.5, 15));

        way().to(ID, first, Optional.of("now"), "Khôi phục");

        assertThat(publishing.orders)
                .extracting(Order::identities)
                .containsExactly(Map.of("i", Optional.of(new ClauseId("i")), "ii", Optional.empty()));
    }

    private static final String LAW = clause("II", "Thể chế", "Thể chế phải đi trước một bước.");

    /** The text without its second clause, as the portal would have written it. */
    private void removeLaw() throws Exception {
        fixture.writeClauses(VIEW);
        fixture.write(
                "clauses.yaml",
                new ClauseRegister(
                                ClauseRegister.hash(fixture.parsed()
                                        .orElseThrow()
                                        .resolution()
                                        .clauses()),
                                Map.of(),
                                Set.of(new ClauseId("ii")),
                                List.of(),
                                Map.of())
                        .yaml());
        fixture.commit("Minh", "Bỏ");
    }

    @Test
    void clauseThatWasRemovedSinceComesBackUnderItsOwnId() throws Exception {
        fixture.writeClauses(VIEW, LAW);
        var whole = fixture.commitHere("Hai điều");
        removeLaw();

        way().to(ID, whole, Optional.of("now"), "Khôi phục");

        assertThat(publishing.orders)
                .extracting(Order::identities)
                .containsExactly(Map.of("ii", Optional.of(new ClauseId("ii"))));
    }

    @Test
    void clauseOfAVersionThatNobodyIdentifiedIsNotTakenForARemovedOne() throws Exception {
        fixture.writeClauses(VIEW, LAW);
        var whole = fixture.commit("Minh", "Hai điều");
        removeLaw();

        way().to(ID, whole, Optional.of("now"), "Khôi phục");

        assertThat(publishing.orders).extracting(Order::identities).containsExactly(Map.of());
    }

    @Test
    void whoIsNoReporterNorEditorNorAdministratorIsRefused() {
        actAs("ROLE_MEMBER", "ROLE_SECRETARY");

        assertThat(way().isOpen()).isFalse();
        assertThatThrownBy(() -> way().to(ID, first, Optional.of("now"), "Khôi phục"))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessage("expected a reporter, an editor or an administrator");
        SecurityContextHolder.clearContext();
        assertThat(way().isOpen()).isFalse();
        assertThat(publishing.orders).isEmpty();
    }

    @Test
    void whatWasNeverAVersionIsRefused() {
        assertThatThrownBy(() -> way().to(ID, "0".repeat(40), Optional.of("now"), "Khôi phục"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a version of 57-nq-tw, got '" + "0".repeat(40) + "'");
    }
}
