package vn.quantriet.study.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.quantriet.organisation.WholePortal;

/** Lets administrators of the whole portal have the ledger recomputed while it is in use, and see its seals. */
@Service
public class LedgerInspection {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerInspection.class);

    private final LedgerCheck check;
    private final JdbcClient jdbc;
    private final WholePortal portal;
    private final Clock clock;
    private final AtomicReference<State> state = new AtomicReference<>(new State.NotBegun());

    LedgerInspection(LedgerCheck check, JdbcClient jdbc, WholePortal portal, Clock clock) {
        this.check = check;
        this.jdbc = jdbc;
        this.portal = portal;
        this.clock = clock;
    }

    /** How far the last inspection has come since this node was started. */
    public sealed interface State {
        /** None was asked for. */
        record NotBegun() implements State {}

        /** @param members that have been looked at, of so many */
        record Running(long members, long all) implements State {}

        record Finished(Instant at, LedgerCheck.Report report) implements State {}

        /** It could not be brought to its end, and says nothing of the ledger. */
        record Failed(Instant at) implements State {}
    }

    /** @throws org.springframework.security.access.AccessDeniedException */
    public State state() {
        portal.requireAdministrator();
        return state.get();
    }

    /**
     * The newest seals, the last one first.
     *
     * @throws org.springframework.security.access.AccessDeniedException
     */
    public List<Seal> seals(int most) {
        portal.requireAdministrator();
        return jdbc.sql("select * from ledger_seal order by number desc limit ?")
                .param(most)
                .query(Seal::read)
                .list();
    }

    /**
     * Begins in the background; without effect while one is running.
     *
     * @throws org.springframework.security.access.AccessDeniedException
     */
    public void begin() {
        portal.requireAdministrator();
        State before = state.get();
        var begun = new State.Running(0, 0);
        if (!(before instanceof State.Running) && state.compareAndSet(before, begun)) {
            Thread.ofVirtual().name("ledger-inspection").start(this::inspect);
        }
    }

    private void inspect() {
        try {
            long all = jdbc.sql("select count(*) from ledger_head")
                    .query(Long.class)
                    .single();
            var report = check.everything(members -> state.set(new State.Running(members, all)));
            state.set(new State.Finished(clock.instant(), report));
            if (!report.isSound()) {
                LOG.warn("the ledger does not fit in {} places", report.broken());
            }
        } catch (RuntimeException e) {
            LOG.warn("the ledger could not be inspected", e);
            state.set(new State.Failed(clock.instant()));
        }
    }
}
