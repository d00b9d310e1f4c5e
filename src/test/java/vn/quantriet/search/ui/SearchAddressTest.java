package vn.quantriet.search.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.search.Facet;
import vn.quantriet.search.Search.Order;

class SearchAddressTest {

    private static SearchAddress at(String query) {
        return SearchAddress.of(QueryParameters.fromString(query));
    }

    private static SortedSet<String> values(String... values) {
        return new TreeSet<>(Set.of(values));
    }

    @Test
    void addressHoldsTheWholeState() {
        var address = new SearchAddress(
                "kinh tế & “số”",
                Map.of(
                        Facet.KIND, values("KEY_POINT", "SLIDE"),
                        Facet.ISSUER, values("Bộ Chính trị, Ban Bí thư & cộng sự"),
                        Facet.YEAR, values("2024"),
                        Facet.STANDING, values("NOT_ASKED")),
                Optional.of(new ResolutionId("57-nq-tw")),
                Order.NEWEST,
                true,
                3);

        var again = at(address.parameters().getQueryString());

        assertThat(again).isEqualTo(address);
        assertThat(again.query().offset()).isEqualTo(20);
        assertThat(again.query().order()).isEqualTo(Order.NEWEST);
        assertThat(again.query().chosen().get(Facet.KIND)).containsExactlyInAnyOrder("KEY_POINT", "SLIDE");
        assertThat(address.parameters().getParameters("loai")).containsExactly("key-point", "slide");
        assertThat(address.parameters().getSingleParameter("sap")).contains("moi");
        assertThat(address.parameters().getSingleParameter("hoc")).contains("not-asked");
    }

    @Test
    void whatAnAddressSaysWronglyIsIgnored() {
        assertThat(at("q=a&loai=quiz&vb=../etc&trang=-1&nam=hai&don-vi=-7&hieu-luc=&sap=cu&ban-hanh="
                        + "x".repeat(201)))
                .isEqualTo(SearchAddress.of("a"));
        assertThat(at("trang=999").page()).isEqualTo(100);
        assertThat(at("loai=slide&loai=slide&loai=quiz").chosen()).isEqualTo(Map.of(Facet.KIND, values("SLIDE")));
    }

    @Test
    void otherWordsFiltersAndOrdersBeginAtTheFirstPage() {
        var address = at("q=a&nam=2024&nguyen=1&trang=4");

        assertThat(address.withText("b").page()).isEqualTo(1);
        assertThat(address.withText("b").asTyped()).isFalse();
        assertThat(address.withText("b").chosen()).isEqualTo(address.chosen());
        assertThat(address.toggled(Facet.KIND, "SLIDE").page()).isEqualTo(1);
        assertThat(address.by(Order.NEWEST).page()).isEqualTo(1);
    }

    @Test
    void valueThatIsToggledTwiceIsNotChosen() {
        var address = at("q=a&nam=2024");

        assertThat(address.toggled(Facet.YEAR, "2025").chosen()).containsEntry(Facet.YEAR, values("2024", "2025"));
        assertThat(address.toggled(Facet.YEAR, "2024").isNarrowed()).isFalse();
        assertThat(address.within(new ResolutionId("57-nq-tw")).unfiltered()).isEqualTo(at("q=a"));
    }

    @Test
    void nextPageExistsOnlyWhileThereAreHits() {
        assertThat(at("q=a&trang=2").hasNextPage(20)).isFalse();
        assertThat(at("q=a&trang=2").hasNextPage(21)).isTrue();
        assertThat(at("q=a&trang=100").hasNextPage(5_000)).isFalse();
    }
}
