package vn.quantriet.study;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Obligations extends JpaRepository<Obligation, Long> {

    @Query("select o from Obligation o where o.member = :member order by o.dueOn, o.text")
    List<Obligation> of(long member);

    @Query("select o from Obligation o where o.member = :member and o.text = :text order by o.dueOn")
    List<Obligation> of(long member, String text);
}
