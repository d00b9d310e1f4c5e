package vn.quantriet.study;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.quantriet.content.ClauseId;

/** How long a member has had a clause before them, as far as the server believes it. */
@Entity
@Table(name = "clause_reading")
class ClauseReading {

    @EmbeddedId
    private MemberClause id;

    private int creditedMs;
    private @Nullable Instant readAt;

    @SuppressWarnings("NullAway.Init")
    protected ClauseReading() {}

    ClauseReading(MemberClause id) {
        this.id = id;
    }

    ClauseId clause() {
        return new ClauseId(id.clause());
    }

    Duration credited() {
        return Duration.ofMillis(creditedMs);
    }

    boolean isRead() {
        return readAt != null;
    }

    void credit(Duration time) {
        creditedMs += Math.toIntExact(time.toMillis());
    }

    void markRead(Instant now) {
        readAt = now;
    }
}
