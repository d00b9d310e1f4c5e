package vn.quantriet.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.quantriet.organisation.CurrentMember;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.organisation.MemberProfile;
import vn.quantriet.organisation.PeopleFinder;
import vn.quantriet.organisation.Role;
import vn.quantriet.organisation.Unit;
import vn.quantriet.organisation.UnitId;
import vn.quantriet.organisation.UnitTree;

/**
 * Finds people and units by name for those who answer for them: secretaries and administrators, in their units and below. A plain
 * member finds none. Whoever opens an address is checked again there.
 */
@Service
public class PeopleSearch {
    private static final int MOST = 8;

    private final PeopleFinder finder;
    private final UnitTree tree;
    private final CurrentMember current;

    PeopleSearch(PeopleFinder finder, UnitTree tree, CurrentMember current) {
        this.finder = finder;
        this.tree = tree;
        this.current = current;
    }

    /**
     * A person.
     *
     * @param unit the name of theirs
     * @param href where the acting member sees that person among those of the unit, or the unit when persons are not listed to them
     */
    public record Person(MemberId id, String name, Optional<String> post, String unit, String href) {}

    /**
     * A unit.
     *
     * @param above the name of the one directly above, when the acting member answers for that too
     */
    public record Place(UnitId id, String name, Optional<String> above, String href) {}

    /**
     * At most eight of each, the likeliest first.
     *
     * @param complete false when the name is so common that somebody may have been passed over: another word helps
     */
    public record Found(List<Person> people, List<Place> units, boolean complete) {
        public Found {
            people = List.copyOf(people);
            units = List.copyOf(units);
        }

        public boolean isEmpty() {
            return people.isEmpty() && units.isEmpty();
        }
    }

    /** Whether the acting member may find anybody. */
    public boolean isOpen() {
        return finder.isOpen();
    }

    /** Any string is a valid query; one of more than six words, or none, finds nothing. */
    public Found find(String typed) {
        var found = finder.find(typed, MOST);
        return new Found(
                found.people().stream().map(this::person).toList(),
                found.units().stream().map(this::place).toList(),
                found.complete());
    }

    private Person person(MemberProfile member) {
        return new Person(
                member.id(),
                member.fullName(),
                member.post(),
                tree.get(member.unit()).name(),
                current.hasRoleIn(Role.ADMINISTRATOR, member.unit())
                        ? administration(member.unit()) + "&tim="
                                + URLEncoder.encode(member.code(), StandardCharsets.UTF_8)
                        : oversight(member.unit()));
    }

    private Place place(Unit unit) {
        return new Place(
                unit.id(),
                unit.name(),
                unit.parent()
                        .filter(this::answersFor)
                        .map(above -> tree.get(above).name()),
                current.hasRoleIn(Role.SECRETARY, unit.id()) ? oversight(unit.id()) : administration(unit.id()));
    }

    private boolean answersFor(UnitId unit) {
        return current.hasRoleIn(Role.SECRETARY, unit) || current.hasRoleIn(Role.ADMINISTRATOR, unit);
    }

    private static String administration(UnitId unit) {
        return "/quan-tri?don-vi=" + unit.value();
    }

    private static String oversight(UnitId unit) {
        return "/theo-doi?don-vi=" + unit.value();
    }
}
