package vn.quantriet.organisation;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** What belongs to nobody's unit but to the portal, such as the search index or the ledger: administrators of the topmost unit see to it. */
@Component
public class WholePortal {
    private final CurrentMember current;
    private final UnitTree tree;

    public WholePortal(CurrentMember current, UnitTree tree) {
        this.current = current;
        this.tree = tree;
    }

    /** @throws AccessDeniedException unless the acting member is an administrator of the topmost unit */
    public void requireAdministrator() {
        var root = tree.root().map(Unit::id).orElseThrow(() -> new AccessDeniedException("there is no unit yet"));
        current.requireRoleIn(Role.ADMINISTRATOR, root);
    }
}
