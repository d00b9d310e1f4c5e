package vn.quantriet.study.ledger;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import vn.quantriet.organisation.MemberId;

/**
 * A member's turn to record, in which nobody else adds to the member's chain. What is appended is written at its end, with everything else
 * of its transaction. For one thread.
 */
public final class Turn {
    private final MemberId member;
    private final Clock clock;
    private final List<LedgerRow> appended = new ArrayList<>();
    private ChainEnd end;

    Turn(MemberId member, ChainEnd end, Clock clock) {
        this.member = member;
        this.end = end;
        this.clock = clock;
    }

    public MemberId member() {
        return member;
    }

    /** @throws IllegalArgumentException when the deed is another member's */
    public void append(Deed deed) {
        if (!deed.member().equals(member)) {
            throw new IllegalArgumentException("expected a deed of " + member + ", got one of " + deed.member());
        }
        var row = LedgerRow.after(end, deed, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        appended.add(row);
        end = row.end();
    }

    List<LedgerRow> appended() {
        return appended;
    }

    ChainEnd end() {
        return end;
    }
}
