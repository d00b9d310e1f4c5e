package vn.quantriet.editing;

import java.time.Instant;
import java.util.Optional;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.MemberId;

/**
 * A draft without its files.
 *
 * @param reviewer who approved it or sent it back last
 * @param newText whether the library had no such text when it was begun
 * @param version grows with every change of the draft
 */
public record DraftSummary(
        DraftId id,
        ResolutionId text,
        String number,
        String title,
        DraftState state,
        MemberId author,
        Optional<MemberId> reviewer,
        boolean newText,
        Instant updatedAt,
        Optional<Instant> sentAt,
        Optional<Instant> publishAt,
        Optional<Instant> publishedAt,
        Optional<Failure> failure,
        int version) {}
