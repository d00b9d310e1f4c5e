package vn.quantriet.oversight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.router.QueryParameters;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.access.AccessDeniedException;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.UnitId;
import vn.quantriet.oversight.Focus;
import vn.quantriet.study.CampaignId;
import vn.quantriet.study.Step;

class AddressTest {

    @Test
    void everyPartIsReadAndWrittenBack() {
        var query = "don-vi=17&dot=3&vb=57-nq-tw&sap=ten&buoc=dang&trang=2";

        var address = Address.of(QueryParameters.fromString(query));

        assertThat(address)
                .isEqualTo(new Address(
                        new Focus(
                                Optional.of(new UnitId(17)),
                                Optional.of(new CampaignId(3)),
                                Optional.of(new ResolutionId("57-nq-tw"))),
                        UnitOrder.NAME,
                        Optional.of(Step.STUDYING),
                        2));
        assertThat(Address.of(address.toQuery())).isEqualTo(address);
    }

    @Test
    void whatIsAsItWouldBeAnywayIsLeftOut() {
        assertThat(Address.of(QueryParameters.empty())).isEqualTo(Address.START);
        assertThat(Address.START.toQuery().getQueryString()).isEmpty();
    }

    @Test
    void anotherUnitBeginsAtTheFirstPageOfAllItsMembers() {
        var address = Address.of(QueryParameters.fromString("don-vi=1&sap=ten&buoc=chua&trang=9"));

        assertThat(address.at(new UnitId(4))).isEqualTo(Address.of(QueryParameters.fromString("don-vi=4&sap=ten")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "don-vi=x",
                "don-vi=-1",
                "don-vi=99999999999999999999",
                "dot=0",
                "vb=../../etc",
                "sap=x",
                "buoc=xong",
                "trang=0",
                "trang=2000000000"
            })
    void addressThatMakesNoSenseIsRefused(String query) {
        assertThatThrownBy(() -> Address.of(QueryParameters.fromString(query)))
                .isInstanceOf(AccessDeniedException.class);
    }
}
