package vn.quantriet.organisation;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * The member of Spring Security's context. Roles are read from the database at each question and never kept: one indexed
 * row or two cost microseconds, and a role that was taken away stops working at once, on every node.
 */
@Component
class SessionCurrentMember implements CurrentMember {

    private static final String REFUSED = "no such unit, or not in your charge";

    private final Members members;
    private final RoleGrants grants;
    private final UnitTree tree;

    SessionCurrentMember(Members members, RoleGrants grants, UnitTree tree) {
        this.members = members;
        this.grants = grants;
        this.tree = tree;
    }

    @Override
    public MemberId id() {
        return signedIn().orElseThrow(() -> new AccessDeniedException("nobody is signed in"));
    }

    @Override
    public boolean isSignedIn() {
        return signedIn().isPresent();
    }

    @Override
    public MemberProfile profile() {
        return members.get(id());
    }

    @Override
    public Unit unit() {
        return tree.get(profile().unit());
    }

    @Override
    public Set<Role> roles() {
        Set<Role> roles = EnumSet.of(Role.MEMBER);
        grants.of(id()).forEach(grant -> roles.add(grant.role()));
        return Set.copyOf(roles);
    }

    /** Everyone is a member of their own unit without a grant. */
    @Override
    public List<Unit> unitsAs(Role role) {
        if (role == Role.MEMBER) {
            return List.of(unit());
        }
        return grants.of(id()).stream()
                .filter(grant -> grant.role() == role)
                .flatMap(grant -> tree.find(grant.unit()).stream())
                .sorted(Comparator.comparingInt(Unit::depth).thenComparing(Unit::code))
                .toList();
    }

    @Override
    public boolean hasRoleIn(Role role, UnitId unit) {
        Optional<Unit> asked = tree.find(unit);
        return asked.isPresent()
                && unitsAs(role).stream().anyMatch(held -> asked.get().isWithin(held));
    }

    @Override
    public void requireRoleIn(Role role, UnitId unit) {
        if (!hasRoleIn(role, unit)) {
            throw new AccessDeniedException(REFUSED);
        }
    }

    private static Optional<MemberId> signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                        && authentication.isAuthenticated()
                        && authentication.getPrincipal() instanceof SignedInMember member
                ? Optional.of(member.id())
                : Optional.empty();
    }
}
