package vn.quantriet.content.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.quantriet.content.Clause;
import vn.quantriet.content.ClauseId;

/**
 * What {@code clauses.yaml} beside a text says: which clause stands at which place, where that does not follow from the numbering.
 *
 * @param text {@link #hash} of the clauses for which it was written; empty when it was not
 * @param places those whose clause has another id than its place, or other substance than its words, or was away for some versions
 * @param retired ids of clauses that are no more, never to be given again
 * @param stale what cites a clause that has changed since, until someone looks at it
 * @param decided what a person wrote into the file for places that the portal was unsure of: the earlier clause, or none for a new one
 */
public record ClauseRegister(
        String text,
        Map<ClauseId, Entry> places,
        Set<ClauseId> retired,
        List<Stale> stale,
        Map<ClauseId, Optional<ClauseId>> decided) {

    public static final String FILE = "clauses.yaml";

    /** Said of a place where no earlier clause stands. */
    static final String NEW = "new";

    /** What stands beside a text in which every clause is the one that its place says. */
    public static final ClauseRegister NONE = new ClauseRegister("", Map.of(), Set.of(), List.of(), Map.of());

    private static final Comparator<ClauseId> BY_VALUE = Comparator.comparing(ClauseId::value);

    /** The clause at a place. @param substance absent when it is the hash of its words */
    public record Entry(ClauseId id, Optional<String> substance) {}

    /**
     * A citation to be looked at again.
     *
     * @param from path below the text's folder, or below the library's when it lies with another text, and the number of the point,
     *     question or slide in it: {@code quiz.md#3}, {@code 18-nq-tw/slides/co-so.md#4}
     */
    public record Stale(String from, ClauseId clause) {}

    public ClauseRegister {
        places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
        retired = Set.copyOf(retired);
        stale = List.copyOf(stale);
        decided = Map.copyOf(decided);
    }

    /** Of a list of clauses with the ids that come from their places. */
    public static String hash(List<Clause> clauses) {
        return Hashes.of(clauses.stream()
                .map(clause -> clause.id() + " " + clause.hash())
                .collect(Collectors.joining("\n")));
    }

    /**
     * The register of a version.
     *
     * @param raw its clauses with the ids that come from their places
     * @param identified the same clauses with those that they have
     */
    public static ClauseRegister of(
            List<Clause> raw, List<Clause> identified, Collection<ClauseId> retired, List<Stale> stale) {
        Map<ClauseId, Entry> places = new LinkedHashMap<>();
        for (int i = 0; i < raw.size(); i++) {
            var clause = identified.get(i);
            boolean editorial = !clause.substance().equals(clause.hash());
            if (editorial || !clause.id().equals(raw.get(i).id())) {
                places.put(
                        raw.get(i).id(),
                        new Entry(clause.id(), editorial ? Optional.of(clause.substance()) : Optional.empty()));
            }
        }
        return new ClauseRegister(hash(raw), places, Set.copyOf(retired), stale, Map.of());
    }

    /** Whether the file says anything; when not, there is none. */
    public boolean isNeeded() {
        return !places.isEmpty() || !retired.isEmpty() || !stale.isEmpty() || !decided.isEmpty();
    }

    public boolean isFor(List<Clause> raw) {
        return text.equals(hash(raw));
    }

    public ClauseRegister withoutDecisions() {
        return decided.isEmpty() ? this : new ClauseRegister(text, places, retired, stale, Map.of());
    }

    public ClauseRegister withStale(List<Stale> others) {
        return new ClauseRegister(text, places, retired, others, decided);
    }

    /** Says of some clauses where they stand though it follows from the numbering, lest they be taken for new ones. */
    public ClauseRegister naming(Collection<ClauseId> clauses) {
        Map<ClauseId, Entry> all = new LinkedHashMap<>(places);
        var named = places.values().stream().map(Entry::id).collect(Collectors.toSet());
        clauses.stream()
                .filter(clause -> !named.contains(clause))
                .forEach(clause -> all.put(clause, new Entry(clause, Optional.empty())));
        return new ClauseRegister(text, all, retired, stale, decided);
    }

    /** The text with the identities that its clauses have by this register, which must be for it. */
    public ParsedText applied(ParsedText raw) {
        List<Clause> clauses = new ArrayList<>();
        for (var clause : raw.resolution().clauses()) {
            var entry = places.get(clause.id());
            clauses.add(
                    entry == null
                            ? clause
                            : clause.as(entry.id(), entry.substance().orElse(clause.hash())));
        }
        return raw.with(raw.resolution().with(clauses, retired));
    }

    /** The file. */
    public String yaml() {
        var out =
                new StringBuilder("# Sổ mã điều khoản, do cổng ghi cùng văn bản; xem README.md của thư viện, mục 6.\n");
        out.append("text: \"").append(text).append("\"\n");
        if (!places.isEmpty()) {
            out.append("clauses:\n");
            places.forEach((place, entry) -> out.append("  ")
                    .append(place)
                    .append(": {id: ")
                    .append(entry.id())
                    .append(entry.substance()
                            .map(substance -> ", substance: \"" + substance + "\"")
                            .orElse(""))
                    .append("}\n"));
        }
        if (!retired.isEmpty()) {
            var sorted = new TreeSet<>(BY_VALUE);
            sorted.addAll(retired);
            out.append("retired:\n");
            sorted.forEach(id -> out.append("  - ").append(id).append('\n'));
        }
        if (!stale.isEmpty()) {
            out.append("stale:\n");
            stale.forEach(s -> out.append("  - {from: ")
                    .append(s.from())
                    .append(", clause: ")
                    .append(s.clause())
                    .append("}\n"));
        }
        if (!decided.isEmpty()) {
            out.append("decide:\n");
            new TreeMap<>(decided.entrySet().stream()
                            .collect(Collectors.toMap(
                                    entry -> entry.getKey().value(),
                                    entry -> entry.getValue()
                                            .map(ClauseId::value)
                                            .orElse(NEW))))
                    .forEach((place, clause) -> out.append("  ")
                            .append(place)
                            .append(": ")
                            .append(clause)
                            .append('\n'));
        }
        return out.toString();
    }
}
