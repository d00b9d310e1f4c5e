package vn.quantriet.search.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.json.JsonMapper;
import vn.quantriet.search.Facet;
import vn.quantriet.search.Passage;
import vn.quantriet.search.PeopleSearch;
import vn.quantriet.search.Search.Group;
import vn.quantriet.search.Search.Order;
import vn.quantriet.search.Search.Results;
import vn.quantriet.search.ui.SearchPortal.WrittenSearch;
import vn.quantriet.ui.Translations;

@SpringBootTest(classes = SearchPortal.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ViewPackages(classes = SearchView.class)
@SuppressWarnings("NullAway.Init")
class SearchViewTest extends SpringBrowserlessTest {

    @Autowired
    private WrittenSearch search;

    @Autowired
    private PeopleSearch people;

    @BeforeEach
    void findTwoTexts() {
        UI.getCurrentOrThrow().setLocale(Translations.VIETNAMESE);
        search.asked.clear();
        search.similar = List.of();
        search.answer = found(Optional.empty(), Optional.empty());
    }

    private static Results found(Optional<String> readAs, Optional<String> orRather) {
        var of57 = List.of(
                SearchPortal.hit(SearchPortal.NQ_57, "57-NQ/TW", Passage.Kind.CLAUSE, "Hạ tầng số"),
                SearchPortal.hit(SearchPortal.NQ_57, "57-NQ/TW", Passage.Kind.KEY_POINT, "Thể chế"));
        var of18 = List.of(SearchPortal.hit(SearchPortal.NQ_18, "18-NQ/TW", Passage.Kind.SLIDE, "Bộ máy"));
        return new Results(
                List.of(new Group(SearchPortal.NQ_57, of57, 9), new Group(SearchPortal.NQ_18, of18, 1)),
                10,
                2,
                Map.of(
                        Facet.KIND, Map.of("SLIDE", 1L, "CLAUSE", 8L, "KEY_POINT", 1L),
                        Facet.YEAR, Map.of("2017", 1L, "2024", 9L),
                        Facet.FORCE, Map.of("IN_FORCE", 10L),
                        Facet.UNIT, Map.of("17", 1L, "99", 2L)),
                readAs,
                orRather);
    }

    @Test
    void passagesStandUnderTheirTextWithWhatItIsAndHowFarTheMemberHasCome() {
        String shown = text(show("q=so"));

        assertThat(shown)
                .contains(
                        "10 đoạn trong 2 văn bản",
                        "57-NQ/TWĐang họcĐột phá khoa học, công nghệNghị quyết · Bộ Chính trị · 2024",
                        "II.2 · Điều khoảnHạ tầng số",
                        "II.2 · Điểm mới, cốt lõiThể chế",
                        "Còn 7 đoạn trong văn bản này",
                        "18-NQ/TWHết hiệu lựcTinh gọn bộ máy");
        assertThat(shown).doesNotContain("!search").doesNotContain("Còn 0");
    }

    @Test
    void namesStandAboveTheTextsForThoseWhoMayFindPeople() {
        assertThat(text(show("q=so"))).doesNotContain("Người và đơn vị");

        when(people.isOpen()).thenReturn(true);
        assertThat(text(show("q=so"))).contains("Người và đơn vịChi bộ Văn phòng");
        assertThat(text(show("q=so&trang=2"))).doesNotContain("Người và đơn vị");
        when(people.isOpen()).thenReturn(false);
    }

    @Test
    void restOfATextIsTheSameSearchWithinIt() {
        show("q=so&loai=clause");

        assertThat(addresses("Còn 7 đoạn trong văn bản này")).containsExactly(at("q=so&loai=clause&vb=57-nq-tw"));
    }

    @Test
    void facetsAreOfferedInWordsWithTheirCountsUnlessTheyTellNothingApart() {
        String shown = text(show("q=so"));

        assertThat(shown)
                .contains(
                        "Loại nội dungVăn bản8Điểm cốt lõi1Bài giảng1",
                        "Năm ban hành2024920171",
                        "Liên hệ của đơn vị992Chi bộ Văn phòng1")
                .doesNotContain("Còn hiệu lực");
    }

    @Test
    void chosenValuesAreAskedForAndCanBeTakenOffOneByOneOrAllAtOnce() {
        show("q=so&nam=2024&hieu-luc=in-force&sap=moi");

        var query = search.asked.getLast();
        assertThat(query.chosen()).isEqualTo(Map.of(Facet.YEAR, Set.of("2024"), Facet.FORCE, Set.of("IN_FORCE")));
        assertThat(query.order()).isEqualTo(Order.NEWEST);
        assertThat(addresses("2024")).containsExactly(at("q=so&hieu-luc=in-force&sap=moi"));
        assertThat(addresses("Còn hiệu lực")).containsExactly(at("q=so&nam=2024&sap=moi"));
        assertThat(addresses("Bỏ tất cả")).containsExactly(at("q=so&sap=moi"));
    }

    @Test
    void checkingAValueNarrowsTheSearchAndItsAddress() {
        var view = show("q=so");

        change(box(view, "2024"));

        assertThat(search.asked.getLast().chosen()).isEqualTo(Map.of(Facet.YEAR, Set.of("2024")));
        assertThat(UI.getCurrentOrThrow().getInternals().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("tim-kiem?q=so&nam=2024");
    }

    @Test
    void typingKeepsTheFiltersAndBeginsAtTheFirstPage() {
        var view = show("q=so&nam=2024&trang=3&nguyen=1");

        ComponentUtil.fireEvent(
                find(SearchField.class).single(),
                new SearchField.Typed(find(SearchField.class).single(), true, "dữ liệu"));

        var query = search.asked.getLast();
        assertThat(query.text()).isEqualTo("dữ liệu");
        assertThat(query.chosen()).isEqualTo(Map.of(Facet.YEAR, Set.of("2024")));
        assertThat(query.offset()).isZero();
        assertThat(query.asTyped()).isFalse();
        assertThat(view.getPageTitle()).isEqualTo("Tìm “dữ liệu”");
    }

    @Test
    void saysHowTheWordsWereReadAndOffersThemAsTyped() {
        search.answer = found(Optional.of("dữ liệu số"), Optional.empty());

        assertThat(text(show("q=du+lieu+so"))).contains("Kết quả cho dữ liệu sốTìm đúng như đã gõ: du lieu so");
        assertThat(addresses("Tìm đúng như đã gõ: du lieu so")).containsExactly(at("q=du+lieu+so&nguyen=1"));
    }

    @Test
    void nothingFoundOffersOtherWordsAndTheWholeLibrary() {
        search.answer = new Results(List.of(), 0, 0, Map.of(), Optional.empty(), Optional.of("chuyển đổi"));

        String shown = text(show("q=chuyen+dooi&nam=2024&vb=57-nq-tw"));

        assertThat(shown)
                .contains("Chưa tìm thấy đoạn nào", "Có phải đồng chí muốn tìm: chuyển đổi", "Chỉ trong 57-NQ/TW");
        assertThat(addresses("Bỏ lọc, tìm trong cả thư viện")).containsExactly(at("q=chuyen+dooi"));
        assertThat(addresses("chuyển đổi"))
                .containsExactly(at("q=chuy%E1%BB%83n+%C4%91%E1%BB%95i&nam=2024&vb=57-nq-tw"));
    }

    @Test
    void passagesWithinOneTextStandUnderOneHead() {
        var view = show("q=so&vb=57-nq-tw");

        assertThat(search.asked.getLast().within()).contains(SearchPortal.NQ_57);
        assertThat(find(GroupItem.class).all()).hasSize(1);
        assertThat(text(view)).doesNotContain("Còn 7 đoạn");
    }

    @Test
    void similarPassagesAreAskedForOnlyWhenOpened() {
        search.similar = List.of(SearchPortal.hit(SearchPortal.NQ_18, "18-NQ/TW", Passage.Kind.CLAUSE, "Tổ chức"));
        var view = show("q=so");
        assertThat(text(view)).doesNotContain("Tổ chức");

        fire(find(HitMore.class).all().getFirst().getElement(), "toggle", "{\"element.open\":true}");

        assertThat(text(view)).contains("18-NQ/TW · II.2 · Điều khoảnTổ chức");
        assertThat(text(view)).contains("Chưa có nơi nào trích dẫn điều khoản này.");
        assertThat(find(Anchor.class).all()).extracting(Anchor::getHref).contains("/van-ban/18-nq-tw#ii.2");
    }

    @Test
    void pageBehindTheLastShowsTheFirst() {
        search.answer = new Results(List.of(), 10, 2, Map.of(), Optional.empty(), Optional.empty());

        show("q=so&trang=99");

        assertThat(search.asked).extracting(query -> query.offset()).containsExactly(980, 0);
    }

    @Test
    void withoutWordsThereAreExamplesAndNothingIsAsked() {
        String shown = text(show(""));

        assertThat(search.asked).isEmpty();
        assertThat(shown).contains("Đồng chí cần tìm gì?", "tinh gon bo may").doesNotContain("Lọc kết quả");
    }

    private SearchView show(String query) {
        UI.getCurrentOrThrow().navigate(SearchAddress.ROUTE, QueryParameters.fromString(query));
        return (SearchView) getCurrentView();
    }

    /** What is seen, in order. */
    private static String text(Component component) {
        return text(component.getElement());
    }

    private static String text(Element element) {
        if (element.isTextNode()) {
            return element.getText();
        }
        return element.isVisible()
                ? element.getChildren().map(SearchViewTest::text).reduce("", String::concat)
                : "";
    }

    /** Where the links with these words lead. */
    private List<SearchAddress> addresses(String words) {
        return find(RouterLink.class).all().stream()
                .filter(link -> link.getText().equals(words))
                .flatMap(link -> link.getQueryParameters().stream())
                .map(SearchAddress::of)
                .toList();
    }

    private static SearchAddress at(String query) {
        return SearchAddress.of(QueryParameters.fromString(query));
    }

    private static Element box(Component view, String label) {
        return elements(view.getElement())
                .filter(e ->
                        e.getTag().equals("label") && e.getTextRecursively().startsWith(label))
                .map(e -> e.getChild(0))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Element> elements(Element element) {
        return element.isTextNode()
                ? Stream.empty()
                : Stream.concat(Stream.of(element), element.getChildren().flatMap(SearchViewTest::elements));
    }

    private static void change(Element box) {
        fire(box, "change", "{}");
    }

    private static void fire(Element element, String event, String data) {
        element.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(element, event, (tools.jackson.databind.node.ObjectNode)
                        JsonMapper.shared().readTree(data)));
    }
}
