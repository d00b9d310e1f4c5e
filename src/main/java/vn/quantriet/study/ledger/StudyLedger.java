package vn.quantriet.study.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.quantriet.organisation.MemberId;

/**
 * The append-only record of what each member did; the evidence behind every status. Entries of one member form a hash chain, to which
 * {@link Turn#append} adds.
 */
@Service
public class StudyLedger {
    private final LedgerRows rows;
    private final ChainEnds ends;

    StudyLedger(LedgerRows rows, ChainEnds ends) {
        this.rows = rows;
        this.ends = ends;
    }

    /** Whether nobody has done anything yet. */
    @Transactional(readOnly = true)
    public boolean isEmpty() {
        return !ends.anyGrown();
    }

    /** What a member had done before a moment, the first entry first. */
    @Transactional(readOnly = true)
    public List<Entry> entries(MemberId member, Instant before) {
        return rows.of(member, before).stream().map(Entry::of).toList();
    }

    /** Something that was done in the past. */
    public record Past(Deed deed, Instant at) {}

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
        List<LedgerRow> made = new ArrayList<>(deeds.size());
        for (Past past : deeds) {
            var row = LedgerRow.after(end, past.deed(), past.at().truncatedTo(ChronoUnit.MILLIS));
            made.add(row);
            end = row.end();
        }
        rows.insert(made);
        ends.move(member, end);
    }
}
