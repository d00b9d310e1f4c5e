package vn.quantriet.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.UnitId;
import vn.quantriet.organisation.UnitTree;
import vn.quantriet.oversight.CompletionRollup.Delta;
import vn.quantriet.study.CampaignId;
import vn.quantriet.study.ObligationRegister;

/** Compares the rollup with a count from scratch and mends it where they differ, so that its figures can be trusted. */
@Service
class CompletionCheck {
    private static final Logger LOG = LoggerFactory.getLogger(CompletionCheck.class);

    private final JdbcClient jdbc;
    private final RollupRows rows;
    private final ObligationRegister register;
    private final UnitTree units;
    private final TransactionTemplate mending;
    private final TransactionTemplate snapshot;

    CompletionCheck(
            JdbcClient jdbc,
            RollupRows rows,
            ObligationRegister register,
            UnitTree units,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.register = register;
        this.units = units;
        mending = new TransactionTemplate(transactions);
        snapshot = new TransactionTemplate(transactions);
        snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        // Count and rollup are read by several statements, which must all see the same moment. H2 keeps one moment for
        // all
        // tables only from this level on.
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
        snapshot.setReadOnly(true);
    }

    /**
     * What must be added to the rollup so that it says what a count of the obligations says; empty when they agree. Steps that
     * are recorded meanwhile do no harm.
     */
    List<Delta> verify() {
        return Optional.ofNullable(snapshot.execute(status -> differences())).orElse(List.of());
    }

    /**
     * Compares, and mends by adding what differs: a step that is recorded meanwhile changes count and deltas alike and so does not
     * change the difference. Does nothing while somebody folds.
     *
     * @return how many rollup rows were wrong
     */
    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    int mend() {
        return Optional.ofNullable(mending.execute(status -> {
                    if (!rows.lockUnlessLocked()) {
                        return 0;
                    }
                    var differences = verify();
                    for (Delta wrong : differences) {
                        LOG.warn("Completion rollup was wrong and is mended by {}", wrong);
                    }
                    rows.add(differences);
                    return differences.size();
                }))
                .orElse(0);
    }

    private List<Delta> differences() {
        List<Delta> differences = new ArrayList<>();
        for (Counted counted : counted()) {
            var live = live(counted);
            var known = known(counted);
            Set<UnitId> places = new HashSet<>(live.keySet());
            places.addAll(known.keySet());
            for (UnitId unit : places) {
                var missing = live.getOrDefault(unit, Tally.ZERO).minus(known.getOrDefault(unit, Tally.ZERO));
                if (!missing.isZero()) {
                    differences.add(new Delta(counted.campaign(), counted.text(), unit, missing));
                }
            }
        }
        return differences;
    }

    private record Counted(CampaignId campaign, ResolutionId text) {}

    private record OfUnit(UnitId unit, Tally tally) {}

    private List<Counted> counted() {
        return jdbc.sql("""
                        select campaign_id, resolution_id from completion_rollup
                        union
                        select campaign_id, resolution_id from completion_delta""")
                .query((row, n) -> new Counted(
                        new CampaignId(row.getLong("campaign_id")), new ResolutionId(row.getString("resolution_id"))))
                .list();
    }

    private Map<UnitId, Tally> live(Counted counted) {
        Map<UnitId, Tally> sums = new HashMap<>();
        register.counts(counted.campaign(), counted.text())
                .forEach(count -> addUpwards(sums, new OfUnit(count.unit(), Tally.of(count))));
        return sums;
    }

    private Map<UnitId, Tally> known(Counted counted) {
        Map<UnitId, Tally> sums = new HashMap<>();
        read("completion_rollup", counted).forEach(row -> sums.merge(row.unit(), row.tally(), Tally::plus));
        read("completion_delta", counted).forEach(row -> addUpwards(sums, row));
        return sums;
    }

    private List<OfUnit> read(String table, Counted counted) {
        return jdbc.sql("select unit_id, owed, studying, completed from " + table
                        + " where campaign_id = :campaign and resolution_id = :text")
                .param("campaign", counted.campaign().value())
                .param("text", counted.text().value())
                .query(CompletionCheck::ofUnit)
                .list();
    }

    private void addUpwards(Map<UnitId, Tally> sums, OfUnit counted) {
        for (UnitId unit : CompletionRollup.lineage(units, counted.unit())) {
            sums.merge(unit, counted.tally(), Tally::plus);
        }
    }

    private static OfUnit ofUnit(ResultSet row, int number) throws SQLException {
        return new OfUnit(new UnitId(row.getLong("unit_id")), CompletionRollup.tally(row));
    }
}
