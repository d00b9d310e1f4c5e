package vn.quantriet.study.ledger;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.quantriet.organisation.MemberId;

/**
 * Lets the requests of one member record one after the other: two windows, two devices, a heartbeat and an answer. Requests of
 * different members do not wait for each other. The lock is the end of the member's chain in the ledger.
 */
@Component
public class MemberTurns {

    private final ChainEnds ends;
    private final LedgerRows rows;
    private final TransactionOperations transaction;
    private final Clock clock;

    MemberTurns(ChainEnds ends, LedgerRows rows, TransactionOperations transaction, Clock clock) {
        this.ends = ends;
        this.rows = rows;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Runs {@code deed} in a transaction in which no other request of the member records. Call it outside a transaction. */
    public <T> T inTurn(MemberId member, Function<Turn, T> deed) {
        return run(member, deed).orElseGet(() -> {
            ends.begin(member);
            return run(member, deed).orElseThrow();
        });
    }

    /** Absent when the member has no chain yet; nothing was done then. */
    private <T> Optional<T> run(MemberId member, Function<Turn, T> deed) {
        return Objects.requireNonNull(transaction.execute(status ->
                ends.lock(member).map(end -> run(new Turn(member, end, clock), deed))));
    }

    private <T> T run(Turn turn, Function<Turn, T> deed) {
        T done = Objects.requireNonNull(deed.apply(turn));
        if (!turn.appended().isEmpty()) {
            rows.insert(turn.appended());
            ends.move(turn.member(), turn.end());
        }
        return done;
    }
}
