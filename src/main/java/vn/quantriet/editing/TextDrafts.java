package vn.quantriet.editing;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface TextDrafts extends JpaRepository<TextDraft, Long> {

    /** Whoever writes a draft waits for whoever is writing it. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select d from TextDraft d where d.id = :id")
    Optional<TextDraft> lock(long id);

    @Query("select d from TextDraft d where d.author = :author and d.state <> vn.quantriet.editing.DraftState.PUBLISHED"
            + " order by d.updatedAt desc, d.id desc")
    List<TextDraft> openOf(long author);

    @Query("select d from TextDraft d where d.author = :author and d.text = :text"
            + " and d.state <> vn.quantriet.editing.DraftState.PUBLISHED order by d.id")
    List<TextDraft> openOf(long author, String text);

    @Query("select d from TextDraft d where d.state in :states order by d.sentAt, d.id")
    List<TextDraft> in(Collection<DraftState> states);

    @Query("select d from TextDraft d where d.state = vn.quantriet.editing.DraftState.PUBLISHED"
            + " order by d.publishedAt desc, d.id desc")
    List<TextDraft> published(Limit limit);

    @Query("select d.id from TextDraft d where"
            + " d.state = vn.quantriet.editing.DraftState.SCHEDULED and d.publishAt <= :now"
            + " or d.state = vn.quantriet.editing.DraftState.PUBLISHING and d.claimedAt < :stale order by d.publishAt")
    List<Long> due(Instant now, Instant stale);
}
