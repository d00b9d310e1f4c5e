package vn.quantriet.study.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.MemberId;

/**
 * What the ledger says a member did.
 *
 * @param seq its number in the member's chain, from 1
 * @param clause absent when it concerns the whole text
 * @param textHash the version of the text or clause that was studied
 * @param detail such as {@code 9/12}; may be empty
 * @param at when it was recorded
 * @param onDay when it was, where that is not the day of recording
 * @param reason may be empty
 */
public record Entry(
        int seq,
        Act act,
        ResolutionId text,
        Optional<ClauseId> clause,
        String textHash,
        String detail,
        Instant at,
        MemberId recordedBy,
        Optional<LocalDate> onDay,
        String reason) {

    static Entry of(LedgerRow row) {
        return new Entry(
                row.seq(),
                Act.valueOf(row.kind()),
                new ResolutionId(row.text()),
                Optional.ofNullable(row.clause()).map(ClauseId::new),
                row.textHash(),
                row.detail(),
                row.at(),
                new MemberId(row.recordedBy()),
                Optional.ofNullable(row.onDay()),
                row.reason());
    }
}
