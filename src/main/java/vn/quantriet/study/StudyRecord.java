package vn.quantriet.study;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.ResolutionId;

/** How far a member is with a text. Everything but the position can be derived again from the ledger. */
@Entity
@Table(name = "study_record")
class StudyRecord {

    @EmbeddedId
    private MemberText id;

    private @Nullable String position;
    private int readClauses;
    private boolean quizPassed;
    private @Nullable Instant completedAt;
    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init")
    protected StudyRecord() {}

    @SuppressWarnings("NullAway.Init")
    StudyRecord(MemberText id, Instant now) {
        this.id = id;
        this.updatedAt = now;
    }

    ResolutionId text() {
        return new ResolutionId(id.text());
    }

    Optional<ClauseId> position() {
        return Optional.ofNullable(position).map(ClauseId::new);
    }

    int readClauses() {
        return readClauses;
    }

    boolean quizPassed() {
        return quizPassed;
    }

    Optional<Instant> completedAt() {
        return Optional.ofNullable(completedAt);
    }

    Instant updatedAt() {
        return updatedAt;
    }

    Step step() {
        return completedAt == null ? Step.STUDYING : Step.COMPLETED;
    }

    void stopAt(ClauseId clause, Instant now) {
        this.position = clause.value();
        this.updatedAt = now;
    }

    void countRead(int clauses, Instant now) {
        this.readClauses = clauses;
        this.updatedAt = now;
    }

    void passQuiz(Instant now) {
        this.quizPassed = true;
        this.updatedAt = now;
    }

    /** @throws IllegalStateException when the text was completed before */
    void complete(Instant now) {
        if (completedAt != null) {
            throw new IllegalStateException("text " + id.text() + " was completed at " + completedAt);
        }
        this.completedAt = now;
        this.updatedAt = now;
    }
}
