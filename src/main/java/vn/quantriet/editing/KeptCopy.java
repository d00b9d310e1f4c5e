package vn.quantriet.editing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A file's words that were put aside. Never changed. */
@Entity
@Table(name = "text_draft_copy")
class KeptCopy {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "draft_id")
    private long draft;

    private String path;
    private String body;
    private Instant keptAt;

    @SuppressWarnings("NullAway.Init")
    protected KeptCopy() {}

    @SuppressWarnings("NullAway.Init")
    KeptCopy(DraftId draft, String path, String body, Instant now) {
        this.draft = draft.value();
        this.path = path;
        this.body = body;
        this.keptAt = now;
    }

    String path() {
        return path;
    }

    String body() {
        return body;
    }
}
