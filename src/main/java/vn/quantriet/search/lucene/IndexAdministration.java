package vn.quantriet.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import vn.quantriet.organisation.WholePortal;
import vn.quantriet.search.IndexReport;
import vn.quantriet.search.IndexUpkeep;
import vn.quantriet.search.SharedReport;

/** Lets administrators of the topmost unit see to the index, which is everybody's. */
@Service
class IndexAdministration implements IndexUpkeep {
    private final IndexCare care;
    private final WholePortal portal;
    private final ObjectProvider<SharedUpkeep> shared;

    IndexAdministration(IndexCare care, WholePortal portal, ObjectProvider<SharedUpkeep> shared) {
        this.care = care;
        this.portal = portal;
        this.shared = shared;
    }

    @Override
    public IndexReport report() {
        portal.requireAdministrator();
        try {
            return care.report();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<SharedReport> shared() {
        portal.requireAdministrator();
        return Optional.ofNullable(shared.getIfAvailable()).map(SharedUpkeep::report);
    }

    @Override
    public void rebuild() {
        portal.requireAdministrator();
        care.rebuild();
        shared.ifAvailable(SharedUpkeep::rebuild);
    }
}
