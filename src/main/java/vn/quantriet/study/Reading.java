package vn.quantriet.study;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
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

/**
 * Credits reading from heartbeats. The time between two heartbeats, both stamped by the server, goes to the clauses that were
 * in view at both, in the order in which one reads, to each at most what skimming it takes. So credit never exceeds the time that
 * passed, whatever a browser claims, and scrolling past gives none.
 */
@Service
@Transactional
class Reading {
    /** After a longer silence the reader was away; the gap gives no credit. */
    private static final Duration LONGEST_GAP = Duration.ofSeconds(15);

    /** No screen shows more clauses than this at a readable size. */
    private static final int MOST_VISIBLE = 40;

    private final Library library;
    private final CurrentMember current;
    private final ReaderLeases leases;
    private final ClauseReadings readings;
    private final Progress progress;
    private final StudyLedger ledger;
    private final Clock clock;

    Reading(
            Library library,
            CurrentMember current,
            ReaderLeases leases,
            ClauseReadings readings,
            Progress progress,
            StudyLedger ledger,
            Clock clock) {
        this.library = library;
        this.current = current;
        this.leases = leases;
        this.readings = readings;
        this.progress = progress;
        this.ledger = ledger;
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
    public Standing beat(ResolutionId textId, Beat beat) {
        Holding holding = library.get(textId);
        Resolution text = holding.resolution();
        MemberId member = current.id();
        Instant now = clock.instant();
        var visible = beat.visible().stream()
                .filter(id -> text.clause(id).isPresent())
                .toList();

        Optional<ReaderLease> held = leases.lock(member.value());
        StudyRecord record = progress.begin(member, text);
        if (held.isPresent() && !held.get().isHeldBy(beat.reader()) && !beat.takeOver()) {
            return standing(text, record, Map.of(), true);
        }
        Map<ClauseId, Double> changed = held.filter(l -> l.isHeldBy(beat.reader()) && l.isOn(textId))
                .map(lease -> credit(member, text, visible, lease, now))
                .orElse(Map.of());
        held.ifPresentOrElse(
                lease -> lease.take(beat.reader(), textId, visible, now),
                () -> leases.save(new ReaderLease(member, beat.reader(), textId, visible, now)));
        beat.at().filter(clause -> text.clause(clause).isPresent()).ifPresent(clause -> record.stopAt(clause, now));
        if (changed.containsValue(1.0)) {
            record.countRead(countRead(member, text), now);
            progress.completeIfDone(member, text, holding.quiz().isPresent(), record);
        }
        return standing(text, record, changed, false);
    }

    private Map<ClauseId, Double> credit(
            MemberId member, Resolution text, List<ClauseId> visible, ReaderLease lease, Instant now) {
        Duration left = lease.since(now);
        if (left.compareTo(LONGEST_GAP) > 0 || left.isNegative()) {
            return Map.of();
        }
        var seenBefore = lease.visible();
        Map<ClauseId, ClauseReading> known = readingsOf(member, text.id());
        Map<ClauseId, Double> changed = new LinkedHashMap<>();
        for (Clause clause : text.readableClauses()) {
            if (left.isZero() || !visible.contains(clause.id()) || !seenBefore.contains(clause.id())) {
                continue;
            }
            ClauseReading reading = known.computeIfAbsent(
                    clause.id(),
                    id -> readings.save(new ClauseReading(
                            new MemberClause(member.value(), text.id().value(), id.value()))));
            if (!reading.isRead()) {
                left = left.minus(credit(member, text, clause, reading, left, now));
                changed.put(clause.id(), share(clause, reading));
            }
        }
        return changed;
    }

    private Duration credit(
            MemberId member, Resolution text, Clause clause, ClauseReading reading, Duration left, Instant now) {
        Duration missing = Pace.needed(clause).minus(reading.credited());
        Duration given = left.compareTo(missing) < 0 ? left : missing;
        if (given.isPositive()) {
            reading.credit(given);
        } else {
            // The clause became shorter since the credit was given.
            given = Duration.ZERO;
        }
        if (reading.credited().compareTo(Pace.needed(clause)) >= 0) {
            reading.markRead(now);
            ledger.append(StudyLedger.Deed.by(
                    member, LedgerEntry.Kind.CLAUSE_READ, text.id(), Optional.of(clause.id()), clause.hash(), ""));
        }
        return given;
    }

    /** How much of each clause the acting member has read, 0 to 1; clauses not begun are absent. */
    @Transactional(readOnly = true)
    public Map<ClauseId, Double> shares(Resolution text) {
        var known = readingsOf(current.id(), text.id());
        Map<ClauseId, Double> shares = new HashMap<>();
        for (Clause clause : text.readableClauses()) {
            var reading = known.get(clause.id());
            if (reading != null) {
                shares.put(clause.id(), share(clause, reading));
            }
        }
        return shares;
    }

    private static double share(Clause clause, ClauseReading reading) {
        return reading.isRead()
                ? 1.0
                : Math.min(
                        0.99,
                        (double) reading.credited().toMillis()
                                / Pace.needed(clause).toMillis());
    }

    private int countRead(MemberId member, Resolution text) {
        var known = readingsOf(member, text.id());
        return (int) text.readableClauses().stream()
                .map(clause -> known.get(clause.id()))
                .filter(reading -> reading != null && reading.isRead())
                .count();
    }

    private Map<ClauseId, ClauseReading> readingsOf(MemberId member, ResolutionId text) {
        Map<ClauseId, ClauseReading> byClause = new HashMap<>();
        readings.of(member.value(), text.value()).forEach(r -> byClause.put(r.clause(), r));
        return byClause;
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
