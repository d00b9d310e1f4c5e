package vn.quantriet.search.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.search.Passage;
import vn.quantriet.search.Search.Group;
import vn.quantriet.search.Search.Hit;
import vn.quantriet.search.Search.Results;
import vn.quantriet.search.Search.Segment;

class FoundWordsTest {
    private static final ResolutionId TEXT = new ResolutionId("57-nq-tw");

    /** A hit whose excerpt has its marks between square brackets. */
    private static Hit hit(String href, String excerpt) {
        List<Segment> segments = new ArrayList<>();
        boolean marked = false;
        for (String part : excerpt.split("[\\[\\]]", -1)) {
            if (!part.isEmpty()) {
                segments.add(new Segment(part, marked));
            }
            marked = !marked;
        }
        var passage = new Passage(
                "clause/57-nq-tw/ii.2",
                Passage.Kind.CLAUSE,
                TEXT,
                Optional.of(new ClauseId("ii.2")),
                "57-NQ/TW",
                "",
                "",
                "",
                href,
                Set.of(),
                new Passage.Audience.Everyone());
        return new Hit(passage, List.of(), segments, 1);
    }

    private static String href(String typed, Optional<String> readAs, Hit hit, Hit... others) {
        List<Group> groups = new ArrayList<>(List.of(new Group(TEXT, List.of(hit), 1)));
        List.of(others).forEach(other -> groups.add(new Group(TEXT, List.of(other), 1)));
        return FoundWords.of(typed, new Results(groups, 1, 1, Map.of(), readAs, Optional.empty()))
                .href(hit);
    }

    @Test
    void wordsAreThoseOfTheQueryAsItWasRead() {
        assertThat(href(
                        "chuyen doi so",
                        Optional.of("chuyển đổi số"),
                        hit("/van-ban/57-nq-tw#ii.2", "[chuyển] [đổi] [số] quốc gia")))
                .isEqualTo("/van-ban/57-nq-tw?tim=chuy%E1%BB%83n+%C4%91%E1%BB%95i+s%E1%BB%91#ii.2");
    }

    @Test
    void wordThatOnlyAnotherHitMarksIsMarkedHereToo() {
        var other = hit("/van-ban/57-nq-tw#ii.3", "[so] sanh");
        assertThat(href("doi so", Optional.empty(), hit("/van-ban/57-nq-tw#ii.2", "[doi] moi"), other))
                .isEqualTo("/van-ban/57-nq-tw?tim=doi+so#ii.2");
    }

    @Test
    void wordTooCommonToBeMarkedIsLeftOutAndWhatStandsForAnAbbreviationIsAdded() {
        assertThat(href("cua cds", Optional.empty(), hit("/van-ban/57-nq-tw#ii.2", "việc của [chuyen] [doi] [so]")))
                .isEqualTo("/van-ban/57-nq-tw?tim=chuyen+doi+so#ii.2");
    }

    @Test
    void wordThatOnlyBeginsLikeTheLastOneIsLeftOutOnceTheLastIsAWord() {
        var other = hit("/van-ban/57-nq-tw#ii.3", "[doi] [so]");
        assertThat(href("doi so", Optional.empty(), hit("/van-ban/57-nq-tw#ii.2", "[doi] [song]"), other))
                .isEqualTo("/van-ban/57-nq-tw?tim=doi+so#ii.2");
        assertThat(href("doi son", Optional.empty(), hit("/van-ban/57-nq-tw#ii.2", "[doi] [song]")))
                .isEqualTo("/van-ban/57-nq-tw?tim=doi+song#ii.2");
    }

    @Test
    void textAsAWholeAndAHitWithoutMarksOpenAsTheyAre() {
        assertThat(href("a", Optional.empty(), hit("/van-ban/57-nq-tw", "[a]"))).isEqualTo("/van-ban/57-nq-tw");
        assertThat(href("a", Optional.empty(), hit("/van-ban/57-nq-tw#ii.2", "b")))
                .isEqualTo("/van-ban/57-nq-tw#ii.2");
    }

    @Test
    void hostileWordsStayWords() {
        assertThat(href("\"><script>&#x", Optional.empty(), hit("/van-ban/57-nq-tw#ii.2", "[script] [x]")))
                .isEqualTo("/van-ban/57-nq-tw?tim=script+x#ii.2");
    }

    @Test
    void marksBesideOneAnotherAreOneMark() {
        assertThat(FoundWords.joined(
                        hit("#", "về [chuyển] [đổi] [số], [số] hóa ").excerpt()))
                .containsExactly(
                        new Segment("về ", false),
                        new Segment("chuyển đổi số", true),
                        new Segment(", ", false),
                        new Segment("số", true),
                        new Segment(" hóa ", false));
    }
}
