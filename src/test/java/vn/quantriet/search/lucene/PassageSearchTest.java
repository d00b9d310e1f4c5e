package vn.quantriet.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.search.Facet;
import vn.quantriet.search.Passage;
import vn.quantriet.search.Search.Group;
import vn.quantriet.search.Search.Order;
import vn.quantriet.search.Search.Query;
import vn.quantriet.search.Search.Results;
import vn.quantriet.search.Search.Segment;

public class PassageSearchTest {
    @TempDir
    Path data;

    private SearchFixture portal;

    /** The index that is asked. */
    protected SearchFixture started(Path folder) throws IOException {
        return SearchFixture.started(folder);
    }

    @BeforeEach
    void start() throws IOException {
        portal = started(data);
    }

    @AfterEach
    void stop() throws IOException {
        portal.close();
    }

    @ParameterizedTest
    @CsvSource({
        "tinh gọn bộ máy, clause/18-nq-tw/i",
        "tinh gon bo may, clause/18-nq-tw/i",
        "tinhs gon bo may, clause/18-nq-tw/i",
        "TINH GỌN BỘ MÁY, clause/18-nq-tw/i",
        "dang vien, clause/18-nq-tw/i.1",
        "chi bo, clause/18-nq-tw/i.1",
        "cap uy, clause/18-nq-tw/i.1",
        "ki luat, clause/18-nq-tw/i.1",
        "kĩ năng, clause/57-nq-tw/i.4",
        "kỹ năng, clause/57-nq-tw/i.4",
        "hòa hợp, clause/57-nq-tw/i.4",
        "hoà hợp, clause/57-nq-tw/i.4",
        "ddoots phas phats trieern, text/57-nq-tw",
        "chuyeern ddooir soos, text/57-nq-tw",
        "nghia4 vu5 qua6n su75, clause/18-nq-tw/i.2",
        "nghĩa vụ quân sư, clause/18-nq-tw/i.2",
        "chuyển đ, text/57-nq-tw",
    })
    void howeverItIsTypedThePassageIsFirst(String typed, String key) {
        assertThat(portal.keys(typed)).first().isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nghi quyet", "nghij quyeets", "NGHỊ QUYẾT", "nghi5 quye61t"})
    void resolutionIsFoundHoweverItIsTyped(String typed) {
        assertThat(portal.keys(typed))
                .isNotEmpty()
                .first()
                .isEqualTo(portal.keys("nghị quyết").getFirst());
    }

    @ParameterizedTest
    @CsvSource({
        "18-NQ/TW, text/18-nq-tw",
        "18 - NQ/TW, text/18-nq-tw",
        "18–NQ/TW, text/18-nq-tw",
        "18-nq/t.ư, text/18-nq-tw",
        "NQ18, text/18-nq-tw",
        "nq 18, text/18-nq-tw",
        "nghị quyết 18, text/18-nq-tw",
        "nghi quyet so 18 nq tw, text/18-nq-tw",
        "nghij quyeets 18, text/18-nq-tw",
        "Chỉ thị 05, text/05-ct-tw",
        "05-CT/TW, text/05-ct-tw",
        "5-CT/TW, text/05-ct-tw",
        "154/2025/NĐ-CP, text/154-2025-nd-cp",
        "154/2025/nd-cp, text/154-2025-nd-cp",
        "nghị định 154, text/154-2025-nd-cp",
        "nghị quyết 18 nghĩa vụ, clause/18-nq-tw/i.2",
    })
    void numberLeadsToItsTextInEverySpelling(String typed, String key) {
        assertThat(portal.keys(typed)).first().isEqualTo(key);
    }

    @Test
    void numberAlsoFindsWhereItIsMentionedAfterTheTextItself() {
        List<String> keys = portal.keys("18-NQ/TW");
        assertThat(keys).hasSize(4).last().isEqualTo("clause/57-nq-tw/i");
        assertThat(marked(portal.find("NQ 18").hits().getLast().excerpt()))
                .containsExactly("Nghị", "quyết", "18", "NQ", "TW");
    }

    @Test
    void numberOfATextThatIsNotHereFindsNothing() {
        assertThat(portal.keys("99-NQ/TW")).isEmpty();
        assertThat(portal.keys("Nghị quyết số 99-NQ/TW")).isEmpty();
    }

    @Test
    void numberThatNoTextHasIsReadAsWords() {
        assertThat(portal.keys("nghị quyết 999 tinh gọn")).contains("clause/18-nq-tw/i");
    }

    @Test
    void decomposedAndComposedAreTheSame() {
        String nfd = Normalizer.normalize("nghĩa vụ quân sự", Normalizer.Form.NFD);
        assertThat(nfd).isNotEqualTo("nghĩa vụ quân sự");
        assertThat(portal.keys(nfd)).isEqualTo(portal.keys("nghĩa vụ quân sự"));

        String text = Normalizer.normalize("Trường mẫu giáo ở thượng nguồn", Normalizer.Form.NFD);
        portal.passages.put(SearchFixture.note("local-note/1", text, new Passage.Audience.Everyone()));
        assertThat(portal.keys("mẫu giáo thượng nguồn")).containsExactly("local-note/1");
        assertThat(portal.marks("mau giao")).containsExactly("mẫu", "giáo");
    }

    @Test
    void accentedWordRanksAboveThoseThatDifferInTheirMarks() {
        assertThat(portal.keys("đường")).first().isEqualTo("clause/57-nq-tw/i.2");
        assertThat(within("đường", "57-nq-tw").hits())
                .extracting(h -> h.passage().key())
                .containsSubsequence("clause/57-nq-tw/i.2", "clause/57-nq-tw/i.3");
        assertThat(within("duong", "57-nq-tw").hits())
                .extracting(h -> h.passage().key())
                .contains("clause/57-nq-tw/i.2", "clause/57-nq-tw/i.3");
    }

    @Test
    void marksStandOnTheRightWords() {
        assertThat(portal.marks("tinh gon bo may")).containsExactly("tinh", "gọn", "bộ", "máy");
        assertThat(portal.marks("nghĩa vụ quân sư")).containsExactly("nghĩa", "vụ", "quân", "sự");
        assertThat(portal.marks("hoà hợp")).containsExactly("hoà", "hợp");
        assertThat(portal.marks("đường")).containsExactly("đường", "đường");
    }

    @Test
    void restoredQueryIsToldAndCanBeUndone() {
        Results restored = portal.find("tinh gon bo may");
        assertThat(restored.readAs()).contains("tinh gọn bộ máy");
        assertThat(portal.find("tinh gọn bộ máy").readAs()).isEmpty();

        var exact = portal.search.find(query("duong", true, 0, 20));
        assertThat(exact.readAs()).isEmpty();
        assertThat(exact.hits()).isNotEmpty();
    }

    @Test
    void abbreviationFindsWhatItStandsForAndTheReverse() {
        portal.passages.put(SearchFixture.note("local-note/1", "Việc của HĐND xã", new Passage.Audience.Everyone()));
        portal.passages.put(
                SearchFixture.note("local-note/2", "Hội đồng nhân dân giám sát", new Passage.Audience.Everyone()));
        assertThat(portal.keys("HĐND")).containsExactlyInAnyOrder("local-note/1", "local-note/2");
        assertThat(portal.keys("hội đồng nhân dân")).containsExactlyInAnyOrder("local-note/1", "local-note/2");
    }

    @Test
    void kindAndTextNarrowAndCountsTellOfAllKinds() {
        Results all = portal.find("người dân");
        assertThat(all.counts().get(Facet.KIND)).isEqualTo(Map.of("CLAUSE", 1L, "SLIDE", 1L));
        var slides = portal.search.find(Query.of("người dân").with(Facet.KIND, Set.of("SLIDE")));
        assertThat(slides.hits()).extracting(h -> h.passage().key()).containsExactly("slide/57-nq-tw/co-so/1");
        assertThat(slides.total()).isEqualTo(1);
        assertThat(slides.counts().get(Facet.KIND)).isEqualTo(all.counts().get(Facet.KIND));
        assertThat(within("tinh gọn", "18-nq-tw").hits())
                .extracting(h -> h.passage().key())
                .containsExactly("clause/18-nq-tw/i");
        assertThat(within("tinh gọn", "57-nq-tw")).isEqualTo(Results.none());
    }

    private Results within(String text, String resolution) {
        return portal.search.find(
                new Query(text, Optional.of(new ResolutionId(resolution)), Map.of(), Order.RELEVANCE, false, 0, 20));
    }

    private static Query query(String text, boolean asTyped, int offset, int limit) {
        return new Query(text, Optional.empty(), Map.of(), Order.RELEVANCE, asTyped, offset, limit);
    }

    @Test
    void privateEconomyIsNotTakenForTheCentre() {
        portal.passages.put(
                SearchFixture.note("local-note/1", "Kinh tế tư nhân ở xã", new Passage.Audience.Everyone()));
        portal.passages.put(
                SearchFixture.note("local-note/2", "Kinh tế trung ương nhân rộng", new Passage.Audience.Everyone()));
        assertThat(portal.keys("kinh tế tư nhân")).first().isEqualTo("local-note/1");
        assertThat(portal.keys("kinh tế TƯ")).first().isEqualTo("local-note/2");
        assertThat(portal.marks("kinh tế tư nhân")).containsExactly("Kinh", "tế", "tư", "nhân");
    }

    @Test
    void speakersNotesAndQuizAnswersAreNotInTheIndex() {
        assertThat(portal.keys("con trâu vàng hội trường")).noneMatch(key -> key.startsWith("slide/"));
        assertThat(portal.find("con trâu vàng").hits())
                .extracting(h -> SearchFixture.plain(h.excerpt()))
                .noneMatch(text -> text.contains("trâu"));
        assertThat(portal.find("bí mật con rồng").hits()).isEmpty();
    }

    @Test
    void pagesFollowOneAnotherWithoutOverlap() {
        var first = portal.search.find(query("18-NQ/TW", false, 0, 1));
        var second = portal.search.find(query("18-NQ/TW", false, 1, 1));
        assertThat(first.total()).isEqualTo(5);
        assertThat(first.texts()).isEqualTo(2);
        assertThat(first.groups())
                .extracting(Group::text, Group::total)
                .containsExactly(tuple(new ResolutionId("18-nq-tw"), 4L));
        assertThat(first.hits())
                .extracting(h -> h.passage().key())
                .containsExactly("text/18-nq-tw", "clause/18-nq-tw/i", "clause/18-nq-tw/i.1");
        assertThat(second.hits()).extracting(h -> h.passage().key()).containsExactly("clause/57-nq-tw/i");
        var far = portal.search.find(query("18-NQ/TW", false, 2_000_000_000, 100));
        assertThat(far.hits()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\"",
                "(",
                "*:*",
                "a AND",
                "AND OR NOT",
                "+-&&||!(){}[]^\"~*?:\\/",
                "…–—“”",
                "\u0301",
                "😀",
                "\uD83D",
                "title:x",
                "[a TO b]",
                "2025-2030",
                "22/12/2024",
                "999999999999999999-NQ/TW",
                "1",
                "đ",
                "w",
                "fsrxj",
                "66779"
            })
    void anyStringGetsAnAnswer(String typed) {
        assertThat(portal.find(typed)).isNotNull();
    }

    @Test
    void onlyPunctuationFindsNothing() {
        assertThat(portal.find("\"(*:*)!?…")).isEqualTo(Results.none());
    }

    @Test
    void tenThousandCharactersGetAnAnswer() {
        assertThat(portal.find("tinh gọn bộ máy ".repeat(625)).hits()).isNotEmpty();
        assertThat(portal.find("a ".repeat(5_000))).isNotNull();
        assertThat(portal.find("a".repeat(10_000))).isNotNull();
        assertThat(portal.find("\u0301".repeat(10_000))).isNotNull();
        assertThat(portal.find("😀".repeat(5_000))).isNotNull();
        var distinct = new StringBuilder();
        for (char c = 'a'; c <= 'z'; c++) {
            for (char d = 'a'; d <= 'z'; d++) {
                distinct.append(c).append(d).append(' ');
            }
        }
        assertThat(portal.find(distinct.toString())).isNotNull();
    }

    @Test
    void excerptIsCutAroundWhatMatchedAndKeepsTheWordsOfTheText() {
        String filler = "Một câu dài về những việc khác hẳn. ".repeat(20);
        String text = filler + "Con đò ngang <b>Vĩnh</b> Tuy chở khách. " + filler;
        portal.passages.put(SearchFixture.note("local-note/1", text, new Passage.Audience.Everyone()));
        var excerpt = portal.find("do ngang vinh tuy").hits().getFirst().excerpt();
        assertThat(marked(excerpt)).containsExactly("đò", "ngang", "Vĩnh", "Tuy");
        String shown = SearchFixture.plain(excerpt);
        assertThat(shown).startsWith("…").endsWith("…").hasSizeBetween(190, 290);
        assertThat(text).contains(shown.substring(1, shown.length() - 1));
    }

    @Test
    void commonWordIsMarkedOnlyBesideOneThatTellsMore() {
        for (int i = 0; i < 100; i++) {
            portal.passages.put(
                    SearchFixture.note("local-note/" + i, "Việc của mọi người", new Passage.Audience.Everyone()));
        }
        portal.passages.put(SearchFixture.note(
                "local-note/bến", "Của ai? Bến của Vĩnh Tuy là của chung.", new Passage.Audience.Everyone()));
        assertThat(marked(portal.find("bến của vĩnh tuy").hits().getFirst().excerpt()))
                .containsExactly("Bến", "của", "Vĩnh", "Tuy");
    }

    @Test
    void loneHalfOfAWordIsNotMarkedWhereTheWholeStands() {
        portal.passages.put(SearchFixture.note(
                "local-note/bến", "Bộ máy cũ. Bến Vĩnh Tuy của cán bộ.", new Passage.Audience.Everyone()));
        assertThat(marked(portal.find("bến cán bộ vĩnh tuy").hits().getFirst().excerpt()))
                .containsExactly("Bến", "Vĩnh", "Tuy", "cán", "bộ");
    }

    private static List<String> marked(List<Segment> segments) {
        return segments.stream().filter(Segment::marked).map(Segment::text).toList();
    }

    @Test
    void upperCaseIsTheSame() {
        assertThat(portal.keys("chuyển đổi số".toUpperCase(Locale.ROOT))).isEqualTo(portal.keys("chuyển đổi số"));
    }
}
