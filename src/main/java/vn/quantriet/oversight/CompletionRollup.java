package vn.quantriet.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.UnitId;
import vn.quantriet.study.AudienceChanged;
import vn.quantriet.study.CampaignId;
import vn.quantriet.study.CampaignOpened;
import vn.quantriet.study.ObligationStepped;

/**
 * Counts completion per unit without ever scanning the obligations. Who records a step appends a delta in the same transaction;
 * every few seconds the deltas are folded into the rows of the unit and all its superiors; a reader adds both up.
 *
 * <p>Updating the rows of the superiors at once would be simpler, but then every member of the country waits for the one row of
 * the root.
 */
@Service
class CompletionRollup {
    private static final int MOST_DELTAS_A_FOLD = 10_000;

    private final JdbcClient jdbc;
    private final RollupRows rows;
    private final FreshCount fresh;

    CompletionRollup(JdbcClient jdbc, RollupRows rows, FreshCount fresh) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.fresh = fresh;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CampaignOpened event) {
        rows.appendAll(event.campaign());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ObligationStepped event) {
        var change = Tally.ofStep(event.from(), event.to());
        rows.append(List.of(new Delta(event.campaign(), event.text(), event.unit(), change)));
    }

    /** Units may have other superiors now, which deltas cannot express: the rows themselves are corrected. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AudienceChanged event) {
        rows.lock();
        for (CampaignId campaign : event.campaigns()) {
            rows.add(fresh.differences(campaign));
        }
        rows.markChanged(event.campaigns());
    }

    private record Stored(long id, Delta delta, List<UnitId> lineage) {}

    /**
     * Folds what was appended, at most {@value #MOST_DELTAS_A_FOLD} deltas. Does nothing while somebody else folds, on this node
     * or another.
     *
     * @return how many deltas were folded
     */
    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    @Transactional
    public int fold() {
        if (!rows.lockUnlessLocked()) {
            return 0;
        }
        var deltas = jdbc.sql("""
                        select d.id, d.campaign_id, d.resolution_id, d.unit_id, d.owed, d.studying, d.completed, u.path
                          from completion_delta d left join unit u on u.id = d.unit_id
                         order by d.id limit :most""")
                .param("most", MOST_DELTAS_A_FOLD)
                .query((row, n) -> new Stored(row.getLong("id"), delta(row), lineage(row)))
                .list();
        rows.add(upwards(deltas));
        rows.markChanged(
                deltas.stream().map(stored -> stored.delta().campaign()).collect(Collectors.toSet()));
        // By id and not "up to the last id": a smaller id may be committed after these were read.
        rows.remove(deltas.stream().map(Stored::id).toList());
        return deltas.size();
    }

    /** The same changes as seen by the unit and each of its superiors. */
    private static List<Delta> upwards(List<Stored> deltas) {
        record Place(CampaignId campaign, ResolutionId text, UnitId unit) {}
        Map<Place, Tally> sums = new HashMap<>();
        for (Stored stored : deltas) {
            var delta = stored.delta();
            for (UnitId unit : stored.lineage()) {
                sums.merge(new Place(delta.campaign(), delta.text(), unit), delta.change(), Tally::plus);
            }
        }
        return sums.entrySet().stream()
                .filter(sum -> !sum.getValue().isZero())
                .map(sum -> new Delta(
                        sum.getKey().campaign(),
                        sum.getKey().text(),
                        sum.getKey().unit(),
                        sum.getValue()))
                .toList();
    }

    /**
     * Completion of each of {@code wanted} and all below it, for each text of the campaign, up to the last committed step; units
     * without obligations are absent. One query, however many units and texts, and in one moment: no fold can come in between.
     */
    @Transactional(readOnly = true)
    public Map<ResolutionId, Map<UnitId, Completion>> completions(CampaignId campaign, Collection<UnitId> wanted) {
        Map<ResolutionId, Map<UnitId, Tally>> sums = new HashMap<>();
        jdbc.sql("""
                        select 1 as folded, campaign_id, resolution_id, unit_id, null as path, owed, studying, completed
                          from completion_rollup
                         where campaign_id = :campaign and unit_id in (:units)
                        union all
                        select 0 as folded, d.campaign_id, d.resolution_id, d.unit_id, u.path,
                               sum(d.owed) as owed, sum(d.studying) as studying, sum(d.completed) as completed
                          from completion_delta d left join unit u on u.id = d.unit_id
                         where d.campaign_id = :campaign
                         group by d.campaign_id, d.resolution_id, d.unit_id, u.path""")
                .param("campaign", campaign.value())
                .param("units", wanted.stream().map(UnitId::value).toList())
                .query((row, n) -> {
                    var delta = delta(row);
                    return new Counted(delta, row.getInt("folded") == 1 ? List.of(delta.unit()) : lineage(row));
                })
                .list()
                .forEach(counted -> {
                    var delta = counted.delta();
                    var ofText = sums.computeIfAbsent(delta.text(), text -> new HashMap<>());
                    counted.by().stream()
                            .filter(wanted::contains)
                            .forEach(unit -> ofText.merge(unit, delta.change(), Tally::plus));
                });
        Map<ResolutionId, Map<UnitId, Completion>> completions = new HashMap<>();
        sums.forEach((text, tallies) -> {
            Map<UnitId, Completion> ofText = new HashMap<>();
            tallies.forEach((unit, tally) -> ofText.put(unit, Completion.of(unit, tally)));
            completions.put(text, ofText);
        });
        return completions;
    }

    /** @param by the units that count it */
    private record Counted(Delta delta, List<UnitId> by) {}

    private static List<UnitId> lineage(ResultSet row) throws SQLException {
        return Delta.lineage(new UnitId(row.getLong("unit_id")), Optional.ofNullable(row.getString("path")));
    }

    private static Delta delta(ResultSet row) throws SQLException {
        return new Delta(
                new CampaignId(row.getLong("campaign_id")),
                new ResolutionId(row.getString("resolution_id")),
                new UnitId(row.getLong("unit_id")),
                Tally.of(row));
    }
}
