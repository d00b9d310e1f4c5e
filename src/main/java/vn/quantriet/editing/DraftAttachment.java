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
import vn.quantriet.content.Attachment;
import vn.quantriet.content.Attachment.Pixels;
import vn.quantriet.content.ResolutionId;

/** A picture or document that comes out with a draft, without its bytes. Never changed. */
@Entity
@Table(name = "text_draft_attachment")
class DraftAttachment {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "draft_id")
    private long draft;

    private String name;
    private int size;
    private String hash;
    private @Nullable Integer width;
    private @Nullable Integer height;
    private Instant addedAt;

    @SuppressWarnings("NullAway.Init")
    protected DraftAttachment() {}

    @SuppressWarnings("NullAway.Init")
    DraftAttachment(DraftId draft, Attachment attachment, int size, Instant now) {
        this.draft = draft.value();
        this.name = attachment.name();
        this.size = size;
        this.hash = attachment.hash();
        this.width = attachment.pixels().map(Pixels::width).orElse(null);
        this.height = attachment.pixels().map(Pixels::height).orElse(null);
        this.addedAt = now;
    }

    long id() {
        return id;
    }

    String name() {
        return name;
    }

    int size() {
        return size;
    }

    /** As it will be beside the text. */
    Attachment toAttachment(ResolutionId text) {
        return new Attachment(
                text,
                name,
                Attachment.Type.of(name).orElseThrow(),
                size,
                hash,
                width == null || height == null ? Optional.empty() : Optional.of(new Pixels(width, height)));
    }
}
