package vn.quantriet.search.lucene;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.search.Facet;
import vn.quantriet.search.Passage.Audience;
import vn.quantriet.search.StudyStandings.Standing;
import vn.quantriet.search.lucene.TextTraits.Traits;

/** Counts what was found by facet, and narrows it to the values that were chosen. */
final class Narrowing {
    private final Map<Facet, Set<String>> chosen;
    private final Function<ResolutionId, Traits> traits;
    private final Map<ResolutionId, Standing> standings;

    Narrowing(
            Map<Facet, Set<String>> chosen,
            Function<ResolutionId, Traits> traits,
            Map<ResolutionId, Standing> standings) {
        this.chosen = new EnumMap<>(Facet.class);
        chosen.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                this.chosen.put(facet, values);
            }
        });
        this.traits = traits;
        this.standings = standings;
    }

    /** Whether a passage of this place holds one chosen value of each facet. */
    boolean admits(Tally.Place place) {
        return chosen.keySet().stream().allMatch(facet -> admits(facet, place));
    }

    /**
     * For each value of each facet, how many passages there would be if it alone were chosen of its facet. A passage that fails one
     * facet alone counts for that one; one that fails several counts for none.
     */
    Map<Facet, Map<String, Long>> counts(Tally tally) {
        Map<Facet, Map<String, Long>> counts = new EnumMap<>(Facet.class);
        for (Tally.Cell cell : tally.cells()) {
            List<Facet> failed = new ArrayList<>(1);
            for (Facet facet : chosen.keySet()) {
                if (!admits(facet, cell.place())) {
                    failed.add(facet);
                }
            }
            if (failed.size() == 1) {
                count(counts, failed.getFirst(), cell);
            } else if (failed.isEmpty()) {
                for (Facet facet : Facet.values()) {
                    count(counts, facet, cell);
                }
            }
        }
        return counts;
    }

    /** What a passage must hold besides, as a query; absent when nothing was chosen. */
    Optional<Query> query(Tally found) {
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        var all = new BooleanQuery.Builder();
        Set<String> kinds = chosen.get(Facet.KIND);
        if (kinds != null) {
            all.add(anyOf(IndexFields.KIND, kinds.stream().toList()), Occur.FILTER);
        }
        Set<String> units = chosen.get(Facet.UNIT);
        if (units != null) {
            all.add(new TermQuery(new Term(IndexFields.KIND, "LOCAL_NOTE")), Occur.FILTER);
            all.add(
                    anyOf(
                            IndexFields.AUDIENCE,
                            units.stream()
                                    .filter(unit -> unit.matches("\\d{1,18}"))
                                    .map(unit ->
                                            PassageDocuments.token(new Audience.UnitAndBelow(Long.parseLong(unit))))
                                    .toList()),
                    Occur.FILTER);
        }
        if (chosen.keySet().stream().anyMatch(facet -> facet != Facet.KIND && facet != Facet.UNIT)) {
            List<String> texts = found.cells().stream()
                    .map(Tally.Cell::place)
                    .filter(this::admits)
                    .map(place -> place.text().value())
                    .distinct()
                    .toList();
            all.add(anyOf(IndexFields.RESOLUTION, texts), Occur.FILTER);
        }
        return Optional.of(all.build());
    }

    static Query anyOf(String field, List<String> terms) {
        return new TermInSetQuery(
                field, terms.stream().map(term -> new BytesRef(term)).toList());
    }

    private boolean admits(Facet facet, Tally.Place place) {
        Set<String> wanted = chosen.get(facet);
        return wanted == null || values(facet, place).stream().anyMatch(wanted::contains);
    }

    private void count(Map<Facet, Map<String, Long>> counts, Facet facet, Tally.Cell cell) {
        for (String value : values(facet, cell.place())) {
            counts.computeIfAbsent(facet, f -> new HashMap<>()).merge(value, cell.passages(), Long::sum);
        }
    }

    private List<String> values(Facet facet, Tally.Place place) {
        return switch (facet) {
            case KIND -> List.of(place.kind().name());
            case DOCUMENT -> said(traits.apply(place.text()).document());
            case ISSUER -> said(traits.apply(place.text()).issuer());
            case YEAR -> said(traits.apply(place.text()).year());
            case TOPIC -> traits.apply(place.text()).topics();
            case FORCE -> List.of(traits.apply(place.text()).force().name());
            case STANDING ->
                List.of(standings.getOrDefault(place.text(), Standing.NOT_ASKED).name());
            case UNIT ->
                place.unit().isPresent() ? List.of(String.valueOf(place.unit().getAsLong())) : List.of();
        };
    }

    private static List<String> said(String value) {
        return value.isEmpty() ? List.of() : List.of(value);
    }
}
