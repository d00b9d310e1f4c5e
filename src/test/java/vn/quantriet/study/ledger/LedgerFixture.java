package vn.quantriet.study.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.portal.MovableClock;

/** A ledger in a database of its own, with the tables of the migrations. */
final class LedgerFixture {
    static final ResolutionId TEXT = new ResolutionId("57-nq-tw");

    final MovableClock clock = new MovableClock();
    final JdbcTemplate template;
    final JdbcClient jdbc;
    final TransactionTemplate transaction;
    final MemberTurns turns;
    final StudyLedger ledger;
    final SealWitness witness;
    final LedgerSeals seals;
    final LedgerCheck check;

    private final Path data;

    LedgerFixture(Path data) {
        this(data, "jdbc:h2:mem:" + UUID.randomUUID());
        migrate("V61__ledger.sql");
    }

    /** As an earlier portal left it: nothing works before the last migration. */
    static LedgerFixture ofEarlierPortal(Path data) {
        return new LedgerFixture(data, "jdbc:h2:mem:" + UUID.randomUUID());
    }

    /** In the file in which a portal would keep it. Holds the file until {@code shutdown}. */
    static LedgerFixture inFile(Path data) {
        var store = new LedgerFixture(data, "jdbc:h2:file:" + data + "/database/quantriet");
        store.migrate("V61__ledger.sql");
        return store;
    }

    private LedgerFixture(Path data, String url) {
        this.data = data;
        var source = JdbcConnectionPool.create(url + ";WRITE_DELAY=0;DB_CLOSE_DELAY=-1", "quantriet", "");
        template = new JdbcTemplate(source);
        jdbc = JdbcClient.create(source);
        migrate("V30__study.sql");
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        var ends = new ChainEnds(jdbc);
        var rows = new LedgerRows(template);
        turns = new MemberTurns(ends, rows, transaction, clock);
        ledger = new StudyLedger(rows, ends);
        witness = new SealWitness(data);
        seals = new LedgerSeals(jdbc, transaction, witness, clock);
        check = new LedgerCheck(jdbc, witness);
    }

    void migrate(String script) {
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/" + script))
                .execute(Objects.requireNonNull(template.getDataSource()));
    }

    /** Appends so many entries to the chain of a member, a second apart. */
    void append(long member, int entries) {
        var id = new MemberId(member);
        for (int i = 0; i < entries; i++) {
            clock.advance(Duration.ofSeconds(1));
            var deed = Deed.by(
                    id, Act.CLAUSE_READ, TEXT, Optional.of(new ClauseId("ii." + (i + 1))), "hash" + i, "detail" + i);
            turns.inTurn(id, turn -> {
                turn.append(deed);
                return deed;
            });
        }
    }

    List<LedgerRow> rows(long member) {
        return jdbc.sql("select " + LedgerRow.COLUMNS + " from ledger_entry where member_id = ? order by seq")
                .param(member)
                .query(LedgerRow::read)
                .list();
    }

    void sql(String statement) {
        template.execute(statement);
    }

    /** An entry with a hash that fits, as whoever knows how hashes are made could write it. */
    static LedgerRow made(LedgerRow row, int seq, String detail, String previousHash) {
        LedgerRow unhashed = with(row, seq, detail, previousHash, "");
        return with(row, seq, detail, previousHash, unhashed.computedHash());
    }

    private static LedgerRow with(LedgerRow row, int seq, String detail, String previousHash, String hash) {
        return new LedgerRow(
                row.member(),
                seq,
                row.format(),
                row.kind(),
                row.text(),
                row.clause(),
                row.textHash(),
                detail,
                row.at(),
                row.recordedBy(),
                row.campaign(),
                row.onDay(),
                row.reason(),
                row.takesBack(),
                previousHash,
                hash);
    }

    void put(LedgerRow row) {
        sql("delete from ledger_entry where member_id = " + row.member() + " and seq = " + row.seq());
        template.update(LedgerRows.INSERT, LedgerRows.values(row));
    }

    /** Makes a chain anew from one of its entries on, with hashes and an end that fit. */
    void rewrite(long member, int from, String detail) {
        List<LedgerRow> rows = rows(member);
        String previous = rows.get(from - 2).hash();
        for (LedgerRow row : rows.subList(from - 1, rows.size())) {
            LedgerRow made = made(row, row.seq(), detail, previous);
            put(made);
            previous = made.hash();
        }
        sql("update ledger_head set hash = '" + previous + "' where member_id = " + member);
    }

    /** Seals without leaving a word outside the database. */
    void sealUnseen() {
        try {
            var elsewhere = new SealWitness(Files.createTempDirectory(data, "elsewhere"));
            new LedgerSeals(jdbc, transaction, elsewhere, clock).seal();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Misfit> misfits() {
        return check.everything(members -> {}).misfits();
    }
}
