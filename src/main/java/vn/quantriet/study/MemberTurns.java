package vn.quantriet.study;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.quantriet.organisation.MemberId;

/**
 * Lets the requests of one member record one after the other: two windows, two devices, a heartbeat and an answer. Requests of
 * different members do not wait for each other. The lock is the end of the member's chain in the ledger.
 */
@Component
class MemberTurns {

    private final LedgerHeads heads;
    private final TransactionOperations transaction;

    MemberTurns(LedgerHeads heads, TransactionOperations transaction) {
        this.heads = heads;
        this.transaction = transaction;
    }

    /** Runs {@code deed} in a transaction in which no other request of the member records. Call it outside a transaction. */
    <T> T inTurn(MemberId member, Supplier<T> deed) {
        if (!heads.existsById(member.value())) {
            makeHead(member);
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            var _ = heads.lock(member.value()).orElseThrow();
            return deed.get();
        }));
    }

    private void makeHead(MemberId member) {
        try {
            heads.saveAndFlush(new LedgerHead(member.value()));
        } catch (DataIntegrityViolationException e) {
            // Another request of the member was first, which serves as well.
            if (!heads.existsById(member.value())) {
                throw e;
            }
        }
    }
}
