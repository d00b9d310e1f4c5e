package vn.quantriet.editing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.MemberId;

/** One member's unpublished version of a text: where it came from, how far it has come, who agreed. */
@Entity
@Table(name = "text_draft")
class TextDraft {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "text_id")
    private String text;

    private String number;
    private String title;
    private @Nullable String baseVersion;

    @Enumerated(EnumType.STRING)
    private DraftState state;

    @Column(name = "author_id")
    private long author;

    @Column(name = "reviewer_id")
    private @Nullable Long reviewer;

    private Instant createdAt;
    private Instant updatedAt;
    private @Nullable Instant sentAt;
    private @Nullable Instant decidedAt;
    private @Nullable Instant publishAt;
    private @Nullable Instant claimedAt;
    private @Nullable Instant publishedAt;
    private @Nullable String commitName;

    @Enumerated(EnumType.STRING)
    private @Nullable Failure failure;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected TextDraft() {}

    @SuppressWarnings("NullAway.Init")
    TextDraft(ResolutionId text, String number, String title, Optional<String> base, MemberId author, Instant now) {
        this.text = text.value();
        this.number = number;
        this.title = title;
        this.baseVersion = base.orElse(null);
        this.state = DraftState.DRAFT;
        this.author = author.value();
        this.createdAt = now;
        this.updatedAt = now;
    }

    DraftId id() {
        return new DraftId(id);
    }

    ResolutionId text() {
        return new ResolutionId(text);
    }

    DraftState state() {
        return state;
    }

    MemberId author() {
        return new MemberId(author);
    }

    boolean isOf(MemberId member) {
        return author == member.value();
    }

    boolean isAt(int other) {
        return version == other;
    }

    Optional<String> base() {
        return Optional.ofNullable(baseVersion);
    }

    /** Its files are about to change. */
    void write(Instant now) {
        require("write", EnumSet.of(DraftState.DRAFT, DraftState.SENT_BACK));
        updatedAt = now;
    }

    void send(Instant now) {
        require("send", EnumSet.of(DraftState.DRAFT, DraftState.SENT_BACK));
        state = DraftState.IN_REVIEW;
        sentAt = now;
        failure = null;
    }

    /** Its author wants to write on. */
    void withdraw() {
        require("withdraw", EnumSet.of(DraftState.IN_REVIEW, DraftState.APPROVED, DraftState.SCHEDULED));
        begunAgain();
    }

    void sendBack(MemberId by, Instant now) {
        require("send back", EnumSet.of(DraftState.IN_REVIEW, DraftState.APPROVED, DraftState.SCHEDULED));
        begunAgain();
        state = DraftState.SENT_BACK;
        reviewer = by.value();
        decidedAt = now;
    }

    void approve(MemberId by, Instant now) {
        require("approve", EnumSet.of(DraftState.IN_REVIEW));
        state = DraftState.APPROVED;
        reviewer = by.value();
        decidedAt = now;
    }

    void schedule(Instant at) {
        require("schedule", EnumSet.of(DraftState.APPROVED, DraftState.SCHEDULED));
        state = DraftState.SCHEDULED;
        publishAt = at;
        failure = null;
    }

    void unschedule() {
        require("unschedule", EnumSet.of(DraftState.SCHEDULED));
        state = DraftState.APPROVED;
        publishAt = null;
    }

    /** Takes it for publishing. */
    void claim(Instant now) {
        require("publish", EnumSet.of(DraftState.APPROVED, DraftState.SCHEDULED));
        claimed(now);
    }

    /**
     * Takes it for publishing when its time has come, or when it was taken before {@code stale} by one who never came back.
     *
     * @return whether it was taken
     */
    boolean claimDue(Instant now, Instant stale) {
        boolean due = state == DraftState.SCHEDULED && publishAt != null && !publishAt.isAfter(now);
        boolean abandoned = state == DraftState.PUBLISHING && claimedAt != null && claimedAt.isBefore(stale);
        if (due || abandoned) {
            claimed(now);
        }
        return due || abandoned;
    }

    private void claimed(Instant now) {
        state = DraftState.PUBLISHING;
        claimedAt = now;
        failure = null;
    }

    void published(@Nullable String commit, Instant now) {
        require("finish", EnumSet.of(DraftState.PUBLISHING));
        state = DraftState.PUBLISHED;
        commitName = commit;
        publishedAt = now;
        claimedAt = null;
    }

    void failed(Failure why) {
        require("give up", EnumSet.of(DraftState.PUBLISHING));
        state = DraftState.APPROVED;
        failure = why;
        claimedAt = null;
        publishAt = null;
    }

    /** Was brought together with a newer version: what was approved is not what it says now. */
    void rebase(@Nullable String newBase, Instant now) {
        require(
                "merge",
                EnumSet.of(
                        DraftState.DRAFT,
                        DraftState.SENT_BACK,
                        DraftState.IN_REVIEW,
                        DraftState.APPROVED,
                        DraftState.SCHEDULED));
        begunAgain();
        baseVersion = newBase;
        updatedAt = now;
    }

    DraftSummary toSummary() {
        return new DraftSummary(
                id(),
                text(),
                number,
                title,
                state,
                author(),
                Optional.ofNullable(reviewer).map(MemberId::new),
                baseVersion == null,
                updatedAt,
                Optional.ofNullable(sentAt),
                Optional.ofNullable(publishAt),
                Optional.ofNullable(publishedAt),
                Optional.ofNullable(failure),
                version);
    }

    private void begunAgain() {
        state = DraftState.DRAFT;
        publishAt = null;
        failure = null;
    }

    private void require(String deed, Set<DraftState> states) {
        if (!states.contains(state)) {
            throw new DraftInOtherState(deed, state);
        }
    }
}
