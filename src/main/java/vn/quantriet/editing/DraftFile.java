package vn.quantriet.editing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One file of a draft, as it is written and as it was when it was begun. */
@Entity
@Table(name = "text_draft_file")
class DraftFile {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "draft_id")
    private long draft;

    private String path;
    private @Nullable String body;
    private @Nullable String base;
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected DraftFile() {}

    @SuppressWarnings("NullAway.Init")
    DraftFile(DraftId draft, String path, @Nullable String body, @Nullable String base, Instant now) {
        this.draft = draft.value();
        this.path = path;
        this.body = body;
        this.base = base;
        this.updatedAt = now;
    }

    String path() {
        return path;
    }

    Optional<String> body() {
        return Optional.ofNullable(body);
    }

    Optional<String> base() {
        return Optional.ofNullable(base);
    }

    int version() {
        return version;
    }

    /** Does nothing when nothing would change, so that looking at a file does not make it newer. */
    void write(@Nullable String newBody, Instant now) {
        if (!Optional.ofNullable(newBody).equals(body())) {
            body = newBody;
            updatedAt = now;
        }
    }

    void rebase(@Nullable String newBody, @Nullable String newBase, Instant now) {
        body = newBody;
        base = newBase;
        updatedAt = now;
    }
}
