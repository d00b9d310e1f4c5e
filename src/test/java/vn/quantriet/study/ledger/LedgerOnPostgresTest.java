package vn.quantriet.study.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.quantriet.portal.OnPostgres;

/** What a file database cannot enforce, PostgreSQL does: nobody changes what was recorded. */
@OnPostgres
class LedgerOnPostgresTest {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    LedgerSeals seals;

    @Autowired
    LedgerCheck check;

    @Value("${spring.datasource.url}")
    String url = "";

    @Test
    void wholeLedgerFitsWithItsSeals() {
        assertThat(jdbc.sql("select version()").query(String.class).single()).startsWith("PostgreSQL 18");

        assertThat(seals.seal()).isPresent();

        var report = check.everything(members -> {});
        assertThat(report.misfits()).isEmpty();
        assertThat(report.entries()).isGreaterThan(10_000);
        assertThat(report.lastSeal()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_entry set detail = 'x' where seq = 1",
                "delete from ledger_entry where seq = 1",
                "truncate ledger_entry",
                "update ledger_seal set entries = 0",
                "delete from ledger_seal_end"
            })
    void neitherThePortalNorTheOwnerOfTheTablesChangesWhatWasRecorded(String change) {
        assertThatThrownBy(() -> jdbc.sql(change).update()).rootCause().hasMessageContaining("ledger");

        var owner = JdbcClient.create(new DriverManagerDataSource(url, "owner", ""));
        assertThatThrownBy(() -> owner.sql(change).update()).rootCause().hasMessageContaining("are only ever added");
    }
}
