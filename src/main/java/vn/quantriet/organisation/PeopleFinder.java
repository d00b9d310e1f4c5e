package vn.quantriet.organisation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds people and units by words of their names, as they are typed: in any order, with or without accents, each as far as it was
 * typed. Secretaries and administrators find those of the units they answer for and below; anyone else finds nothing.
 *
 * <p>Never reads all people of a large organisation, whatever database it is kept in. Below few units, their members are read by unit
 * and compared. Below many, the typed word that the fewest names have is looked up among the words of names, whose order is its
 * index; those members are read by their ids, some at a time, and compared, until there are enough. Of a word that very many names
 * have, only the first {@value #MOST_READ} are compared: with so many, and another word in common, the answer is nearly always full
 * before, and where it is not it says that it is not complete.
 */
@Service
@Transactional(readOnly = true)
public class PeopleFinder {
    /** Names that are compared at most. */
    static final int MOST_READ = 20_000;

    private static final int IN_ONE_GO = 1_000;
    private static final int FEW_UNITS = 200;
    private static final int MOST_TYPED = 6;
    private static final int LONGEST_TYPED = 60;

    /** How many more are read than answered, so that the best come first. */
    private static final int TO_CHOOSE_FROM = 5;

    private final CurrentMember current;
    private final UnitTree tree;
    private final Members members;
    private final int fewUnits;
    private volatile FoldedUnits folded = new FoldedUnits(List.of(), List.of());

    @Autowired
    PeopleFinder(CurrentMember current, UnitTree tree, Members members) {
        this(current, tree, members, FEW_UNITS);
    }

    /** @param fewUnits whose members are read by unit */
    PeopleFinder(CurrentMember current, UnitTree tree, Members members, int fewUnits) {
        this.current = current;
        this.tree = tree;
        this.members = members;
        this.fewUnits = fewUnits;
    }

    /**
     * What was found, the likeliest first.
     *
     * @param complete whether nobody was passed over but for want of room
     */
    public record Found(List<MemberProfile> people, List<Unit> units, boolean complete) {
        static final Found NOTHING = new Found(List.of(), List.of(), true);

        public Found {
            people = List.copyOf(people);
            units = List.copyOf(units);
        }
    }

    private record FoldedUnit(Unit unit, List<String> words) {}

    private record FoldedUnits(List<Unit> units, List<FoldedUnit> folded) {}

    /** Whether the acting member may find anybody. */
    public boolean isOpen() {
        return current.isSignedIn() && !charge().isEmpty();
    }

    /** @param limit of people, and of units */
    public Found find(String typed, int limit) {
        if (!current.isSignedIn() || typed.length() > LONGEST_TYPED) {
            return Found.NOTHING;
        }
        List<String> words = MemberWords.of(typed);
        if (words.isEmpty()
                || words.size() > MOST_TYPED
                || String.join("", words).length() < 2) {
            return Found.NOTHING;
        }
        List<Unit> charge = charge();
        if (charge.isEmpty()) {
            return Found.NOTHING;
        }
        var within = units().stream()
                .filter(unit -> charge.stream().anyMatch(unit.unit()::isWithin))
                .toList();
        var units = within.stream()
                .filter(unit -> Members.begin(unit.words(), words))
                .map(FoldedUnit::unit)
                .limit(limit)
                .toList();
        Set<UnitId> ids = within.stream().map(unit -> unit.unit().id()).collect(Collectors.toSet());
        Map<MemberId, MemberProfile> people = new LinkedHashMap<>();
        members.findByCode(typed.strip())
                .or(() -> members.findByCode(typed.strip().toUpperCase(Locale.ROOT)))
                .filter(member -> ids.contains(member.unit()))
                .ifPresent(member -> people.put(member.id(), member));
        var named = ids.size() <= fewUnits
                ? new Named(members.namedIn(ids, words, TO_CHOOSE_FROM * limit), true)
                : namedAnywhere(ids, words, TO_CHOOSE_FROM * limit);
        named.people().stream()
                .sorted(likeliest(typed, words))
                .forEach(member -> people.putIfAbsent(member.id(), member));
        return new Found(people.values().stream().limit(limit).toList(), units, named.complete());
    }

    private record Named(List<MemberProfile> people, boolean complete) {}

    private Named namedAnywhere(Set<UnitId> units, List<String> words, int enough) {
        List<Long> ids = members.withRarest(words, MOST_READ);
        List<MemberProfile> people = new ArrayList<>();
        for (int from = 0; from < ids.size() && people.size() < enough; from += IN_ONE_GO) {
            members.named(ids.subList(from, Math.min(ids.size(), from + IN_ONE_GO)), words).stream()
                    .filter(member -> units.contains(member.unit()))
                    .forEach(people::add);
        }
        return new Named(people, people.size() >= enough || ids.size() < MOST_READ);
    }

    /** First those who bear the words as they were typed, then those who bear them whole, then by name. */
    private static Comparator<MemberProfile> likeliest(String typed, List<String> words) {
        var written = writtenWords(typed);
        return Comparator.comparing((MemberProfile member) ->
                        !writtenWords(member.fullName()).containsAll(written))
                .thenComparing(member -> !MemberWords.of(member.fullName()).containsAll(words))
                .thenComparing(member -> Members.fold(member.fullName()))
                .thenComparing(member -> member.id().value());
    }

    private static Set<String> writtenWords(String name) {
        var composed = Normalizer.normalize(name, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
        return new HashSet<>(List.of(composed.split("\\s+")));
    }

    /** The units that the acting member answers for; of one within another both. */
    private List<Unit> charge() {
        return Stream.of(Role.SECRETARY, Role.ADMINISTRATOR)
                .flatMap(role -> current.unitsAs(role).stream())
                .distinct()
                .toList();
    }

    /** Only when the tree has changed since somebody last looked are its names folded again. */
    private List<FoldedUnit> units() {
        var now = tree.all();
        var known = folded;
        if (known.units() != now) {
            known = new FoldedUnits(
                    now,
                    now.stream()
                            .map(unit -> new FoldedUnit(unit, MemberWords.of(unit.name() + " " + unit.code())))
                            .toList());
            folded = known;
        }
        return known.folded();
    }
}
