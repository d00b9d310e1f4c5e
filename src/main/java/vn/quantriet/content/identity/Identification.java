package vn.quantriet.content.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import vn.quantriet.content.Clause;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.TextPublishing.ClauseChange;
import vn.quantriet.content.TextPublishing.ClauseChange.Kind;
import vn.quantriet.content.format.ParsedText;

/** What became of each clause between two versions of a text, and the identities that the later one's clauses have by it. */
public final class Identification {
    private final Earlier earlier;
    private final ParsedText raw;
    private final Set<ClauseId> editorial;
    private final List<Verdict> verdicts;
    private final List<Clause> identified = new ArrayList<>();
    private final List<ClauseChange> changes = new ArrayList<>();
    private final Set<ClauseId> retired;
    /** Removed clauses that come back, by their place in the later version. */
    private final Map<Integer, ClauseId> returned = new HashMap<>();

    private final Set<ClauseId> outdated = new LinkedHashSet<>();

    /**
     * The version before.
     *
     * @param raw its clauses with the ids that come from their places
     * @param clauses the same with those that they have
     * @param retired ids of clauses that were no more by then
     */
    public record Earlier(ParsedText raw, List<Clause> clauses, Set<ClauseId> retired) {
        public Earlier {
            clauses = List.copyOf(clauses);
            retired = Set.copyOf(retired);
        }
    }

    /** A decision names a place or a clause that there is not, or gives one clause to two places. */
    public static final class Undecidable extends RuntimeException {
        private final String what;

        Undecidable(String what) {
            super("no such clause, or already given: " + what);
            this.what = what;
        }

        public String what() {
            return what;
        }
    }

    private Identification(
            Earlier earlier, ParsedText raw, Map<String, Optional<ClauseId>> decided, Set<ClauseId> editorial) {
        this.earlier = earlier;
        this.raw = raw;
        this.editorial = editorial;
        this.retired = new HashSet<>(earlier.retired());
        this.verdicts = Matching.of(written(earlier.raw()), written(raw), indexes(decided));
        identify();
        findVanished();
    }

    /**
     * @param raw the later version, its clauses with the ids that come from their places
     * @param decided by place of the later version: the earlier clause that stands there, be it one that was removed before,
     *     or nothing for a new one
     * @param editorial clauses whose rewording changes no meaning
     * @throws Undecidable when {@code decided} cannot be
     */
    public static Identification of(
            Earlier earlier, ParsedText raw, Map<String, Optional<ClauseId>> decided, Set<ClauseId> editorial) {
        return new Identification(earlier, raw, decided, editorial);
    }

    /** Of a text that was not there before: every clause has the id of its place. */
    public static List<ClauseChange> ofNew(ParsedText raw) {
        return IntStream.range(0, raw.resolution().clauses().size())
                .mapToObj(n -> {
                    var clause = raw.resolution().clauses().get(n);
                    return change(Kind.ADDED, raw, n, clause.id(), 0);
                })
                .toList();
    }

    /** The clauses of the later version; one that is undecided has the id of the earlier clause that it may be. */
    public List<Clause> clauses() {
        return Collections.unmodifiableList(identified);
    }

    public List<ClauseChange> changes() {
        return Collections.unmodifiableList(changes);
    }

    /** What a person must say first. */
    public List<ClauseChange> undecided() {
        return changes.stream().filter(change -> change.kind() == Kind.UNSURE).toList();
    }

    public Set<ClauseId> retired() {
        return Collections.unmodifiableSet(retired);
    }

    /** Clauses that were removed before and stand here again. */
    public Collection<ClauseId> returned() {
        return Collections.unmodifiableCollection(returned.values());
    }

    /** Clauses that now say something else, or are no more. */
    public Set<ClauseId> outdated() {
        return Collections.unmodifiableSet(outdated);
    }

    static List<Written> written(ParsedText text) {
        var clauses = text.resolution().clauses();
        return IntStream.range(0, clauses.size())
                .mapToObj(i -> new Written(
                        clauses.get(i).id(),
                        clauses.get(i).depth(),
                        clauses.get(i).title(),
                        text.words().get(i),
                        clauses.get(i).hash()))
                .toList();
    }

    private Map<Integer, Optional<Integer>> indexes(Map<String, Optional<ClauseId>> decided) {
        Map<Integer, Optional<Integer>> indexes = new HashMap<>();
        Set<ClauseId> given = new HashSet<>();
        decided.forEach((place, clause) -> {
            int n = index(raw.resolution().clauses(), place);
            clause.filter(id -> !given.add(id)).ifPresent(id -> {
                throw new Undecidable(id.value());
            });
            clause.filter(earlier.retired()::contains).ifPresent(id -> returned.put(n, id));
            indexes.put(
                    n,
                    clause.filter(id -> !earlier.retired().contains(id))
                            .map(id -> index(earlier.clauses(), id.value())));
        });
        return indexes;
    }

    private static int index(List<Clause> clauses, String id) {
        return IntStream.range(0, clauses.size())
                .filter(i -> clauses.get(i).id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new Undecidable(id));
    }

    private void identify() {
        Set<ClauseId> used = new HashSet<>(retired);
        earlier.clauses().forEach(clause -> used.add(clause.id()));
        for (int n = 0; n < verdicts.size(); n++) {
            var clause = raw.resolution().clauses().get(n);
            switch (verdicts.get(n)) {
                case Verdict.Same(int e, double likeness) -> identified.add(same(e, n, likeness));
                case Verdict.Unsure(int e, double likeness) -> {
                    var before = earlier.clauses().get(e);
                    changes.add(change(Kind.UNSURE, raw, n, before.id(), likeness));
                    identified.add(clause.as(before.id(), clause.hash()));
                }
                case Verdict.New() -> {
                    var back = returned.get(n);
                    var id = back == null ? clause.id().unlessIn(used) : back;
                    used.add(id);
                    retired.remove(id);
                    changes.add(change(Kind.ADDED, raw, n, id, 0));
                    identified.add(clause.as(id, clause.hash()));
                }
            }
        }
    }

    private Clause same(int e, int n, double likeness) {
        var before = earlier.clauses().get(e);
        var clause = raw.resolution().clauses().get(n);
        boolean reworded = !clause.hash().equals(before.hash());
        boolean moved =
                !clause.id().equals(earlier.raw().resolution().clauses().get(e).id());
        if (reworded || moved) {
            var kind = moved ? reworded ? Kind.MOVED_AND_REWORDED : Kind.MOVED : Kind.REWORDED;
            changes.add(change(kind, raw, n, before.id(), likeness));
        }
        boolean material = reworded && !editorial.contains(before.id());
        var substance = material ? clause.hash() : before.substance();
        if (!substance.equals(before.substance())) {
            outdated.add(before.id());
        }
        return clause.as(before.id(), substance);
    }

    private void findVanished() {
        Set<ClauseId> here = new HashSet<>();
        identified.forEach(clause -> here.add(clause.id()));
        for (int e = 0; e < earlier.clauses().size(); e++) {
            var clause = earlier.clauses().get(e);
            if (!here.contains(clause.id())) {
                var place = earlier.raw().resolution().clauses().get(e).id().value();
                changes.add(new ClauseChange(Kind.VANISHED, place, clause.label(), clause.title(), clause.id(), 0, 0));
                retired.add(clause.id());
                outdated.add(clause.id());
            }
        }
    }

    private static ClauseChange change(Kind kind, ParsedText raw, int n, ClauseId id, double likeness) {
        var clause = raw.resolution().clauses().get(n);
        return new ClauseChange(
                kind,
                clause.id().value(),
                clause.label(),
                clause.title(),
                id,
                likeness,
                raw.lines().get(n));
    }
}
