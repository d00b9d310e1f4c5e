package vn.quantriet.study.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as it is called: over the database file of a portal that is not running. */
class VerifyLedgerTest {
    @TempDir
    Path data;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int verify() {
        return VerifyLedger.run(
                Map.of("QUANTRIET_DATA", data.toString()),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private LedgerFixture filled() {
        var store = LedgerFixture.inFile(data);
        store.append(1, 5);
        store.append(2, 3);
        store.seals.seal();
        return store;
    }

    @Test
    void soundLedgerIsSaidWithItsFiguresAndItsLastSeal() throws IOException {
        var store = filled();
        String hash =
                store.check.everything(members -> {}).lastSeal().orElseThrow().hash();
        store.sql("shutdown");

        assertThat(verify()).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("ledger members=2 entries=8 seals=1 last_seal=" + hash + " broken=0\n");
        assertThat(Files.readString(data.resolve("seals.txt"))).isEqualTo("1 " + hash + "\n");
    }

    @Test
    void firstEntryThatDoesNotFitIsNamed() {
        var store = filled();
        store.sql("update ledger_entry set clause_id = 'v.1' where member_id = 2 and seq = 2");
        store.sql("shutdown");

        assertThat(verify()).isEqualTo(1);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("member 2, entry 2: was changed: its fields do not give its hash (found ")
                .endsWith(" broken=1\n");
    }

    @Test
    void databaseThatAnotherProcessHoldsIsSaidToBeInUse() throws IOException {
        filled().sql("shutdown");

        try (var file = FileChannel.open(data.resolve("database/quantriet.mv.db"), StandardOpenOption.WRITE)) {
            file.lock();
            assertThat(verify()).isEqualTo(2);
        }

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("while the portal runs on a file it alone can");
    }

    @Test
    void missingDatabaseIsSaid() {
        assertThat(verify()).isEqualTo(2);

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("expected a database in " + data);
    }
}
