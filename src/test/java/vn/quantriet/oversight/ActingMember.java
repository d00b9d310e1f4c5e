package vn.quantriet.oversight;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import vn.quantriet.organisation.CurrentMember;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.organisation.MemberProfile;
import vn.quantriet.organisation.Role;
import vn.quantriet.organisation.Unit;
import vn.quantriet.organisation.UnitId;
import vn.quantriet.organisation.UnitTree;

/** Whoever the test lets act: secretary of one unit, or of none. */
class ActingMember implements CurrentMember {
    private final UnitTree units;
    private final SampleMembers members;
    private @Nullable Unit secretaryOf;

    ActingMember(UnitTree units, SampleMembers members) {
        this.units = units;
        this.members = members;
    }

    void becomeSecretaryOf(Unit unit) {
        secretaryOf = unit;
    }

    void becomeOrdinary() {
        secretaryOf = null;
    }

    @Override
    public MemberId id() {
        return new MemberId(1);
    }

    @Override
    public boolean isSignedIn() {
        return true;
    }

    @Override
    public MemberProfile profile() {
        return members.get(id());
    }

    @Override
    public Unit unit() {
        return units.get(profile().unit());
    }

    @Override
    public Set<Role> roles() {
        return secretaryOf == null ? Set.of(Role.MEMBER) : Set.of(Role.MEMBER, Role.SECRETARY);
    }

    @Override
    public List<Unit> unitsAs(Role role) {
        return role == Role.SECRETARY && secretaryOf != null ? List.of(secretaryOf) : List.of();
    }

    @Override
    public boolean hasRoleIn(Role role, UnitId unit) {
        return topUnitAs(role)
                .flatMap(top -> units.find(unit).map(found -> found.isWithin(top)))
                .orElse(false);
    }

    @Override
    public void requireRoleIn(Role role, UnitId unit) {
        if (!hasRoleIn(role, unit)) {
            throw new AccessDeniedException("refused");
        }
    }
}
