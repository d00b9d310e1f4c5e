package vn.quantriet.study;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings the steps of obligations into line with what was studied. They differ when a member studied in the very moment in which
 * a campaign was opened: neither transaction saw the other.
 */
@Service
@Transactional
public class ObligationRepair {

    private final Obligations obligations;
    private final StudyRecords records;
    private final ApplicationEventPublisher events;

    ObligationRepair(Obligations obligations, StudyRecords records, ApplicationEventPublisher events) {
        this.obligations = obligations;
        this.records = records;
        this.events = events;
    }

    /** @return how many obligations of the campaign were behind */
    public int repair(CampaignId campaign) {
        List<Obligation> behind = obligations.behind(campaign.value());
        for (Obligation obligation : behind) {
            records.findById(obligation.key())
                    .map(StudyRecord::step)
                    .flatMap(obligation::stepTo)
                    .ifPresent(events::publishEvent);
        }
        return behind.size();
    }
}
