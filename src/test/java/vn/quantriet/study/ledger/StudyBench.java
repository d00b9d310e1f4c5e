package vn.quantriet.study.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntConsumer;
import vn.quantriet.content.ClauseId;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.study.StudyHistory;

/**
 * {@code bin/bench study [entries]}: entries that the ledger takes a second, each in a transaction of its own that is written at once, beside
 * bare inserts of such rows into the same table; and what it takes to say how far one member is with everything, in a store of so
 * many entries, 1 000 for each member.
 */
final class StudyBench {
    private static final long SEED = 2026;
    private static final int OF_A_MEMBER = 1_000;
    private static final int CLAUSES_OF_A_TEXT = 25;
    private static final int ROUNDS = 8;
    private static final int MEMBERS = 500;
    private static final int APPENDS = 2_000;
    private static final int ASKED = 2_000;
    private static final int AT_ONCE = 500_000;

    private StudyBench() {}

    public static void main(String[] arguments) throws IOException {
        int entries = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000_000;
        Path data = Files.createTempDirectory("study-bench");
        try {
            var store = LedgerFixture.inFile(data);
            fill(store, entries);
            double[] status = status(store, entries / OF_A_MEMBER);
            double[][] appended = append(store);
            double ours = appended[0][ROUNDS / 2];
            double bare = appended[1][ROUNDS / 2];
            double ratio = appended[2][ROUNDS / 2];
            System.out.printf(Locale.ROOT, "%-50s %10.0f%n", "bare inserts a second, median", bare);
            System.out.printf(Locale.ROOT, "%-50s %10.0f%n", "entries of the ledger a second, median", ours);
            System.out.printf(Locale.ROOT, "%-50s %10.2f%n", "study of one member, p50 ms", status[ASKED / 2]);
            System.out.printf(Locale.ROOT, "%-50s %10.2f%n", "study of one member, p99 ms", status[ASKED * 99 / 100]);
            System.out.printf(
                    Locale.ROOT,
                    "study append_ratio=%.2f appends_per_s=%.0f status_p99_ms=%.2f entries=%d seed=%d%n",
                    ratio,
                    ours,
                    status[ASKED * 99 / 100],
                    entries,
                    SEED);
            store.sql("shutdown");
        } finally {
            delete(data);
        }
    }

    /** Rows as they are told apart by member, text and clause; their hashes are not asked for here. */
    private static void fill(LedgerFixture store, int entries) {
        long start = System.nanoTime();
        for (int from = 0; from < entries; from += AT_ONCE) {
            int most = Math.min(AT_ONCE, entries - from);
            store.template.update(
                    """
                    insert into ledger_entry (member_id, seq, format, kind, resolution_id, clause_id, text_hash, detail, at, recorded_by,
                                              reason, previous_hash, hash)
                    select 1 + x / ?, 1 + mod(x, ?), 2, 'CLAUSE_READ', 'text-' || mod(x, ?) / ?, 'ii.' || (1 + mod(x, ?)), rawtohex(secure_rand(32)),
                           '', dateadd(minute, mod(x, ?), timestamp with time zone '2026-01-01 00:00:00Z'), 1 + x / ?, '',
                           rawtohex(secure_rand(32)), rawtohex(secure_rand(32))
                      from system_range(?, ?)""",
                    OF_A_MEMBER,
                    OF_A_MEMBER,
                    OF_A_MEMBER,
                    CLAUSES_OF_A_TEXT,
                    CLAUSES_OF_A_TEXT,
                    OF_A_MEMBER,
                    OF_A_MEMBER,
                    from,
                    from + most - 1);
        }
        System.out.printf(Locale.ROOT, "%d entries written in %.0f s%n", entries, (System.nanoTime() - start) / 1e9);
    }

    /** Milliseconds, sorted, of members chosen at random, each asked once. */
    private static double[] status(LedgerFixture store, int members) {
        var random = new Random(SEED);
        Instant now = Clock.systemUTC().instant();
        double[] times = new double[ASKED];
        for (int i = -ASKED / 10; i < ASKED; i++) {
            var member = new MemberId(1 + random.nextInt(members));
            long start = System.nanoTime();
            int texts = StudyHistory.texts(store.ledger.entries(member, now)).size();
            if (texts != OF_A_MEMBER / CLAUSES_OF_A_TEXT) {
                throw new IllegalStateException(
                        "expected " + OF_A_MEMBER / CLAUSES_OF_A_TEXT + " texts, found " + texts);
            }
            if (i >= 0) {
                times[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(times);
        return times;
    }

    /** Of the ledger and of bare inserts, a second, and the one by the other; each sorted. */
    private static double[][] append(LedgerFixture store) {
        var random = new Random(SEED);
        int[] seq = new int[MEMBERS];
        IntConsumer bare = i -> {
            int member = random.nextInt(MEMBERS);
            var row = LedgerRow.after(
                    new ChainEnd(seq[member]++, "0".repeat(64)), deed(2_000_000_000L + member), store.clock.instant());
            store.template.update(LedgerRows.INSERT, LedgerRows.values(row));
        };
        IntConsumer ours = i -> {
            var deed = deed(1_000_000_000L + random.nextInt(MEMBERS));
            store.turns.inTurn(deed.member(), turn -> {
                turn.append(deed);
                return deed;
            });
        };
        double[][] perSecond = new double[3][ROUNDS];
        rate(ours);
        rate(bare);
        for (int round = 0; round < ROUNDS; round++) {
            perSecond[0][round] = rate(ours);
            perSecond[1][round] = rate(bare);
            perSecond[2][round] = perSecond[0][round] / perSecond[1][round];
        }
        Arrays.stream(perSecond).forEach(Arrays::sort);
        return perSecond;
    }

    private static Deed deed(long member) {
        return Deed.by(
                new MemberId(member),
                Act.CLAUSE_READ,
                LedgerFixture.TEXT,
                Optional.of(new ClauseId("ii.2")),
                "a".repeat(64),
                "");
    }

    private static double rate(IntConsumer one) {
        long start = System.nanoTime();
        for (int i = 0; i < APPENDS; i++) {
            one.accept(i);
        }
        return APPENDS / ((System.nanoTime() - start) / 1e9);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
