package vn.quantriet.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.Library;
import vn.quantriet.content.ReadingPanel;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.CurrentMember;
import vn.quantriet.organisation.UnitId;
import vn.quantriet.organisation.UnitTree;
import vn.quantriet.portal.People;
import vn.quantriet.portal.PortalTest;
import vn.quantriet.search.Search;

@PortalTest
class NoteTakingTest {
    private static final ResolutionId TEXT = new ResolutionId("59-nq-tw");
    private static final ClauseId CLAUSE = new ClauseId("ii.1");

    @Autowired
    NoteTaking noteTaking;

    @Autowired
    NotePanel panel;

    @Autowired
    Library library;

    @Autowired
    Search search;

    @Autowired
    CurrentMember current;

    @Autowired
    UnitTree units;

    @Autowired
    People people;

    private long write(String who, String words) {
        return people.as(who, () -> noteTaking.write(Optional.empty(), TEXT, CLAUSE, new NoteBody(words)))
                .id();
    }

    private long writeLocal(String who, UnitId unit, String words) {
        return people.as(who, () -> noteTaking.writeLocal(Optional.empty(), unit, TEXT, CLAUSE, new NoteBody(words)))
                .id();
    }

    private UnitId unitOf(String who) {
        return people.as(who, () -> current.unit().id());
    }

    private List<String> beside(String who) {
        return people.as(who, () -> panel.items(library.get(TEXT))).stream()
                .map(ReadingPanel.ThreadItem::html)
                .toList();
    }

    private List<String> found(String who, String words) {
        return people.as(who, () -> search.find(Search.Query.of(words))).hits().stream()
                .map(hit -> hit.passage().text())
                .toList();
    }

    @Test
    void privateNoteIsSeenAndFoundByItsWriterAlone() {
        write("ha", "Hỏi lại về cơ chế khoanvungthunghiem một cửa");

        assertThat(beside("ha")).contains("Hỏi lại về cơ chế khoanvungthunghiem một cửa");
        assertThat(found("ha", "khoanvungthunghiem")).containsExactly("Hỏi lại về cơ chế khoanvungthunghiem một cửa");
        assertThat(beside("binh")).noneMatch(html -> html.contains("khoanvungthunghiem"));
        assertThat(found("binh", "khoanvungthunghiem")).isEmpty();
        assertThat(found("tam", "khoanvungthunghiem")).isEmpty();
    }

    @Test
    void localNoteIsSeenInTheUnitAndBelowAndNowhereElse() {
        writeLocal("binh", unitOf("binh"), "Chi bộ phân công tuvanlienthong cho từng nhà");

        assertThat(found("ha", "tuvanlienthong")).hasSize(1);
        assertThat(beside("ha")).anyMatch(html -> html.contains("tuvanlienthong"));
        assertThat(found("minh", "tuvanlienthong")).isEmpty();
        assertThat(beside("minh")).noneMatch(html -> html.contains("tuvanlienthong"));
    }

    @Test
    void deletedNoteIsNoLongerFound() {
        long id = write("ha", "ghichusapxoa một lần");
        people.as("ha", () -> {
            noteTaking.delete(id);
            return true;
        });

        assertThat(found("ha", "ghichusapxoa")).isEmpty();
        assertThat(beside("ha")).noneMatch(html -> html.contains("ghichusapxoa"));
    }

    @Test
    void noteOfSomebodyElseCannotBeRewrittenOrDeleted() {
        long id = write("ha", "Của riêng tôi");

        assertThatThrownBy(() ->
                        people.as("minh", () -> noteTaking.write(Optional.of(id), TEXT, CLAUSE, new NoteBody("khác"))))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> people.as("minh", () -> {
                    noteTaking.delete(id);
                    return true;
                }))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(beside("ha")).contains("Của riêng tôi");
    }

    @Test
    void onlyTheSecretaryOfAUnitWritesItsLocalNotes() {
        assertThatThrownBy(() -> writeLocal("ha", unitOf("ha"), "không được"))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> writeLocal("binh", units.root().orElseThrow().id(), "không được"))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void secretaryAboveMayWriteForAUnitBelow() {
        long id = writeLocal("lan", unitOf("ha"), "Cấp trên nhắc lienhecaptren");

        assertThat(id).isPositive();
        assertThat(found("ha", "lienhecaptren")).hasSize(1);
    }

    @Test
    void markupInANoteIsShownAsText() {
        write("ha", "<img src=x onerror=alert(1)> & xong");

        assertThat(beside("ha")).contains("&lt;img src=x onerror=alert(1)&gt; &amp; xong");
    }

    @Test
    void emptyOrOverlongNoteIsRefused() {
        assertThatThrownBy(() -> new NoteBody("  \n "))
                .isInstanceOf(NoteRefused.class)
                .hasMessage("study.note.empty");
        assertThatThrownBy(() -> new NoteBody("á".repeat(4001)))
                .isInstanceOf(NoteRefused.class)
                .hasMessage("study.note.tooLong");
        assertThat(new NoteBody("á".repeat(4000)).value()).hasSize(4000);
    }

    @Test
    void quizAnswersAreNotFound() {
        var explanation =
                library.get(TEXT).quiz().orElseThrow().questions().getFirst().explanation();
        String words = org.jsoup.Jsoup.parse(explanation).text();

        assertThat(found("ha", words)).noneMatch(text -> text.contains(words));
    }
}
