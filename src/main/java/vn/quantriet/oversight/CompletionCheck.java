package vn.quantriet.oversight;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.quantriet.study.CampaignId;
import vn.quantriet.study.ObligationRepair;

/**
 * Compares the steps of obligations with what was studied and the rollup with a count from scratch, and mends both where they
 * differ, so that the figures can be trusted. Looks at campaigns whose due day is not over, or in which anything was counted
 * since they were looked at.
 */
@Service
class CompletionCheck {
    private static final Logger LOG = LoggerFactory.getLogger(CompletionCheck.class);

    private final JdbcClient jdbc;
    private final RollupRows rows;
    private final FreshCount fresh;
    private final ObligationRepair obligations;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CompletionCheck(
            JdbcClient jdbc,
            RollupRows rows,
            FreshCount fresh,
            ObligationRepair obligations,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.fresh = fresh;
        this.obligations = obligations;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** What must be added to the rollup so that it says what a count of the obligations says; empty when they agree. */
    List<Delta> verify() {
        return Optional.ofNullable(transaction.execute(status -> {
                    rows.lock();
                    return toCheck().stream()
                            .flatMap(campaign -> fresh.differences(campaign).stream())
                            .toList();
                }))
                .orElse(List.of());
    }

    /**
     * Mends what is wrong, each campaign in a transaction of its own. Leaves a rollup alone, until the next time, while somebody
     * folds.
     *
     * @return how many rollup rows were wrong
     */
    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    int mend() {
        int wrong = 0;
        for (CampaignId campaign : toCheck()) {
            int behind = obligations.repair(campaign);
            if (behind > 0) {
                LOG.warn("{} obligations of campaign {} were behind and are mended", behind, campaign.value());
            }
            wrong += Optional.ofNullable(transaction.execute(status -> mend(campaign)))
                    .orElse(0);
        }
        return wrong;
    }

    private int mend(CampaignId campaign) {
        if (!rows.lockUnlessLocked()) {
            return 0;
        }
        var differences = fresh.differences(campaign);
        for (Delta wrong : differences) {
            LOG.warn("Completion rollup was wrong and is mended by {}", wrong);
        }
        rows.add(differences);
        rows.markChecked(campaign);
        return differences.size();
    }

    private List<CampaignId> toCheck() {
        return jdbc.sql("""
                        select c.id from campaign c left join completion_check k on k.campaign_id = c.id
                         where c.due_on >= :today or coalesce(k.changed, true)
                         order by c.id""")
                .param("today", LocalDate.now(clock))
                .query((row, n) -> new CampaignId(row.getLong("id")))
                .list();
    }
}
