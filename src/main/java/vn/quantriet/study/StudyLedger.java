package vn.quantriet.study;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.MemberId;

/**
 * The append-only record of what each member did; the evidence behind every status. Entries of one member form a hash chain.
 */
@Service
class StudyLedger {

    private final LedgerEntries entries;
    private final LedgerHeads heads;
    private final Clock clock;

    StudyLedger(LedgerEntries entries, LedgerHeads heads, Clock clock) {
        this.entries = entries;
        this.heads = heads;
        this.clock = clock;
    }

    /**
     * Something a member did.
     *
     * @param clause absent when it concerns the whole text
     * @param textHash the version of the text or clause that was studied
     * @param detail such as {@code 9/12}; may be empty, at most 200 characters
     */
    record Deed(
            MemberId member,
            LedgerEntry.Kind kind,
            ResolutionId text,
            Optional<ClauseId> clause,
            String textHash,
            String detail,
            MemberId recordedBy) {

        /** Something the member did and recorded by doing it. */
        static Deed by(
                MemberId member,
                LedgerEntry.Kind kind,
                ResolutionId text,
                Optional<ClauseId> clause,
                String textHash,
                String detail) {
            return new Deed(member, kind, text, clause, textHash, detail, member);
        }
    }

    /** Appends within the caller's transaction, in the member's turn. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(Deed deed) {
        long member = deed.member().value();
        LedgerHead head = heads.lock(member).orElseThrow();
        // Databases keep at most microseconds; the hash must cover what can be read back.
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var entry = new LedgerEntry(deed, head.seq() + 1, now, head.hash());
        entries.save(entry);
        head.moveTo(entry);
    }

    /** Whether no entry of the member was changed, removed or slipped in since it was written. */
    @Transactional(readOnly = true)
    public boolean isIntact(MemberId member) {
        int seq = 0;
        String hash = LedgerHead.GENESIS;
        try (var chain = entries.chainOf(member.value())) {
            for (LedgerEntry entry : (Iterable<LedgerEntry>) chain::iterator) {
                if (!entry.follows(seq, hash)) {
                    return false;
                }
                seq = entry.seq();
                hash = entry.hash();
            }
        }
        var head = heads.findById(member.value());
        return seq == head.map(LedgerHead::seq).orElse(0)
                && hash.equals(head.map(LedgerHead::hash).orElse(LedgerHead.GENESIS));
    }
}
