package vn.quantriet.search.lucene;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
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

/**
 * Counts what was found by facet, and narrows it to the values that were chosen. Texts are many: what is asked of each is looked up in
 * arrays, and the facets that it fails are the bits of a number.
 */
final class Narrowing {
    private static final Passage.Kind[] KINDS = Passage.Kind.values();
    private static final Standing[] STANDINGS = Standing.values();

    private final Map<Facet, Set<String>> chosen;
    private final TextTable texts;
    private final Standing[] standings;
    private final boolean[] wanted;
    private final int asked;

    Narrowing(Map<Facet, Set<String>> chosen, TextTable texts, Map<ResolutionId, Standing> standings) {
        this.chosen = new EnumMap<>(Facet.class);
        chosen.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                this.chosen.put(facet, values);
            }
        });
        this.texts = texts;
        standings.keySet().forEach(TextNumbers::of);
        this.standings = new Standing[TextNumbers.count()];
        Arrays.fill(this.standings, Standing.NOT_ASKED);
        standings.forEach((text, standing) -> this.standings[TextNumbers.of(text)] = standing);
        wanted = new boolean[texts.values().size()];
        for (int value = 0; value < wanted.length; value++) {
            var told = texts.values().get(value);
            wanted[value] = this.chosen.getOrDefault(told.facet(), Set.of()).contains(told.name());
        }
        asked = this.chosen.keySet().stream().mapToInt(Narrowing::bit).sum();
    }

    private static int bit(Facet facet) {
        return 1 << facet.ordinal();
    }

    private boolean isChosen(Facet facet, String value) {
        return chosen.getOrDefault(facet, Set.of()).contains(value);
    }

    /** The bits of all chosen facets of whose values a text holds none. A text has no kind of passage and no unit. */
    private int failed(int text) {
        if (asked == 0) {
            return 0;
        }
        int held = 0;
        for (int value : texts.values(text)) {
            if (wanted[value]) {
                held |= bit(texts.values().get(value).facet());
            }
        }
        if (isChosen(Facet.STANDING, standing(text).name())) {
            held |= bit(Facet.STANDING);
        }
        return asked & ~held;
    }

    private int failed(int failedByText, Passage.Kind kind) {
        return isChosen(Facet.KIND, kind.name()) ? failedByText & ~bit(Facet.KIND) : failedByText;
    }

    private int failed(Tally.LocalNotes notes) {
        int failed = failed(failed(notes.text()), Passage.Kind.LOCAL_NOTE);
        return isChosen(Facet.UNIT, String.valueOf(notes.unit())) ? failed & ~bit(Facet.UNIT) : failed;
    }

    private Standing standing(int text) {
        return text < standings.length ? standings[text] : Standing.NOT_ASKED;
    }

    /** What holds one chosen value of each facet. */
    Tally admitted(Tally found) {
        if (asked == 0) {
            return found;
        }
        int[] byCell = found.byCell().clone();
        for (int cell = 0; cell < byCell.length; cell++) {
            if (byCell[cell] > 0 && failed(failed(Tally.text(cell)), Tally.kind(cell)) != 0) {
                byCell[cell] = 0;
            }
        }
        Map<Tally.LocalNotes, Long> localNotes = new HashMap<>(found.localNotes());
        localNotes.keySet().removeIf(notes -> failed(notes) != 0);
        return new Tally(byCell, localNotes);
    }

    /**
     * For each value of each facet, how many passages there would be if it alone were chosen of its facet. A passage that fails one
     * facet alone counts for that one; one that fails several counts for none.
     */
    Map<Facet, Map<String, Long>> counts(Tally found) {
        var counts = new Counts();
        int[] byCell = found.byCell();
        for (int cell = 0; cell < byCell.length; cell++) {
            if (byCell[cell] > 0) {
                int text = Tally.text(cell);
                counts.add(failed(failed(text), Tally.kind(cell)), text, Tally.kind(cell), byCell[cell]);
            }
        }
        found.localNotes().forEach((notes, passages) -> {
            int failed = failed(notes);
            counts.add(failed, notes.text(), Passage.Kind.LOCAL_NOTE, passages);
            if ((failed & ~bit(Facet.UNIT)) == 0) {
                counts.byUnit.merge(String.valueOf(notes.unit()), passages, Long::sum);
            }
        });
        return counts.named();
    }

    private final class Counts {
        private final long[] byValue = new long[wanted.length];
        private final long[] byKind = new long[KINDS.length];
        private final long[] byStanding = new long[STANDINGS.length];
        private final Map<String, Long> byUnit = new HashMap<>();

        void add(int failed, int text, Passage.Kind kind, long passages) {
            if (Integer.bitCount(failed) > 1) {
                return;
            }
            for (int value : texts.values(text)) {
                if (failed == 0 || failed == bit(texts.values().get(value).facet())) {
                    byValue[value] += passages;
                }
            }
            if (failed == 0 || failed == bit(Facet.KIND)) {
                byKind[kind.ordinal()] += passages;
            }
            if (failed == 0 || failed == bit(Facet.STANDING)) {
                byStanding[standing(text).ordinal()] += passages;
            }
        }

        Map<Facet, Map<String, Long>> named() {
            Map<Facet, Map<String, Long>> named = new EnumMap<>(Facet.class);
            for (int value = 0; value < byValue.length; value++) {
                put(
                        named,
                        texts.values().get(value).facet(),
                        texts.values().get(value).name(),
                        byValue[value]);
            }
            for (Passage.Kind kind : KINDS) {
                put(named, Facet.KIND, kind.name(), byKind[kind.ordinal()]);
            }
            for (Standing standing : STANDINGS) {
                put(named, Facet.STANDING, standing.name(), byStanding[standing.ordinal()]);
            }
            byUnit.forEach((unit, passages) -> put(named, Facet.UNIT, unit, passages));
            return named;
        }

        private static void put(Map<Facet, Map<String, Long>> named, Facet facet, String value, long passages) {
            if (passages > 0) {
                named.computeIfAbsent(facet, f -> new HashMap<>()).put(value, passages);
            }
        }
    }

    /** What a passage must hold besides, as a query; absent when nothing was chosen. */
    Optional<Query> query(Tally admitted) {
        if (asked == 0) {
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
        if ((asked & ~bit(Facet.KIND) & ~bit(Facet.UNIT)) != 0) {
            int[] byText = admitted.byText();
            all.add(
                    anyOf(
                            IndexFields.RESOLUTION,
                            IntStream.range(0, byText.length)
                                    .filter(text -> byText[text] > 0)
                                    .mapToObj(text -> TextNumbers.text(text).value())
                                    .toList()),
                    Occur.FILTER);
        }
        return Optional.of(all.build());
    }

    static Query anyOf(String field, List<String> terms) {
        return new TermInSetQuery(
                field, terms.stream().map(term -> new BytesRef(term)).toList());
    }
}
