package vn.quantriet.study;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.quantriet.content.Clause;
import vn.quantriet.content.ClauseId;

/**
 * How long a member has had a clause before them, as far as the server believes it. Holds for as long as the clause says the same
 * ({@link Clause#substance}): after a change of meaning it counts nothing.
 */
@Entity
@Table(name = "clause_reading")
class ClauseReading {

    @EmbeddedId
    private MemberClause id;

    /** The {@link Clause#substance} of what was read; the ledger keeps the very words' hash. */
    private String clauseHash;

    private int creditedMs;
    private @Nullable Instant readAt;

    @SuppressWarnings("NullAway.Init")
    protected ClauseReading() {}

    @SuppressWarnings("NullAway.Init")
    ClauseReading(MemberClause id, Clause clause) {
        this.id = id;
        this.clauseHash = clause.substance();
    }

    ClauseId clause() {
        return new ClauseId(id.clause());
    }

    boolean isRead(Clause clause) {
        return readAt != null && clauseHash.equals(clause.substance());
    }

    /** Share that was read of the clause as it stands now, 0 to 1; 1 only when it is read. */
    double share(Clause clause) {
        if (isRead(clause)) {
            return 1.0;
        }
        return Math.min(
                0.99, (double) credited(clause).toMillis() / Pace.needed(clause).toMillis());
    }

    /** Credits as much of {@code time} as the clause still needs, and marks it read when that was all. */
    Duration credit(Clause clause, Duration time, Instant now) {
        Duration missing = Pace.needed(clause).minus(credited(clause));
        Duration given = time.compareTo(missing) < 0 ? time : missing;
        if (!clauseHash.equals(clause.substance())) {
            clauseHash = clause.substance();
            creditedMs = 0;
            readAt = null;
        }
        creditedMs += Math.toIntExact(given.toMillis());
        if (credited(clause).compareTo(Pace.needed(clause)) >= 0) {
            readAt = now;
        }
        return given;
    }

    private Duration credited(Clause clause) {
        return clauseHash.equals(clause.substance()) ? Duration.ofMillis(creditedMs) : Duration.ZERO;
    }
}
