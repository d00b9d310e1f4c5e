package vn.quantriet.organisation;

import java.time.Clock;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings units and members in from two CSV files. Both are matched by code, so the same import twice changes nothing the
 * second time. Nobody is ever deleted: whoever is missing from the file stays as they are. Only an administrator of the whole
 * tree may import.
 */
@Service
public class OrganisationImport {
    private final StoredOrganisation stored;
    private final ImportWriter writer;
    private final CachedUnitTree tree;
    private final CurrentMember currentMember;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OrganisationImport(
            StoredOrganisation stored,
            ImportWriter writer,
            CachedUnitTree tree,
            CurrentMember currentMember,
            ApplicationEventPublisher events,
            Clock clock) {
        this.stored = stored;
        this.writer = writer;
        this.tree = tree;
        this.currentMember = currentMember;
        this.events = events;
        this.clock = clock;
    }

    /** How many rows of a file do what; one that moves is counted there alone. */
    public record Counts(int added, int changed, int moved, int unchanged) {
        public int changes() {
            return added + changed + moved;
        }
    }

    /** What an import would do. It can be applied when there are no problems. */
    public record Preview(Counts units, Counts members, List<ImportProblem> problems) {
        public Preview {
            problems = List.copyOf(problems);
        }

        public boolean isApplicable() {
            return problems.isEmpty();
        }
    }

    /** Says what {@link #apply} would do, and changes nothing. A blank text stands for a file that is left out. */
    @Transactional(readOnly = true)
    public Preview preview(String unitsCsv, String membersCsv) {
        return plan(unitsCsv, membersCsv, Optional.of(importer())).preview();
    }

    /**
     * Applies all of it or nothing.
     *
     * @return what was done
     * @throws ImportRefused when there is any problem; then nothing has changed
     */
    @Transactional
    public Preview apply(String unitsCsv, String membersCsv) {
        return apply(unitsCsv, membersCsv, Optional.of(importer()));
    }

    /** As {@link #apply}, by the portal itself into an empty tree. */
    @Transactional
    Preview applyIntoEmptyTree(String unitsCsv, String membersCsv) {
        if (!stored.read().units().isEmpty()) {
            throw new IllegalStateException("there are units already");
        }
        return apply(unitsCsv, membersCsv, Optional.empty());
    }

    private Preview apply(String unitsCsv, String membersCsv, Optional<MemberId> acting) {
        ImportPlan plan = plan(unitsCsv, membersCsv, acting);
        if (!plan.problems().isEmpty()) {
            throw new ImportRefused(plan.problems());
        }
        writer.write(plan);
        tree.replaceAfterCommit();
        Preview done = plan.preview();
        events.publishEvent(
                new OrganisationChanged(done.units().changes(), done.members().changes()));
        return done;
    }

    private ImportPlan plan(String unitsCsv, String membersCsv, Optional<MemberId> acting) {
        ImportRows rows = ImportRows.read(unitsCsv, membersCsv, Year.now(clock));
        return new ImportPlanner(rows, stored.read(), acting).plan();
    }

    private MemberId importer() {
        Unit root = tree.root().orElseThrow(() -> new AccessDeniedException("there is no unit to administer"));
        currentMember.requireRoleIn(Role.ADMINISTRATOR, root.id());
        return currentMember.id();
    }
}
