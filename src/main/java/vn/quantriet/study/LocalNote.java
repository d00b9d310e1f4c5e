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
import vn.quantriet.organisation.UnitId;

/** What a clause means for one unit: seen by the members of the unit and of the units below it. */
@Entity
@Table(name = "local_note")
class LocalNote {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "unit_id")
    private long unit;

    @Column(name = "author_id")
    private long author;

    @Column(name = "resolution_id")
    private String text;

    @Column(name = "clause_id")
    private String clause;

    private String body;
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected LocalNote() {}

    @SuppressWarnings("NullAway.Init")
    LocalNote(UnitId unit, MemberId author, ResolutionId text, ClauseId clause, NoteBody body, Instant now) {
        this.unit = unit.value();
        this.text = text.value();
        this.clause = clause.value();
        rewrite(author, body, now);
    }

    long id() {
        return id;
    }

    UnitId unit() {
        return new UnitId(unit);
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

    final void rewrite(MemberId newAuthor, NoteBody newBody, Instant now) {
        this.author = newAuthor.value();
        this.body = newBody.value();
        this.updatedAt = now;
    }
}
