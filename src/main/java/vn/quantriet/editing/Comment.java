package vn.quantriet.editing;

import java.time.Instant;
import java.util.Optional;
import vn.quantriet.organisation.MemberId;

/**
 * What somebody says of a part of a draft.
 *
 * @param part the heading line it is about; empty for the whole file
 * @param resolvedBy absent while it is open
 */
public record Comment(
        long id,
        String path,
        String part,
        MemberId author,
        String body,
        Instant writtenAt,
        Optional<MemberId> resolvedBy) {
    public boolean isOpen() {
        return resolvedBy.isEmpty();
    }
}
