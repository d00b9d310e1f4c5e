package vn.quantriet.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.UnitId;
import vn.quantriet.organisation.UnitTree;
import vn.quantriet.study.CampaignId;
import vn.quantriet.study.CampaignOpened;
import vn.quantriet.study.ObligationRegister;
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
    private final ObligationRegister register;
    private final UnitTree units;

    CompletionRollup(JdbcClient jdbc, RollupRows rows, ObligationRegister register, UnitTree units) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.register = register;
        this.units = units;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CampaignOpened event) {
        for (ResolutionId text : event.texts()) {
            rows.append(register.counts(event.campaign(), text).stream()
                    .map(count -> new Delta(event.campaign(), text, count.unit(), Tally.of(count)))
                    .toList());
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ObligationStepped event) {
        var change = Tally.ofStep(event.from(), event.to());
        rows.append(List.of(new Delta(event.campaign(), event.text(), event.unit(), change)));
    }

    /** What changed in one unit alone; in a rollup row, what changed in it and below. */
    record Delta(CampaignId campaign, ResolutionId text, UnitId unit, Tally change) {}

    private record Stored(long id, Delta delta) {}

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
                        select id, campaign_id, resolution_id, unit_id, owed, studying, completed
                          from completion_delta order by id limit :most""")
                .param("most", MOST_DELTAS_A_FOLD)
                .query((row, n) -> new Stored(row.getLong("id"), delta(row)))
                .list();
        rows.add(upwards(deltas.stream().map(Stored::delta).toList()));
        // By id and not "up to the last id": a smaller id may be committed after these were read.
        rows.remove(deltas.stream().map(Stored::id).toList());
        return deltas.size();
    }

    /** The same changes as seen by the unit and each of its superiors. */
    private List<Delta> upwards(List<Delta> deltas) {
        record Place(CampaignId campaign, ResolutionId text, UnitId unit) {}
        Map<Place, Tally> sums = new HashMap<>();
        for (Delta delta : deltas) {
            for (UnitId unit : lineage(units, delta.unit())) {
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
                        select 1 as folded, campaign_id, resolution_id, unit_id, owed, studying, completed
                          from completion_rollup
                         where campaign_id = :campaign and unit_id in (:units)
                        union all
                        select 0 as folded, campaign_id, resolution_id, unit_id,
                               sum(owed) as owed, sum(studying) as studying, sum(completed) as completed
                          from completion_delta
                         where campaign_id = :campaign
                         group by campaign_id, resolution_id, unit_id""")
                .param("campaign", campaign.value())
                .param("units", wanted.stream().map(UnitId::value).toList())
                .query((row, n) -> new Counted(row.getInt("folded") == 1, delta(row)))
                .list()
                .forEach(counted -> {
                    var delta = counted.delta();
                    var ofText = sums.computeIfAbsent(delta.text(), text -> new HashMap<>());
                    var counting = counted.folded() ? List.of(delta.unit()) : lineage(units, delta.unit());
                    counting.stream()
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

    private record Counted(boolean folded, Delta delta) {}

    /** From the root to the unit; a unit that is no longer in the tree counts for itself alone. */
    static List<UnitId> lineage(UnitTree units, UnitId unit) {
        return units.find(unit).isEmpty()
                ? List.of(unit)
                : units.lineage(unit).stream().map(u -> u.id()).toList();
    }

    private static Delta delta(ResultSet row) throws SQLException {
        return new Delta(
                new CampaignId(row.getLong("campaign_id")),
                new ResolutionId(row.getString("resolution_id")),
                new UnitId(row.getLong("unit_id")),
                tally(row));
    }

    static Tally tally(ResultSet row) throws SQLException {
        return new Tally(row.getLong("owed"), row.getLong("studying"), row.getLong("completed"));
    }
}
