package vn.quantriet.study;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ClauseReadings extends JpaRepository<ClauseReading, MemberClause> {

    @Query("select c from ClauseReading c where c.id.member = :member and c.id.text = :text")
    List<ClauseReading> of(long member, String text);
}
