package vn.quantriet.search.use;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import vn.quantriet.organisation.CurrentMember;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.search.SearchUse;
import vn.quantriet.search.use.TodaysAskers.What;
import vn.quantriet.search.use.UsedQueries.Used;

/**
 * Counts in memory what is asked, and hands it on every few seconds in one batch: a member's page waits for no database. What a killed
 * process had not handed on, at most five seconds, is lost. Safe for use by many threads.
 */
@Service
class UseTally implements SearchUse, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(UseTally.class);
    private static final String EVERY_FIVE_SECONDS = "PT5S";

    /** How many members make a query nobody's own. */
    static final int SEVERAL = 3;

    /** Some 20 MB. */
    private static final int MOST_ASKERS = 200_000;

    /** Of different queries not handed on yet; further ones are lost. */
    private static final int MOST_WAITING = 20_000;

    private final UsedQueries queries;
    private final CurrentMember current;
    private final Clock clock;
    private final TodaysAskers askers;
    private Map<Used, UseCounts> waiting = new HashMap<>();

    @Autowired
    UseTally(UsedQueries queries, CurrentMember current, Clock clock) {
        this(queries, current, clock, MOST_ASKERS);
    }

    UseTally(UsedQueries queries, CurrentMember current, Clock clock, int mostAskers) {
        this.queries = queries;
        this.current = current;
        this.clock = clock;
        this.askers = new TodaysAskers(mostAskers);
    }

    @Override
    public void asked(String text, boolean found) {
        count(text, found, false);
    }

    @Override
    public void opened(String text) {
        count(text, true, true);
    }

    private void count(String typed, boolean found, boolean opened) {
        if (current.isSignedIn()) {
            var member = current.id();
            QueryText.of(typed).ifPresent(text -> count(text, member, found, opened));
        }
    }

    private synchronized void count(QueryText text, MemberId member, boolean found, boolean opened) {
        var today = LocalDate.now(clock);
        var asked = askers.tell(What.ASKED, text, member, today);
        var counts = new UseCounts(
                one(asked.first()),
                one(!found && askers.tell(What.MISSED, text, member, today).first()),
                one(opened && askers.tell(What.OPENED, text, member, today).first()),
                asked.members() >= SEVERAL);
        if (counts.isNothing()) {
            return;
        }
        var used = new Used(text, today);
        if (waiting.size() < MOST_WAITING || waiting.containsKey(used)) {
            waiting.merge(used, counts, UseCounts::plus);
        }
    }

    private static int one(boolean counts) {
        return counts ? 1 : 0;
    }

    /** Hands on what was counted. What cannot be written now, such as while another node writes the same, waits for the next time. */
    @Scheduled(fixedDelayString = EVERY_FIVE_SECONDS)
    void handOn() {
        Map<Used, UseCounts> taken;
        synchronized (this) {
            taken = waiting;
            waiting = new HashMap<>();
        }
        if (taken.isEmpty()) {
            return;
        }
        try {
            queries.add(taken);
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("what was asked could not be kept, and is tried again", e);
            synchronized (this) {
                taken.forEach((used, counts) -> {
                    if (waiting.size() < MOST_WAITING || waiting.containsKey(used)) {
                        waiting.merge(used, counts, UseCounts::plus);
                    }
                });
            }
        }
    }

    @Override
    public void destroy() {
        handOn();
    }
}
