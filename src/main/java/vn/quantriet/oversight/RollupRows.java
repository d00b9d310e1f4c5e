package vn.quantriet.oversight;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.quantriet.study.CampaignId;

/** Writes the tables of the rollup, always within a caller's transaction. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class RollupRows {
    private static final int IDS_A_STATEMENT = 1_000;

    private final NamedParameterJdbcTemplate jdbc;

    RollupRows(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Appends deltas; several at once wait for nobody. */
    public void append(List<Delta> deltas) {
        jdbc.batchUpdate("""
                insert into completion_delta (campaign_id, resolution_id, unit_id, owed, studying, completed)
                values (:campaign, :text, :unit, :owed, :studying, :completed)""", parameters(deltas));
    }

    /** Appends deltas for all that is owed in a campaign that was not counted before. */
    public void appendAll(CampaignId campaign) {
        var parameters = new MapSqlParameterSource("campaign", campaign.value());
        jdbc.update("""
                insert into completion_delta (campaign_id, resolution_id, unit_id, owed, studying, completed)
                select campaign_id, resolution_id, unit_id, count(*),
                       sum(case when step = 'STUDYING' then 1 else 0 end),
                       sum(case when step = 'COMPLETED' then 1 else 0 end)
                  from obligation where campaign_id = :campaign
                 group by campaign_id, resolution_id, unit_id""", parameters);
        jdbc.update("insert into completion_check (campaign_id, changed) values (:campaign, true)", parameters);
    }

    /**
     * Adds each change to the rollup row of its unit. Only for the holder of the lock: two who found no row would both insert it.
     */
    public void add(List<Delta> changes) {
        if (changes.isEmpty()) {
            return;
        }
        int[] updated = jdbc.batchUpdate("""
                update completion_rollup
                   set owed = owed + :owed, studying = studying + :studying, completed = completed + :completed
                 where campaign_id = :campaign and resolution_id = :text and unit_id = :unit""", parameters(changes));
        List<Delta> unknown = new ArrayList<>();
        for (int i = 0; i < updated.length; i++) {
            if (updated[i] == 0) {
                unknown.add(changes.get(i));
            }
        }
        jdbc.batchUpdate("""
                insert into completion_rollup (campaign_id, resolution_id, unit_id, owed, studying, completed)
                values (:campaign, :text, :unit, :owed, :studying, :completed)""", parameters(unknown));
    }

    /** @throws IllegalStateException when a delta is gone, which would mean that somebody folds without the lock */
    public void remove(List<Long> deltas) {
        for (int from = 0; from < deltas.size(); from += IDS_A_STATEMENT) {
            Collection<Long> some = deltas.subList(from, Math.min(from + IDS_A_STATEMENT, deltas.size()));
            int removed = jdbc.update(
                    "delete from completion_delta where id in (:ids)", new MapSqlParameterSource("ids", some));
            if (removed != some.size()) {
                throw new IllegalStateException("expected to fold " + some.size() + " deltas, found " + removed);
            }
        }
    }

    /** The campaigns are to be compared with their obligations again. Only for the holder of the lock. */
    public void markChanged(Collection<CampaignId> campaigns) {
        if (!campaigns.isEmpty()) {
            var ids = campaigns.stream().map(CampaignId::value).toList();
            jdbc.update(
                    "update completion_check set changed = true where campaign_id in (:ids) and not changed",
                    new MapSqlParameterSource("ids", ids));
        }
    }

    /** The rollup of the campaign agrees with its obligations. Only for the holder of the lock. */
    public void markChecked(CampaignId campaign) {
        jdbc.update(
                "update completion_check set changed = false where campaign_id = :campaign and changed",
                new MapSqlParameterSource("campaign", campaign.value()));
    }

    /** Keeps every other fold and repair out until the transaction ends; waits for one that is going on. */
    public void lock() {
        jdbc.queryForList(
                "select id from completion_fold where id = 1 for update", new MapSqlParameterSource(), Integer.class);
    }

    /** Keeps every other fold and repair out until the transaction ends; false when one is going on already. */
    public boolean lockUnlessLocked() {
        return !jdbc.queryForList(
                        "select id from completion_fold where id = 1 for update skip locked",
                        new MapSqlParameterSource(),
                        Integer.class)
                .isEmpty();
    }

    private static MapSqlParameterSource[] parameters(List<Delta> deltas) {
        return deltas.stream()
                .map(delta -> new MapSqlParameterSource()
                        .addValue("campaign", delta.campaign().value())
                        .addValue("text", delta.text().value())
                        .addValue("unit", delta.unit().value())
                        .addValue("owed", delta.change().owed())
                        .addValue("studying", delta.change().studying())
                        .addValue("completed", delta.change().completed()))
                .toArray(MapSqlParameterSource[]::new);
    }
}
