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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.UnitId;
import vn.quantriet.study.CampaignId;

/** Counts the obligations from scratch and says where the rollup differs. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class FreshCount {

    private final JdbcClient jdbc;

    FreshCount(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Place(ResolutionId text, UnitId unit) {}

    private record Counted(Place place, List<UnitId> lineage, Tally tally) {}

    /**
     * What must be added to the rollup rows of the campaign so that they and the deltas together say what a count of the
     * obligations says. Only for the holder of the lock: nothing may be folded meanwhile. Steps that are recorded meanwhile do no
     * harm, because each changes the count and the deltas alike.
     */
    public List<Delta> differences(CampaignId campaign) {
        Map<Place, Tally> wanted = wanted(campaign);
        Map<Place, Tally> stored = stored(campaign);
        Set<Place> places = new HashSet<>(wanted.keySet());
        places.addAll(stored.keySet());
        List<Delta> differences = new ArrayList<>();
        for (Place place : places) {
            var missing = wanted.getOrDefault(place, Tally.ZERO).minus(stored.getOrDefault(place, Tally.ZERO));
            if (!missing.isZero()) {
                differences.add(new Delta(campaign, place.text(), place.unit(), missing));
            }
        }
        return differences;
    }

    /** Obligations less what is not folded yet, in one statement and so as of one moment. */
    private Map<Place, Tally> wanted(CampaignId campaign) {
        Map<Place, Tally> sums = new HashMap<>();
        jdbc.sql("""
                        select o.resolution_id, o.unit_id, u.path, count(*) as owed,
                               sum(case when o.step = 'STUDYING' then 1 else 0 end) as studying,
                               sum(case when o.step = 'COMPLETED' then 1 else 0 end) as completed
                          from obligation o left join unit u on u.id = o.unit_id
                         where o.campaign_id = :campaign
                         group by o.resolution_id, o.unit_id, u.path
                        union all
                        select d.resolution_id, d.unit_id, u.path, -sum(d.owed), -sum(d.studying), -sum(d.completed)
                          from completion_delta d left join unit u on u.id = d.unit_id
                         where d.campaign_id = :campaign
                         group by d.resolution_id, d.unit_id, u.path""")
                .param("campaign", campaign.value())
                .query(FreshCount::counted)
                .list()
                .forEach(counted -> counted.lineage()
                        .forEach(unit ->
                                sums.merge(new Place(counted.place().text(), unit), counted.tally(), Tally::plus)));
        return sums;
    }

    private Map<Place, Tally> stored(CampaignId campaign) {
        Map<Place, Tally> rows = new HashMap<>();
        jdbc.sql("""
                        select resolution_id, unit_id, owed, studying, completed
                          from completion_rollup where campaign_id = :campaign""").param("campaign", campaign.value()).query(row -> {
            rows.put(place(row), Tally.of(row));
        });
        return rows;
    }

    private static Counted counted(ResultSet row, int number) throws SQLException {
        var place = place(row);
        var path = Optional.ofNullable(row.getString("path"));
        return new Counted(place, Delta.lineage(place.unit(), path), Tally.of(row));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(new ResolutionId(row.getString("resolution_id")), new UnitId(row.getLong("unit_id")));
    }
}
