package vn.quantriet.lectures;

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
import vn.quantriet.content.DeckId;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.MemberId;

/** One member's unpublished deck. */
@Entity
@Table(name = "deck_draft")
class DeckDraft {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "member_id")
    private long member;

    @Column(name = "resolution_id")
    private String text;

    private String name;
    private String fileName;

    private String markdown;

    private @Nullable String baseHash;

    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected DeckDraft() {}

    @SuppressWarnings("NullAway.Init")
    DeckDraft(MemberId member, DeckId deck, String fileName, String markdown, Instant now) {
        this.member = member.value();
        this.text = deck.resolution().value();
        this.name = deck.name();
        this.fileName = fileName;
        this.markdown = markdown;
        this.updatedAt = now;
    }

    boolean isAt(int other) {
        return version == other;
    }

    /** Does nothing when nothing would change, so that looking at a draft does not make it newer. */
    void write(String newFileName, String newMarkdown, Optional<String> newBase, Instant now) {
        if (!fileName.equals(newFileName)
                || !markdown.equals(newMarkdown)
                || !Optional.ofNullable(baseHash).equals(newBase)) {
            this.fileName = newFileName;
            this.markdown = newMarkdown;
            this.baseHash = newBase.orElse(null);
            this.updatedAt = now;
        }
    }

    /** What is published under the new name is nothing that this draft was made from. */
    void rename(DeckId deck, Instant now) {
        this.baseHash = null;
        this.text = deck.resolution().value();
        this.name = deck.name();
        this.updatedAt = now;
    }

    Draft toDraft() {
        return new Draft(deck(), fileName, markdown, Optional.ofNullable(baseHash), updatedAt, version);
    }

    private DeckId deck() {
        return new DeckId(new ResolutionId(text), name);
    }
}
