package vn.quantriet.search.lucene;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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
import vn.quantriet.search.Passage;
import vn.quantriet.search.Passage.Audience;
import vn.quantriet.search.StudyStandings.Standing;
import vn.quantriet.search.lucene.TextTraits.Labels;
import vn.quantriet.search.lucene.TextTraits.Traits;

/** Counts what was found by facet, and narrows it to the values that were chosen. */
final class Narrowing {
    private static final Passage.Kind[] KINDS = Passage.Kind.values();
    private static final Standing[] STANDINGS = Standing.values();

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

    /** All that facets tell of a passage. */
    private record Told(Labels text, Passage.Kind kind, Standing standing, OptionalLong unit) {}

    private Told told(Tally.Place place) {
        return new Told(traits.apply(place.text()).labels(), place.kind(), standing(place.text()), place.unit());
    }

    /** Whether a passage of this place holds one chosen value of each facet. */
    boolean admits(Tally.Place place) {
        return chosen.isEmpty() || failed(told(place)).isEmpty();
    }

    private List<Facet> failed(Told told) {
        return chosen.entrySet().stream()
                .filter(facet -> values(facet.getKey(), told).stream().noneMatch(facet.getValue()::contains))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * For each value of each facet, how many passages there would be if it alone were chosen of its facet. A passage that fails one
     * facet alone counts for that one; one that fails several counts for none.
     */
    Map<Facet, Map<String, Long>> counts(Tally tally) {
        Map<Facet, Map<String, Long>> counts = new EnumMap<>(Facet.class);
        alike(tally).forEach((told, passages) -> {
            List<Facet> failed = failed(told);
            if (failed.size() < 2) {
                (failed.isEmpty() ? List.of(Facet.values()) : failed)
                        .forEach(facet -> values(facet, told)
                                .forEach(value -> counts.computeIfAbsent(facet, f -> new HashMap<>())
                                        .merge(value, passages, Long::sum)));
            }
        });
        return counts;
    }

    /** Texts are many, and most are like others to every facet: {@link Labels} that are equal are one object. */
    private Map<Told, Long> alike(Tally tally) {
        Map<Told, Long> alike = new HashMap<>();
        Map<Labels, long[][]> texts = new IdentityHashMap<>();
        for (Tally.Cell cell : tally.cells()) {
            Tally.Place place = cell.place();
            if (place.unit().isPresent()) {
                alike.merge(told(place), cell.passages(), Long::sum);
            } else {
                texts.computeIfAbsent(
                                        traits.apply(place.text()).labels(),
                                        l -> new long[KINDS.length][STANDINGS.length])[
                                place.kind().ordinal()][standing(place.text()).ordinal()] +=
                        cell.passages();
            }
        }
        texts.forEach((labels, counts) -> {
            for (Passage.Kind kind : KINDS) {
                for (Standing standing : STANDINGS) {
                    long passages = counts[kind.ordinal()][standing.ordinal()];
                    if (passages > 0) {
                        alike.put(new Told(labels, kind, standing, OptionalLong.empty()), passages);
                    }
                }
            }
        });
        return alike;
    }

    private Standing standing(ResolutionId text) {
        return standings.getOrDefault(text, Standing.NOT_ASKED);
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

    private static List<String> values(Facet facet, Told told) {
        return switch (facet) {
            case KIND -> List.of(told.kind().name());
            case DOCUMENT -> said(told.text().document());
            case ISSUER -> said(told.text().issuer());
            case YEAR -> said(told.text().year());
            case TOPIC -> told.text().topics();
            case FORCE -> List.of(told.text().force().name());
            case STANDING -> List.of(told.standing().name());
            case UNIT ->
                told.unit().isPresent() ? List.of(String.valueOf(told.unit().getAsLong())) : List.of();
        };
    }

    private static List<String> said(String value) {
        return value.isEmpty() ? List.of() : List.of(value);
    }
}
