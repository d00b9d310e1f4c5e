package vn.quantriet.search.lucene;

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

/** The member who is acting, whom a test changes. */
public final class SignedIn implements CurrentMember {
    private long member = 1;
    private String path = "/1/4/17/";

    /** The unit that the member administrates, with those below it. */
    Optional<UnitId> administrated = Optional.empty();

    public void as(long otherMember, String unitPath) {
        member = otherMember;
        path = unitPath;
    }

    @Override
    public MemberId id() {
        return new MemberId(member);
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
        return new Unit(new UnitId(17), Optional.empty(), "CB", "Chi bộ", Unit.Kind.CELL, path, 2);
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.MEMBER);
    }

    @Override
    public List<Unit> unitsAs(Role role) {
        return List.of();
    }

    @Override
    public boolean hasRoleIn(Role role, UnitId unit) {
        return role == Role.ADMINISTRATOR && administrated.equals(Optional.of(unit));
    }

    @Override
    public void requireRoleIn(Role role, UnitId unit) {
        if (!hasRoleIn(role, unit)) {
            throw new AccessDeniedException("not for this unit");
        }
    }
}
