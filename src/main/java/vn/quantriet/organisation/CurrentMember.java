package vn.quantriet.organisation;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who is acting in this request, and what they may do where. */
public interface CurrentMember {

    /** @throws org.springframework.security.access.AccessDeniedException when nobody is signed in */
    MemberId id();

    boolean isSignedIn();

    MemberProfile profile();

    /** The member's own unit. */
    Unit unit();

    /** Every role held anywhere. */
    Set<Role> roles();

    /** Every unit for which {@code role} was granted, highest first and then by code; none when it is held nowhere. */
    List<Unit> unitsAs(Role role);

    /** The first of {@link #unitsAs}; absent when {@code role} is held nowhere. */
    default Optional<Unit> topUnitAs(Role role) {
        return unitsAs(role).stream().findFirst();
    }

    /** Whether {@code role} is held for {@code unit} or one of its superiors. */
    boolean hasRoleIn(Role role, UnitId unit);

    /**
     * Refuses unless {@code role} is held for {@code unit} or one of its superiors. An unknown unit is refused in the same
     * words as a forbidden one, so that addresses cannot be probed.
     *
     * @throws org.springframework.security.access.AccessDeniedException
     */
    void requireRoleIn(Role role, UnitId unit);
}
