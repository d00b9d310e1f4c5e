package vn.quantriet.editing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Some of the bytes of an attachment. Never changed. */
@Entity
@Table(name = "text_draft_attachment_part")
class AttachmentPart {
    /** No database that we know refuses as many in one value. */
    static final int LONGEST = 1_000_000;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "attachment_id")
    private long attachment;

    private int number;
    private byte[] bytes;

    @SuppressWarnings("NullAway.Init")
    protected AttachmentPart() {}

    @SuppressWarnings("NullAway.Init")
    private AttachmentPart(long attachment, int number, byte[] bytes) {
        this.attachment = attachment;
        this.number = number;
        this.bytes = bytes;
    }

    static List<AttachmentPart> of(long attachment, byte[] bytes) {
        List<AttachmentPart> parts = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += LONGEST) {
            parts.add(new AttachmentPart(
                    attachment, parts.size(), Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + LONGEST))));
        }
        return parts;
    }

    byte[] bytes() {
        return bytes;
    }
}
