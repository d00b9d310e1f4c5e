package vn.quantriet.study.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Seals the ledger once a day. Whoever can write to the database can also make a chain that fits from end to end; not one that was
 * sealed before, for the hash of the seal is also kept outside, in {@link SealWitness}.
 */
@Component
class LedgerSeals {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerSeals.class);

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final SealWitness witness;
    private final Clock clock;

    LedgerSeals(JdbcClient jdbc, TransactionOperations transaction, SealWitness witness, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.witness = witness;
        this.clock = clock;
    }

    /** Seals unless that was done today. On several nodes, the first one does. */
    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT30M")
    void sealDaily() {
        if (last().map(seal -> LocalDate.ofInstant(seal.sealedAt(), clock.getZone()))
                .filter(day -> !day.isBefore(LocalDate.now(clock)))
                .isEmpty()) {
            seal();
        }
    }

    /** Absent when no chain has grown since the last seal. */
    Optional<Seal> seal() {
        try {
            Optional<Seal> made = Objects.requireNonNull(transaction.execute(status -> make()));
            made.ifPresent(seal -> {
                witness.keep(seal);
                LOG.info(
                        "ledger sealed: number {}, {} entries of {} members, {}",
                        seal.number(),
                        seal.entries(),
                        seal.members(),
                        seal.hash());
            });
            return made;
        } catch (DuplicateKeyException e) {
            // Another node was first.
            return Optional.empty();
        }
    }

    private Optional<Seal> make() {
        Optional<Seal> before = last();
        int number = before.map(Seal::number).orElse(0) + 1;
        int members = jdbc.sql("""
                        insert into ledger_seal_end (seal_number, member_id, since, seq, hash)
                        select cast(? as integer), h.member_id, coalesce(s.seq, 0), h.seq, h.hash
                          from ledger_head h
                          left join (select member_id, max(seq) as seq from ledger_seal_end group by member_id) s
                            on s.member_id = h.member_id
                         where h.seq > coalesce(s.seq, 0)""").param(number).update();
        if (members == 0) {
            return Optional.empty();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var seal = Seal.over(jdbc, number, now, before.map(Seal::hash).orElse(ChainEnd.NONE.hash()));
        jdbc.sql(
                        "insert into ledger_seal (number, sealed_at, members, entries, previous_hash, hash) values (?, ?, ?, ?, ?, ?)")
                .params(
                        seal.number(),
                        seal.sealedAt().atOffset(ZoneOffset.UTC),
                        seal.members(),
                        seal.entries(),
                        seal.previousHash(),
                        seal.hash())
                .update();
        return Optional.of(seal);
    }

    private Optional<Seal> last() {
        return jdbc.sql("select * from ledger_seal order by number desc limit 1")
                .query(Seal::read)
                .optional();
    }
}
