package vn.quantriet.study;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface CampaignRows extends JpaRepository<CampaignEntity, Long> {

    @Query(
            "select distinct c from CampaignEntity c left join fetch c.texts where c.unit in :units order by c.dueOn desc, c.id desc")
    List<CampaignEntity> forUnits(Collection<Long> units);
}
