package vn.quantriet.search.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.Test;
import vn.quantriet.search.ui.WordsAddress.Part;

class WordsAddressTest {

    private static WordsAddress of(String query) {
        return WordsAddress.of(QueryParameters.fromString(query));
    }

    @Test
    void stateSurvivesTheAddress() {
        for (var address : new WordsAddress[] {
            WordsAddress.of(Part.MISSED),
            new WordsAddress(Part.UNOPENED, "", 3),
            new WordsAddress(Part.WORDS, "bãi bỏ & tư", 2)
        }) {
            assertThat(of(address.parameters().getQueryString())).isEqualTo(address);
        }
    }

    @Test
    void wrongPartsAreAsIfNotSaid() {
        assertThat(of("muc=x&trang=-1&tim=")).isEqualTo(WordsAddress.of(Part.MISSED));
        assertThat(of("trang=99999").page()).isEqualTo(1);
    }
}
