package vn.quantriet.lectures;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import vn.quantriet.organisation.CurrentMember;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.organisation.MemberProfile;
import vn.quantriet.organisation.Role;
import vn.quantriet.organisation.Unit;
import vn.quantriet.organisation.UnitId;

/** Whoever the test says is acting, in the one unit there is. */
public class ActingMember implements CurrentMember {
    private static final UnitId UNIT = new UnitId(1);

    private MemberProfile profile = profile(1, "Nguyễn Thu Hà");
    private Set<Role> roles = Set.of(Role.MEMBER);

    public void is(long id, String fullName, Role... granted) {
        profile = profile(id, fullName);
        roles = Set.of(granted);
    }

    private static MemberProfile profile(long id, String fullName) {
        return new MemberProfile(new MemberId(id), "DV" + id, fullName, UNIT, true, Optional.empty());
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
        return new Unit(UNIT, Optional.empty(), "T", "Đảng bộ tỉnh (mẫu)", Unit.Kind.PROVINCIAL_COMMITTEE, "/1/", 0);
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
        return roles.contains(role) && unit.equals(UNIT);
    }

    @Override
    public void requireRoleIn(Role role, UnitId unit) {
        if (!hasRoleIn(role, unit)) {
            throw new AccessDeniedException("refused");
        }
    }
}
