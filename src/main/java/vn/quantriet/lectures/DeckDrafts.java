package vn.quantriet.lectures;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface DeckDrafts extends JpaRepository<DeckDraft, Long> {

    Optional<DeckDraft> findByMemberAndTextAndName(long member, String text, String name);

    @Query("select d.text as text, d.name as name, d.fileName as fileName, d.updatedAt as updatedAt"
            + " from DeckDraft d where d.member = :member order by d.updatedAt desc, d.id desc")
    List<Heading> headings(long member);

    /** A draft without its text, which may be large. */
    interface Heading {
        String getText();

        String getName();

        String getFileName();

        Instant getUpdatedAt();
    }
}
