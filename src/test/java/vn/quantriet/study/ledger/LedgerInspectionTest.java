package vn.quantriet.study.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import vn.quantriet.portal.People;
import vn.quantriet.portal.PortalTest;
import vn.quantriet.study.ledger.LedgerInspection.State;

@PortalTest
class LedgerInspectionTest {
    @Autowired
    LedgerInspection inspection;

    @Autowired
    People people;

    @ParameterizedTest
    @ValueSource(strings = {"ha", "minh", "khang", "lan"})
    void whoeverDoesNotAdministrateThePortalIsRefused(String username) {
        assertThatThrownBy(() -> people.as(username, () -> inspection.state()))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> people.as(username, () -> inspection.seals(1)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> people.as(username, () -> {
                    inspection.begin();
                    return List.of();
                }))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void ledgerOfThePortalFits() {
        people.as("quantri", () -> {
            inspection.begin();
            return List.of();
        });
        State state = state();
        while (state instanceof State.Running) {
            Thread.onSpinWait();
            state = state();
        }

        assertThat(state).isInstanceOfSatisfying(State.Finished.class, finished -> {
            assertThat(finished.report().misfits()).isEmpty();
            assertThat(finished.report().entries()).isGreaterThan(10_000);
        });
    }

    private State state() {
        return people.as("quantri", () -> inspection.state());
    }
}
