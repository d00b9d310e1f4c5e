package vn.quantriet.editing;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface DraftComments extends JpaRepository<DraftComment, Long> {

    List<DraftComment> findByDraftOrderById(long draft);

    Optional<DraftComment> findByIdAndDraft(long id, long draft);
}
