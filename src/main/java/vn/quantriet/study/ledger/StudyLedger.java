package vn.quantriet.study.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.quantriet.organisation.MemberId;

/**
 * The append-only record of what each member did; the evidence behind every status. Entries of one member form a hash chain.
 */
@Service
public class StudyLedger {
    static final String INSERT = "insert into ledger_entry (" + LedgerRow.COLUMNS
            + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcOperations jdbc;
    private final ChainEnds ends;
    private final Clock clock;

    StudyLedger(JdbcOperations jdbc, ChainEnds ends, Clock clock) {
        this.jdbc = jdbc;
        this.ends = ends;
        this.clock = clock;
    }

    /** Appends within the caller's transaction, in the member's turn. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(Deed deed) {
        ChainEnd end = ends.lock(deed.member()).orElseThrow();
        var row = LedgerRow.after(end, deed, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        jdbc.update(INSERT, values(row));
        ends.move(deed.member(), row.end());
    }

    /** What a member had done before a moment, the first entry first. */
    @Transactional(readOnly = true)
    public List<Entry> entries(MemberId member, Instant before) {
        return jdbc
                .query(
                        "select " + LedgerRow.COLUMNS
                                + " from ledger_entry where member_id = ? and at < ? order by seq",
                        LedgerRow::read,
                        member.value(),
                        before.atOffset(ZoneOffset.UTC))
                .stream()
                .map(Entry::of)
                .toList();
    }

    /** Something that was done in the past. */
    public record Past(Deed deed, Instant at) {}

    /** Whether nobody has done anything yet. */
    @Transactional(readOnly = true)
    public boolean isEmpty() {
        return jdbc.queryForList("select member_id from ledger_head where seq > 0 limit 1")
                .isEmpty();
    }

    /**
     * Begins the chain of a member who has none with what they did before, for the sample organisation.
     *
     * @param deeds of that member, the first one first
     */
    @Transactional
    public void begin(MemberId member, List<Past> deeds) {
        if (ends.lock(member).isPresent()) {
            throw new IllegalStateException("expected a member who has no chain yet");
        }
        ends.begin(member);
        ChainEnd end = ChainEnd.NONE;
        List<Object[]> rows = new ArrayList<>(deeds.size());
        for (Past past : deeds) {
            var row = LedgerRow.after(end, past.deed(), past.at().truncatedTo(ChronoUnit.MILLIS));
            rows.add(values(row));
            end = row.end();
        }
        jdbc.batchUpdate(INSERT, rows);
        ends.move(member, end);
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
