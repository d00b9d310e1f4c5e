package vn.quantriet.study;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.MemberId;

/** The one open page of a member whose heartbeats count, and what it last showed. */
@Entity
@Table(name = "reader_lease")
class ReaderLease {

    @Id
    @Column(name = "member_id")
    private long member;

    private String reader;

    @Column(name = "resolution_id")
    private String text;

    private String visible;
    private Instant beatAt;

    @SuppressWarnings("NullAway.Init")
    protected ReaderLease() {}

    ReaderLease(MemberId member, String reader, ResolutionId text, List<ClauseId> visible, Instant now) {
        this.member = member.value();
        take(reader, text, visible, now);
    }

    boolean isHeldBy(String other) {
        return reader.equals(other);
    }

    boolean isOn(ResolutionId other) {
        return text.equals(other.value());
    }

    List<ClauseId> visible() {
        return visible.isEmpty()
                ? List.of()
                : Arrays.stream(visible.split(",")).map(ClauseId::new).toList();
    }

    Duration since(Instant now) {
        return Duration.between(beatAt, now);
    }

    final void take(String newReader, ResolutionId newText, List<ClauseId> nowVisible, Instant now) {
        this.reader = newReader;
        this.text = newText.value();
        this.visible = nowVisible.stream().map(ClauseId::value).collect(Collectors.joining(","));
        this.beatAt = now;
    }
}
