package vn.quantriet.study;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface QuizAttempts extends JpaRepository<QuizAttempt, Long> {

    /** Newest first. */
    @Query("select a from QuizAttempt a where a.member = :member and a.text = :text order by a.id desc")
    List<QuizAttempt> of(long member, String text, Limit limit);
}
