package vn.quantriet.study;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.quantriet.content.Clause;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.Resolution;

/** What one member has read of a text as it stands now. */
final class ReadClauses {

    private final Resolution text;
    private final Map<ClauseId, ClauseReading> byClause = new HashMap<>();

    ReadClauses(Resolution text, Collection<ClauseReading> readings) {
        this.text = text;
        readings.forEach(reading -> byClause.put(reading.clause(), reading));
    }

    Optional<ClauseReading> find(Clause clause) {
        return Optional.ofNullable(byClause.get(clause.id()));
    }

    boolean isRead(Clause clause) {
        return find(clause).filter(reading -> reading.isRead(clause)).isPresent();
    }

    int count() {
        return (int) text.readableClauses().stream().filter(this::isRead).count();
    }

    boolean areAll() {
        return text.readableClauses().stream().allMatch(this::isRead);
    }

    /** Share read of each clause that was begun, in reading order. */
    Map<ClauseId, Double> shares() {
        Map<ClauseId, Double> shares = new LinkedHashMap<>();
        for (Clause clause : text.readableClauses()) {
            find(clause).ifPresent(reading -> shares.put(clause.id(), reading.share(clause)));
        }
        return shares;
    }
}
