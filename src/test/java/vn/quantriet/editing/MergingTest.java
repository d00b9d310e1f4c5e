package vn.quantriet.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.quantriet.content.Manuscript.TEXT;
import static vn.quantriet.editing.FakeTexts.NQ_57;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.access.AccessDeniedException;
import vn.quantriet.content.TextHistory.Conflict;
import vn.quantriet.content.merge.TextMerge;
import vn.quantriet.editing.Merging.Choice;

class MergingTest {
    private static final String QUIZ = "quiz.md";

    @TempDir
    Path folder;

    private EditingFixture portal;
    private EditingDesk desk;
    private DraftWriting writing;
    private Merging merging;
    private FakeTexts texts;
    private DraftId draft;

    @BeforeEach
    void start() {
        portal = EditingFixture.start(folder).mai();
        desk = portal.get(EditingDesk.class);
        writing = portal.get(DraftWriting.class);
        merging = portal.get(Merging.class);
        texts = portal.get(FakeTexts.class);
        draft = desk.begin(NQ_57);
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void draftThatIsUpToDateHasNothingToMerge() {
        assertThat(merging.sheet(draft)).isEmpty();
        assertThat(writing.isReplaced(draft)).isFalse();
    }

    @Test
    void changesOfDifferentPartsAreBroughtTogetherAndReviewedAgain() {
        write("## I. Một\n\ncủa Mai\n\n## II. Hai\n\nchữ hai\n");
        portal.get(Reviewing.class).send(draft);
        theirs("## I. Một\n\nchữ một\n\n## II. Hai\n\ncủa Nghĩa\n");

        var sheet = merging.sheet(draft).orElseThrow();
        assertThat(sheet.conflicts()).isEmpty();
        assertThat(sheet.theirs()).extracting(PartChange::part).containsExactly("## II. Hai");
        merging.merge(draft, sheet.stamp(), List.of());

        assertThat(text()).isEqualTo("## I. Một\n\ncủa Mai\n\n## II. Hai\n\ncủa Nghĩa\n");
        assertThat(desk.draft(draft).state()).isEqualTo(DraftState.DRAFT);
        assertThat(merging.sheet(draft)).isEmpty();
        assertThat(writing.isReplaced(draft)).isFalse();
        assertThat(portal.get(Reviewing.class).changes(draft))
                .extracting(PartChange::part)
                .containsExactly("## I. Một");
    }

    @Test
    void partThatBothChangedIsMineOrTheirsOrBoth() {
        write("## I. Một\n\ncủa Mai\n\n## II. Hai\n\nchữ hai\n");
        theirs("## I. Một\n\ncủa Nghĩa\n\n## II. Hai\n\nchữ hai\n");
        var sheet = merging.sheet(draft).orElseThrow();
        assertThat(sheet.conflicts())
                .containsExactly(new Conflict(
                        TEXT, "## I. Một", "## I. Một\n\nchữ một", "## I. Một\n\ncủa Mai", "## I. Một\n\ncủa Nghĩa"));

        assertThat(resolved(sheet, Choice.MINE)).isEqualTo("## I. Một\n\ncủa Mai\n\n## II. Hai\n\nchữ hai\n");
        assertThat(resolved(sheet, Choice.THEIRS)).isEqualTo("## I. Một\n\ncủa Nghĩa\n\n## II. Hai\n\nchữ hai\n");
        assertThat(resolved(sheet, Choice.BOTH))
                .isEqualTo("## I. Một\n\ncủa Mai\n\ncủa Nghĩa\n\n## II. Hai\n\nchữ hai\n");

        merging.merge(draft, sheet.stamp(), List.of(Choice.THEIRS));
        assertThat(text()).contains("của Nghĩa").doesNotContain("của Mai");
        var copy = writing.copies(draft).getFirst();
        assertThat(writing.copy(draft, copy.id()).orElseThrow()).contains("của Mai");
    }

    @Test
    void sheetThatIsOutOfDateIsNotUsed() {
        write("## I. Một\n\ncủa Mai\n\n## II. Hai\n\nchữ hai\n");
        theirs("## I. Một\n\ncủa Nghĩa\n\n## II. Hai\n\nchữ hai\n");
        var sheet = merging.sheet(draft).orElseThrow();
        theirs("## I. Một\n\ncủa người thứ ba\n\n## II. Hai\n\nchữ hai\n");

        assertThatExceptionOfType(DraftChangedElsewhere.class)
                .isThrownBy(() -> merging.merge(draft, sheet.stamp(), List.of(Choice.THEIRS)));
        var next = merging.sheet(draft).orElseThrow();
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> merging.merge(draft, next.stamp(), List.of()))
                .withMessage("expected 1 choices, got 0");
        assertThat(text()).contains("của Mai");
    }

    @Test
    void onlyTheAuthorMerges() {
        portal.get(Reviewing.class).send(draft);
        theirs("khác\n");
        portal.nghia();

        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> merging.sheet(draft));
    }

    @Test
    void questionThatTheMergeRenumberedIsTheOneThatIsReplaced() {
        var base = question(1, "Ai làm?", "mọi người") + question(2, "Khi nào?", "sắp tới");
        var mine = question(1, "Ai làm?", "mọi người") + question(2, "Khi nào?", "hôm nay");
        var theirs = question(1, "Làm gì?", "mọi việc")
                + question(2, "Ai làm?", "mọi người")
                + question(3, "Khi nào?", "ngày mai");
        var merge = TextMerge.of(Map.of(QUIZ, base), Map.of(QUIZ, mine), Map.of(QUIZ, theirs));

        assertThat(merge.conflicts())
                .containsExactly(new Conflict(
                        QUIZ,
                        "## 2. Một đáp án",
                        question(2, "Khi nào?", "sắp tới").strip(),
                        question(3, "Khi nào?", "hôm nay").strip(),
                        question(3, "Khi nào?", "ngày mai").strip()));
        var resolved = new Resolved(
                merge.files().getOrDefault(QUIZ, ""), merge.conflicts().getFirst(), theirs);
        assertThat(resolved.text(Choice.MINE)).isEqualTo(merge.files().getOrDefault(QUIZ, ""));
        assertThat(resolved.text(Choice.THEIRS).strip()).isEqualTo(theirs.strip());
    }

    @Test
    void clauseOfTheOthersGetsTheNumberThatMineHas() {
        var base = "## I. Một\n\nmột\n\n## II. Hai\n\nchữ hai cũ\n";
        var mine = "## I. Mới\n\nviệc mới hẳn\n\n## II. Một\n\nmột\n\n## III. Hai\n\nchữ hai của tôi\n";
        var theirs = "## I. Một\n\nmột\n\n## II. Hai\n\nchữ hai của họ\n";
        var merge = TextMerge.of(Map.of(TEXT, base), Map.of(TEXT, mine), Map.of(TEXT, theirs));

        assertThat(new Resolved(
                                merge.files().getOrDefault(TEXT, ""),
                                merge.conflicts().getFirst(),
                                theirs)
                        .text(Choice.THEIRS))
                .isEqualTo(mine.replace("của tôi", "của họ"));
    }

    @Test
    void questionThatIRemovedComesBackBelowTheOneThatStandsAboveIt() {
        var first = question(1, "Ai làm?", "mọi người");
        var second = question(2, "Khi nào?", "sắp tới");
        var theirs = first + second + question(3, "Ở đâu?", "ở nhà").strip();
        var conflict =
                new Conflict(QUIZ, "", "x", "", question(3, "Ở đâu?", "ở nhà").strip());

        assertThat(new Resolved(first + second, conflict, theirs)
                        .text(Choice.THEIRS)
                        .strip())
                .isEqualTo(theirs);
    }

    private static String question(int number, String asked, String answer) {
        return "## " + number + ". Một đáp án\n\n" + asked + "\n\n- [x] " + answer + "\n- [ ] không\n\n";
    }

    @Test
    void partThatIRemovedComesBackWhereTheOthersHaveIt() {
        var conflict = new Conflict(TEXT, "## II. Hai", "## II. Hai\n\nhai", "", "## II. Hai\n\ntheirs");

        assertThat(new Resolved(
                                "## I. Một\n\nmột\n\n## III. Ba\n\nba\n",
                                conflict,
                                "## I. Một\n\nmột\n\n## II. Hai\n\ntheirs\n\n## III. Ba\n\nba\n")
                        .text(Choice.THEIRS))
                .isEqualTo("## I. Một\n\nmột\n\n## II. Hai\n\ntheirs\n\n## III. Ba\n\nba\n");
    }

    @Test
    void keyOfTheFrontMatterIsFoundAsAWholeLine() {
        var conflict = new Conflict(TEXT, "", "pass: 60", "pass: 7", "pass: 80");

        assertThat(new Resolved("---\nbypass: 7\npass: 70\npass: 7\n---\n", conflict, "").text(Choice.THEIRS))
                .isEqualTo("---\nbypass: 7\npass: 70\npass: 80\n---\n");
    }

    @Test
    void citationsOfAClauseThatIAddedNameItWhenTheOthersAddedOneAtItsPlace() {
        write("""
                ## I. Một

                chữ một, xem [III](clause:iii) và [II](clause:ii)

                ## II. Hai

                chữ hai

                ## III. Của Mai

                cây xanh trong thành phố
                """);
        theirs("""
                ## I. Một

                chữ một

                ## II. Hai

                chữ hai, theo [III](clause:iii)

                ## III. Của Nghĩa

                tàu ra biển mỗi ngày
                """);

        merging.merge(draft, merging.sheet(draft).orElseThrow().stamp(), List.of());

        assertThat(text()).isEqualTo("""
                ## I. Một

                chữ một, xem [III](clause:iii-2) và [II](clause:ii)

                ## II. Hai

                chữ hai, theo [III](clause:iii)

                ## III. Của Mai

                cây xanh trong thành phố

                ## IV. Của Nghĩa

                tàu ra biển mỗi ngày
                """);
    }

    private String resolved(Merging.Sheet sheet, Choice choice) {
        var merged = texts.merge(
                base(), Map.of(TEXT, text()), texts.edition(NQ_57).orElseThrow().files());
        return new Resolved(
                        merged.files().getOrDefault(TEXT, ""), sheet.conflicts().getFirst(), texts.text(NQ_57, TEXT))
                .text(choice);
    }

    private static Map<String, String> base() {
        return Map.of(TEXT, "## I. Một\n\nchữ một\n\n## II. Hai\n\nchữ hai\n");
    }

    private String text() {
        return writing.read(draft, TEXT).orElseThrow().body();
    }

    private void write(String words) {
        writing.save(draft, TEXT, words, 0);
    }

    private void theirs(String words) {
        texts.put(NQ_57, Map.of(TEXT, words));
    }
}
