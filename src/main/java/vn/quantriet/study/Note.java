package vn.quantriet.study;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.MemberId;

/** A member's private note on a clause. */
@Entity
@Table(name = "note")
class Note {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "member_id")
    private long member;

    @Column(name = "resolution_id")
    private String text;

    @Column(name = "clause_id")
    private String clause;

    private String body;
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Note() {}

    @SuppressWarnings("NullAway.Init")
    Note(MemberId member, ResolutionId text, ClauseId clause, NoteBody body, Instant now) {
        this.member = member.value();
        this.text = text.value();
        this.clause = clause.value();
        rewrite(body, now);
    }

    long id() {
        return id;
    }

    boolean belongsTo(MemberId other) {
        return member == other.value();
    }

    long member() {
        return member;
    }

    ResolutionId text() {
        return new ResolutionId(text);
    }

    ClauseId clause() {
        return new ClauseId(clause);
    }

    NoteBody body() {
        return new NoteBody(body);
    }

    final void rewrite(NoteBody newBody, Instant now) {
        this.body = newBody.value();
        this.updatedAt = now;
    }
}
