package vn.quantriet.study.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;
import vn.quantriet.organisation.MemberId;

/** The rows of the ledger: added and read, never changed. */
@Repository
class LedgerRows {
    static final String INSERT = "insert into ledger_entry (" + LedgerRow.COLUMNS
            + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcOperations jdbc;

    LedgerRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    void insert(List<LedgerRow> rows) {
        if (rows.size() == 1) {
            jdbc.update(INSERT, values(rows.getFirst()));
        } else {
            jdbc.batchUpdate(INSERT, rows.stream().map(LedgerRows::values).toList());
        }
    }

    List<LedgerRow> of(MemberId member, Instant before) {
        return jdbc.query(
                "select " + LedgerRow.COLUMNS + " from ledger_entry where member_id = ? and at < ? order by seq",
                LedgerRow::read,
                member.value(),
                before.atOffset(ZoneOffset.UTC));
    }

    static Object[] values(LedgerRow row) {
        return new Object[] {
            row.member(),
            row.seq(),
            row.format(),
            row.kind(),
            row.text(),
            row.clause(),
            row.textHash(),
            row.detail(),
            row.at().atOffset(ZoneOffset.UTC),
            row.recordedBy(),
            row.campaign(),
            row.onDay(),
            row.reason(),
            row.takesBack(),
            row.previousHash(),
            row.hash()
        };
    }
}
