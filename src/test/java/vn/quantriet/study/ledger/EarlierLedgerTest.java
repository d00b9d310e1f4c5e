package vn.quantriet.study.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chains that were begun by a portal of an earlier format still fit, and go on. */
class EarlierLedgerTest {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-10-01T08:30:00.123Z");

    @TempDir
    Path data;

    @Test
    void fitsAndGoesOn() throws Exception {
        var store = LedgerFixture.ofEarlierPortal(data);
        String first = write(store, 1, "i.1", "0".repeat(64));
        String second = write(store, 2, "ii.2", first);
        store.sql("insert into ledger_head (member_id, seq, hash) values (7, 2, '" + second + "')");

        store.migrate("V61__ledger.sql");
        store.append(7, 1);

        assertThat(store.misfits()).isEmpty();
        assertThat(store.rows(7)).extracting(LedgerRow::format).containsExactly(1, 1, 2);
        store.sql("update ledger_entry set detail = 'x' where seq = 2");
        assertThat(store.misfits())
                .extracting(Misfit::kind, Misfit::number)
                .containsExactly(tuple(Misfit.Kind.ENTRY_CHANGED, 2));
    }

    private static String write(LedgerFixture store, int seq, String clause, String previous) throws Exception {
        String content = String.join(
                "\n",
                "7",
                "" + seq,
                "CLAUSE_READ",
                "57-nq-tw",
                clause,
                "abc",
                "",
                "" + AT.toInstant().toEpochMilli(),
                "7",
                previous);
        String hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        store.template.update("""
                insert into ledger_entry (id, member_id, seq, kind, resolution_id, clause_id, text_hash, detail, at, recorded_by,
                                          previous_hash, hash)
                values (?, 7, ?, 'CLAUSE_READ', '57-nq-tw', ?, 'abc', '', ?, 7, ?, ?)""", seq, seq, clause, AT, previous, hash);
        return hash;
    }
}
