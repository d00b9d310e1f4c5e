package vn.quantriet.editing;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface DraftAttachments extends JpaRepository<DraftAttachment, Long> {

    List<DraftAttachment> findByDraftOrderByName(long draft);

    Optional<DraftAttachment> findByDraftAndName(long draft, String name);

    /** Their bytes go with them. */
    @Modifying
    @Query("delete from DraftAttachment a where a.draft = :draft")
    void deleteByDraft(long draft);
}
