package vn.quantriet.search.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.search.Passage;

class SearchAddressTest {

    @Test
    void addressHoldsTheWholeState() {
        var address = new SearchAddress(
                "kinh tế & “số”",
                Optional.of(Passage.Kind.KEY_POINT),
                Optional.of(new ResolutionId("57-nq-tw")),
                true,
                3);
        var again =
                SearchAddress.of(QueryParameters.fromString(address.parameters().getQueryString()));
        assertThat(again).isEqualTo(address);
        assertThat(again.query().offset()).isEqualTo(20);
        assertThat(address.parameters().getSingleParameter("loai")).contains("key-point");
    }

    @Test
    void whatAnAddressSaysWronglyIsIgnored() {
        var address = SearchAddress.of(QueryParameters.fromString("q=a&loai=quiz&vb=../etc&trang=-1"));
        assertThat(address).isEqualTo(new SearchAddress("a", Optional.empty(), Optional.empty(), false, 1));
        assertThat(SearchAddress.of(QueryParameters.fromString("trang=999")).page())
                .isEqualTo(100);
    }

    @Test
    void otherWordsOrKindsBeginAtTheFirstPage() {
        var address = new SearchAddress("a", Optional.empty(), Optional.empty(), true, 4);
        assertThat(address.withText("b").page()).isEqualTo(1);
        assertThat(address.withText("b").asTyped()).isFalse();
        assertThat(address.withKind(Optional.of(Passage.Kind.SLIDE)).page()).isEqualTo(1);
    }

    @Test
    void nextPageExistsOnlyWhileThereAreHits() {
        var address = new SearchAddress("a", Optional.empty(), Optional.empty(), false, 2);
        assertThat(address.hasNextPage(20)).isFalse();
        assertThat(address.hasNextPage(21)).isTrue();
        assertThat(address.onPage(100).hasNextPage(5_000)).isFalse();
    }
}
