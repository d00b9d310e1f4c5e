package vn.quantriet.search.opensearch;

import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quantriet.search.SharedReport;
import vn.quantriet.search.SharedReport.Condition;
import vn.quantriet.search.opensearch.SharedIndexes.Age;
import vn.quantriet.search.opensearch.SharedIndexes.Serving;

/** Whether OpenSearch may be asked, as this node last saw it. Safe for use by many threads, which never wait here. */
final class Reach {
    private static final Logger LOG = LoggerFactory.getLogger(Reach.class);

    private final SharedIndexes glance;
    private final String address;
    private final Clock clock;
    private State state;

    /** @param glance to see, in the course of a question, whether another index has taken over; to be given up soon */
    Reach(SharedIndexes glance, String address, Clock clock) {
        this.glance = glance;
        this.address = address;
        this.clock = clock;
        state = new State(new SharedReport(Condition.FILLING, clock.instant(), address, 0), Optional.empty());
    }

    /** @param index to be asked; absent when it must not be */
    private record State(SharedReport report, Optional<String> index) {}

    synchronized SharedReport report() {
        return state.report();
    }

    /** The index to be asked; absent while the local one answers instead. */
    synchronized Optional<String> asked() {
        return state.index();
    }

    /** Whether there is no use in sending anything. */
    boolean isAway() {
        return switch (report().condition()) {
            case ANSWERS, FILLING -> false;
            case UNREACHABLE, REFUSED, TOO_OLD, OF_A_NEWER_PORTAL, FAILING -> true;
        };
    }

    void answers(String index, long passages) {
        become(Condition.ANSWERS, Optional.of(index), passages);
    }

    /** From now on the local index answers. */
    void not(Condition condition) {
        become(condition, Optional.empty(), 0);
    }

    /** The same, until a look finds that OpenSearch answers again. */
    void away(NotAnswered failure) {
        if (report().condition() != failure.condition()) {
            LOG.warn(
                    "OpenSearch at {} does not answer: {}; the index of this machine does",
                    address,
                    failure.getMessage());
        }
        not(failure.condition());
    }

    /**
     * Asked by whom an index did not answer.
     *
     * @return whether another has taken its place, which may be asked instead
     */
    boolean isReplaced(String index) {
        try {
            var now = glance.serving().filter(s -> s.age() == Age.SAME).map(Serving::index);
            if (now.isEmpty() || now.get().equals(index)) {
                return false;
            }
            synchronized (this) {
                if (state.index().equals(Optional.of(index))) {
                    answers(now.get(), state.report().passages());
                }
                return state.index().isPresent();
            }
        } catch (NotAnswered e) {
            away(e);
            return false;
        }
    }

    private synchronized void become(Condition condition, Optional<String> index, long passages) {
        var before = state.report();
        if (condition == Condition.ANSWERS && before.condition() != condition) {
            LOG.info("OpenSearch at {} answers", address);
        }
        state = new State(
                new SharedReport(
                        condition,
                        before.condition() == condition ? before.since() : clock.instant(),
                        address,
                        passages),
                index);
    }
}
