package vn.quantriet.study;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.quantriet.content.Clause;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.Holding;
import vn.quantriet.content.Library;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.CurrentMember;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.study.ledger.Act;
import vn.quantriet.study.ledger.Deed;
import vn.quantriet.study.ledger.MemberTurns;
import vn.quantriet.study.ledger.Turn;

/**
 * Credits reading from heartbeats. The time between two heartbeats, both stamped by the server, goes to the clauses that were
 * in view at both, in the order in which one reads, to each at most what skimming it takes. So credit never exceeds the time that
 * passed, whatever a browser claims, and scrolling past gives none.
 */
@Service
class Reading {
    /** After a longer silence the reader was away; the gap gives no credit. */
    static final Duration LONGEST_GAP = Duration.ofSeconds(15);

    /** No screen shows more clauses than this at a readable size. */
    private static final int MOST_VISIBLE = 40;

    private final Library library;
    private final CurrentMember current;
    private final MemberTurns turns;
    private final ReaderLeases leases;
    private final ClauseReadings readings;
    private final Progress progress;
    private final Clock clock;

    Reading(
            Library library,
            CurrentMember current,
            MemberTurns turns,
            ReaderLeases leases,
            ClauseReadings readings,
            Progress progress,
            Clock clock) {
        this.library = library;
        this.current = current;
        this.turns = turns;
        this.leases = leases;
        this.readings = readings;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * What an open page reports.
     *
     * @param reader random name of the page, so that two windows of one member can be told apart
     * @param visible clauses in view, in reading order
     * @param at the clause at the reading line
     * @param takeOver whether this page now becomes the one that counts
     */
    record Beat(String reader, List<ClauseId> visible, Optional<ClauseId> at, boolean takeOver) {
        Beat {
            if (reader.isEmpty() || reader.length() > 36) {
                throw new IllegalArgumentException(
                        "expected a reader name of 1 to 36 characters, got " + reader.length());
            }
            visible = visible.stream().distinct().limit(MOST_VISIBLE).toList();
        }
    }

    /**
     * Where the member stands after a heartbeat.
     *
     * @param shares how much of each clause that changed is read, 0 to 1
     * @param superseded another page of the member counts now; nothing was credited
     */
    record Standing(Map<ClauseId, Double> shares, int read, int readable, boolean completed, boolean superseded) {}

    /** @throws vn.quantriet.content.ResolutionNotFound when there is no such text */
    public Standing beat(ResolutionId text, Beat beat) {
        Holding holding = library.get(text);
        MemberId member = current.id();
        return turns.inTurn(member, turn -> record(turn, holding, beat));
    }

    private Standing record(Turn turn, Holding holding, Beat beat) {
        MemberId member = turn.member();
        Resolution text = holding.resolution();
        Instant now = clock.instant();
        StudyRecord record = progress.begin(member, text);
        Optional<ReaderLease> held = leases.findById(member.value());
        if (held.isPresent() && !held.get().isHeldBy(beat.reader()) && !beat.takeOver()) {
            return standing(text, record, Map.of(), true);
        }
        var visible = beat.visible().stream()
                .filter(id -> text.clause(id).isPresent())
                .toList();
        Map<ClauseId, Double> changed = held.filter(lease -> lease.isHeldBy(beat.reader()) && lease.isOn(text.id()))
                .map(lease -> credit(turn, text, visible, lease, now))
                .orElse(Map.of());
        held.ifPresentOrElse(
                lease -> lease.take(beat.reader(), text.id(), visible, now),
                () -> leases.save(new ReaderLease(member, beat.reader(), text.id(), visible, now)));
        beat.at().filter(clause -> text.clause(clause).isPresent()).ifPresent(clause -> record.stopAt(clause, now));
        progress.review(turn, holding, record);
        return standing(text, record, changed, false);
    }

    private Map<ClauseId, Double> credit(
            Turn turn, Resolution text, List<ClauseId> visible, ReaderLease lease, Instant now) {
        MemberId member = turn.member();
        Duration left = lease.since(now);
        if (left.compareTo(LONGEST_GAP) > 0 || left.isNegative()) {
            return Map.of();
        }
        var seenBefore = lease.visible();
        var read = readClauses(member, text);
        Map<ClauseId, Double> changed = new LinkedHashMap<>();
        for (Clause clause : text.readableClauses()) {
            boolean inView = visible.contains(clause.id()) && seenBefore.contains(clause.id());
            if (inView && left.isPositive() && !read.isRead(clause)) {
                ClauseReading reading = read.find(clause).orElseGet(() -> begin(member, text, clause));
                left = left.minus(reading.credit(clause, left, now));
                changed.put(clause.id(), reading.share(clause));
                if (reading.isRead(clause)) {
                    turn.append(
                            Deed.by(member, Act.CLAUSE_READ, text.id(), Optional.of(clause.id()), clause.hash(), ""));
                }
            }
        }
        return changed;
    }

    private ClauseReading begin(MemberId member, Resolution text, Clause clause) {
        var key =
                new MemberClause(member.value(), text.id().value(), clause.id().value());
        return readings.save(new ClauseReading(key, clause));
    }

    /** How much of each clause the acting member has read, 0 to 1; clauses not begun are absent. */
    @Transactional(readOnly = true)
    public Map<ClauseId, Double> shares(Resolution text) {
        return readClauses(current.id(), text).shares();
    }

    private ReadClauses readClauses(MemberId member, Resolution text) {
        return new ReadClauses(text, readings.of(member.value(), text.id().value()));
    }

    private static Standing standing(
            Resolution text, StudyRecord record, Map<ClauseId, Double> changed, boolean superseded) {
        return new Standing(
                changed,
                record.readClauses(),
                text.readableClauses().size(),
                record.completedAt().isPresent(),
                superseded);
    }
}
