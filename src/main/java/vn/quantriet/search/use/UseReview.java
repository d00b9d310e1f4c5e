package vn.quantriet.search.use;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import vn.quantriet.organisation.CurrentMember;
import vn.quantriet.organisation.Role;

/**
 * What was asked in vain, for those who can help: editors and administrators; anyone else is refused with an
 * {@link AccessDeniedException}. A query is shown only once it was asked on two days or by three members of one day, and kept for half
 * a year.
 */
@Service
public class UseReview {
    public static final int PAGE_SIZE = 20;

    private static final Set<Role> REVIEWERS = EnumSet.of(Role.EDITOR, Role.ADMINISTRATOR);
    private static final int DAYS_KEPT = 180;
    private static final int LAST_PAGE = 1_000;

    private final UsedQueries queries;
    private final CurrentMember current;
    private final Clock clock;

    UseReview(UsedQueries queries, CurrentMember current, Clock clock) {
        this.queries = queries;
        this.current = current;
        this.clock = clock;
    }

    /** Why a query may want help. */
    public enum Want {
        NOTHING_FOUND,
        /** Something was found, and nobody ever opened it. */
        NOTHING_OPENED
    }

    /**
     * A query.
     *
     * @param times how often it was in vain so; each member counts once a day
     * @param asked how often in all
     */
    public record InVain(long id, String text, int times, int asked, LocalDate lastDay) {}

    /** One page; whether there is another after it. */
    public record Page(List<InVain> queries, boolean more) {
        public Page {
            queries = List.copyOf(queries);
        }
    }

    /** Whether the acting member may ask anything here. */
    public boolean isOpen() {
        return current.isSignedIn() && current.roles().stream().anyMatch(REVIEWERS::contains);
    }

    /**
     * Those that were in vain most often first.
     *
     * @param page from 1
     */
    public Page page(Want want, int page) {
        requireReviewer();
        int skip = (Math.clamp(page, 1, LAST_PAGE) - 1) * PAGE_SIZE;
        var rows = switch (want) {
            case NOTHING_FOUND -> queries.missed(skip, PAGE_SIZE + 1);
            case NOTHING_OPENED -> queries.unopened(skip, PAGE_SIZE + 1);
        };
        return new Page(
                rows.stream()
                        .limit(PAGE_SIZE)
                        .map(row -> new InVain(
                                row.id(),
                                row.text(),
                                want == Want.NOTHING_FOUND ? row.missed() : row.asked() - row.missed(),
                                row.asked(),
                                row.lastDay()))
                        .toList(),
                rows.size() > PAGE_SIZE);
    }

    /** Neither shows a query here nor suggests it any more. */
    public void ignore(long id) {
        requireReviewer();
        queries.ignore(id);
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT12H")
    void forget() {
        queries.forgetBefore(LocalDate.now(clock).minusDays(DAYS_KEPT));
    }

    private void requireReviewer() {
        if (!isOpen()) {
            throw new AccessDeniedException("expected one of the roles " + REVIEWERS);
        }
    }
}
