package vn.quantriet.editing;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface ClauseChoices extends JpaRepository<ClauseChoice, Long> {

    List<ClauseChoice> findByDraft(long draft);

    Optional<ClauseChoice> findByDraftAndQuestionAndSubject(long draft, ClauseChoice.Question question, String subject);

    void deleteByDraft(long draft);
}
