package vn.quantriet.study.ledger;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.MemberId;

/**
 * Something a member did, to be recorded.
 *
 * @param clause absent when it concerns the whole text
 * @param textHash the version of the text or clause that was studied
 * @param detail such as {@code 9/12}; may be empty
 */
public record Deed(
        MemberId member,
        Act act,
        ResolutionId text,
        Optional<ClauseId> clause,
        String textHash,
        String detail,
        Record record) {
    private static final int LONGEST_DETAIL = 200;

    public Deed {
        if (detail.length() > LONGEST_DETAIL) {
            throw new IllegalArgumentException(
                    "expected a detail of at most " + LONGEST_DETAIL + " characters, got " + detail.length());
        }
    }

    /**
     * Who records it, and what has to be said when that is somebody else.
     *
     * @param campaign in which alone it counts
     * @param onDay when it was, where that is not the day of recording
     * @param reason may be empty
     * @param takesBack the number of the entry that it takes back
     */
    public record Record(
            MemberId by, OptionalLong campaign, Optional<LocalDate> onDay, String reason, OptionalInt takesBack) {
        private static final int LONGEST_REASON = 500;

        public Record {
            if (reason.length() > LONGEST_REASON) {
                throw new IllegalArgumentException(
                        "expected a reason of at most " + LONGEST_REASON + " characters, got " + reason.length());
            }
        }
    }

    /** Something the member recorded by doing it. */
    public static Deed by(
            MemberId member, Act act, ResolutionId text, Optional<ClauseId> clause, String textHash, String detail) {
        return new Deed(
                member,
                act,
                text,
                clause,
                textHash,
                detail,
                new Record(member, OptionalLong.empty(), Optional.empty(), "", OptionalInt.empty()));
    }
}
