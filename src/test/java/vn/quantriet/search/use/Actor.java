package vn.quantriet.search.use;

import java.util.List;
import java.util.Set;
import vn.quantriet.organisation.CurrentMember;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.organisation.MemberProfile;
import vn.quantriet.organisation.Role;
import vn.quantriet.organisation.Unit;
import vn.quantriet.organisation.UnitId;

/** The member who is acting, whom a test changes. */
final class Actor implements CurrentMember {
    private MemberId id = new MemberId(1);
    private Set<Role> roles = Set.of(Role.MEMBER);

    void is(long member, Role... held) {
        id = new MemberId(member);
        roles = Set.of(held);
    }

    @Override
    public MemberId id() {
        return id;
    }

    @Override
    public boolean isSignedIn() {
        return true;
    }

    @Override
    public MemberProfile profile() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Unit unit() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<Role> roles() {
        return roles;
    }

    @Override
    public List<Unit> unitsAs(Role role) {
        return List.of();
    }

    @Override
    public boolean hasRoleIn(Role role, UnitId unit) {
        return false;
    }

    @Override
    public void requireRoleIn(Role role, UnitId unit) {
        throw new UnsupportedOperationException();
    }
}
