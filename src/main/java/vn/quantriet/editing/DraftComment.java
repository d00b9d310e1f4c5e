package vn.quantriet.editing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.quantriet.organisation.MemberId;

/** What somebody says of a part of a draft. */
@Entity
@Table(name = "text_draft_comment")
class DraftComment {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "draft_id")
    private long draft;

    private String path;
    private String part;

    @Column(name = "author_id")
    private long author;

    private String body;
    private Instant writtenAt;
    private @Nullable Long resolvedBy;
    private @Nullable Instant resolvedAt;

    @SuppressWarnings("NullAway.Init")
    protected DraftComment() {}

    @SuppressWarnings("NullAway.Init")
    DraftComment(DraftId draft, String path, String part, MemberId author, String body, Instant now) {
        this.draft = draft.value();
        this.path = path;
        this.part = part;
        this.author = author.value();
        this.body = body;
        this.writtenAt = now;
    }

    void resolve(MemberId by, Instant now) {
        if (resolvedAt == null) {
            resolvedBy = by.value();
            resolvedAt = now;
        }
    }

    void reopen() {
        resolvedBy = null;
        resolvedAt = null;
    }

    Comment toComment() {
        return new Comment(
                id,
                path,
                part,
                new MemberId(author),
                body,
                writtenAt,
                Optional.ofNullable(resolvedBy).map(MemberId::new));
    }
}
