package vn.quantriet.study;

import jakarta.persistence.LockModeType;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface Obligations extends JpaRepository<Obligation, Long> {

    @Query("select o from Obligation o where o.member = :member order by o.dueOn, o.text")
    List<Obligation> of(long member);

    @Query("select o from Obligation o where o.member = :member and o.text = :text order by o.dueOn")
    List<Obligation> of(long member, String text);

    /** Those of a campaign whose member is further with the text than the obligation says. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
            select o from Obligation o
             where o.campaign = :campaign
               and exists (select 1 from StudyRecord r
                            where r.id.member = o.member and r.id.text = o.text
                              and (o.step = vn.quantriet.study.Step.NOT_STARTED
                                   or (o.step = vn.quantriet.study.Step.STUDYING and r.completedAt is not null)))""")
    List<Obligation> behind(long campaign);
}
