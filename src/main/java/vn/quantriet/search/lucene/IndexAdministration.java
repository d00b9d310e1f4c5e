package vn.quantriet.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import vn.quantriet.organisation.CurrentMember;
import vn.quantriet.organisation.Role;
import vn.quantriet.organisation.Unit;
import vn.quantriet.organisation.UnitTree;
import vn.quantriet.search.IndexReport;
import vn.quantriet.search.IndexUpkeep;
import vn.quantriet.search.SharedReport;

/** Lets administrators of the topmost unit see to the index, which is everybody's. */
@Service
class IndexAdministration implements IndexUpkeep {
    private final IndexCare care;
    private final CurrentMember currentMember;
    private final UnitTree tree;
    private final ObjectProvider<SharedUpkeep> shared;

    IndexAdministration(
            IndexCare care, CurrentMember currentMember, UnitTree tree, ObjectProvider<SharedUpkeep> shared) {
        this.care = care;
        this.shared = shared;
        this.currentMember = currentMember;
        this.tree = tree;
    }

    @Override
    public IndexReport report() {
        requireAdministrator();
        try {
            return care.report();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<SharedReport> shared() {
        requireAdministrator();
        return Optional.ofNullable(shared.getIfAvailable()).map(SharedUpkeep::report);
    }

    @Override
    public void rebuild() {
        requireAdministrator();
        care.rebuild();
        shared.ifAvailable(SharedUpkeep::rebuild);
    }

    private void requireAdministrator() {
        var root = tree.root().map(Unit::id).orElseThrow(() -> new AccessDeniedException("there is no unit yet"));
        currentMember.requireRoleIn(Role.ADMINISTRATOR, root);
    }
}
