package vn.quantriet.editing;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.access.AccessDeniedException;
import vn.quantriet.organisation.CurrentMember;
import vn.quantriet.organisation.MemberDirectory;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.organisation.MemberNotFound;
import vn.quantriet.organisation.MemberProfile;
import vn.quantriet.organisation.Role;
import vn.quantriet.organisation.Unit;
import vn.quantriet.organisation.UnitId;

/** Whoever the test says is acting. Everybody belongs to the one unit there is, but for those who are said to be elsewhere. */
public class ActingMember implements CurrentMember, MemberDirectory {
    private static final UnitId UNIT = new UnitId(1);
    private static final UnitId ELSEWHERE = new UnitId(2);

    private final Map<MemberId, MemberProfile> people = new HashMap<>();
    private MemberProfile profile = person(1, "Nguyễn Thu Hà", UNIT);
    private Set<Role> roles = Set.of(Role.MEMBER);

    public void is(long id, String fullName, Role... granted) {
        profile = person(id, fullName, UNIT);
        roles = Set.of(granted);
    }

    /** Holds the roles for another unit. */
    public void isElsewhere(long id, String fullName, Role... granted) {
        profile = person(id, fullName, ELSEWHERE);
        roles = Set.of(granted);
    }

    private MemberProfile person(long id, String fullName, UnitId unit) {
        var person = new MemberProfile(new MemberId(id), "DV" + id, fullName, unit, true, Optional.empty());
        people.put(person.id(), person);
        return person;
    }

    @Override
    public MemberId id() {
        return profile.id();
    }

    @Override
    public boolean isSignedIn() {
        return true;
    }

    @Override
    public MemberProfile profile() {
        return profile;
    }

    @Override
    public Unit unit() {
        return new Unit(
                profile.unit(), Optional.empty(), "T", "Đảng bộ (mẫu)", Unit.Kind.PROVINCIAL_COMMITTEE, "/1/", 0);
    }

    @Override
    public Set<Role> roles() {
        return roles;
    }

    @Override
    public List<Unit> unitsAs(Role role) {
        return roles.contains(role) ? List.of(unit()) : List.of();
    }

    @Override
    public boolean hasRoleIn(Role role, UnitId unit) {
        return roles.contains(role) && unit.equals(profile.unit());
    }

    @Override
    public void requireRoleIn(Role role, UnitId unit) {
        if (!hasRoleIn(role, unit)) {
            throw new AccessDeniedException("refused");
        }
    }

    @Override
    public MemberProfile get(MemberId id) {
        return Optional.ofNullable(people.get(id)).orElseThrow(() -> new MemberNotFound(id));
    }

    @Override
    public Optional<MemberProfile> findByCode(String code) {
        return people.values().stream().filter(p -> p.code().equals(code)).findFirst();
    }

    @Override
    public Map<MemberId, MemberProfile> profiles(Collection<MemberId> ids) {
        return ids.stream().distinct().filter(people::containsKey).collect(Collectors.toMap(id -> id, people::get));
    }

    @Override
    public List<MemberPlace> partyMembersWithin(Unit unit) {
        return List.of();
    }
}
