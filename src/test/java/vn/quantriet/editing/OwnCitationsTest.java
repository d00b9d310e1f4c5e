package vn.quantriet.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.TextPublishing.ClauseChange;
import vn.quantriet.content.TextPublishing.ClauseChange.Kind;
import vn.quantriet.editing.OwnCitations.Outcome;

class OwnCitationsTest {
    private static final Set<ClauseId> GIVEN = Set.of(new ClauseId("i"), new ClauseId("ii"));
    private static final String MINE = "## I. Một\n\nmột\n\n## II. Mới\n\ncủa tôi\n\n## III. Hai\n\nhai\n";

    @Test
    void idBeforeTheMergeIsTheOneThatItsPlaceGave() {
        var mine = new Outcome(MINE, List.of(change(Kind.REWORDED, "ii", "ii", 5), change(Kind.MOVED, "iii", "ii", 9)));
        var merged = new Outcome(
                MINE.replace("## III.", "## IV.").replace("## II. Mới", "## II. Họ\n\nhọ\n\n## III. Mới"),
                List.of(change(Kind.ADDED, "iii", "iii-2", 9)));

        assertThat(OwnCitations.renamed(GIVEN, mine, merged))
                .isEqualTo(Map.of(new ClauseId("ii-2"), new ClauseId("iii-2")));
    }

    @Test
    void clauseThatKeepsItsIdOrHasTheWordsOfAnotherIsLeft() {
        var same = new Outcome(MINE, List.of(change(Kind.ADDED, "ii", "ii-2", 5)));
        assertThat(OwnCitations.renamed(GIVEN, same, same)).isEmpty();

        var twice = new Outcome(
                "## I. A\n\na\n\n## II. A\n\na\n",
                List.of(change(Kind.ADDED, "i", "i-2", 1), change(Kind.ADDED, "ii", "ii-3", 5)));
        assertThat(OwnCitations.renamed(GIVEN, twice, twice)).isEmpty();
    }

    @Test
    void onlyCitationsOfTheTextItselfAreRewrittenAllAtOnce() {
        var renamed = Map.of(new ClauseId("ii.4"), new ClauseId("ii.5"), new ClauseId("ii.5"), new ClauseId("ii.6-2"));

        assertThat(OwnCitations.rewritten(
                        new ResolutionId("57-nq-tw"),
                        Map.of(
                                "quiz.md",
                                "[a](clause:ii.4) [b](clause:ii.5) [c](clause:57-nq-tw#ii.4) [d](clause:18-nq-tw#ii.4)"
                                        + " [e](clause:ii.4.a) [f](clause:ii.4-2)"),
                        renamed))
                .isEqualTo(Map.of(
                        "quiz.md",
                        "[a](clause:ii.5) [b](clause:ii.6-2) [c](clause:57-nq-tw#ii.5) [d](clause:18-nq-tw#ii.4)"
                                + " [e](clause:ii.4.a) [f](clause:ii.4-2)"));
    }

    private static ClauseChange change(Kind kind, String place, String id, int line) {
        return new ClauseChange(kind, place, place, "", new ClauseId(id), 0, line);
    }
}
