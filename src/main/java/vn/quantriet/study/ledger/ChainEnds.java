package vn.quantriet.study.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.quantriet.organisation.MemberId;

/** The newest link of each member's chain. Whoever holds its lock may add to the chain. */
@Repository
class ChainEnds {
    private final JdbcClient jdbc;

    ChainEnds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds the member's lock until the transaction ends; absent when the member has no chain yet. */
    Optional<ChainEnd> lock(MemberId member) {
        return jdbc.sql("select seq, hash from ledger_head where member_id = ? for update")
                .param(member.value())
                .query(ChainEnds::read)
                .optional();
    }

    /** Begins a chain, unless there is one. To be called outside a transaction. */
    void begin(MemberId member) {
        try {
            jdbc.sql("insert into ledger_head (member_id, seq, hash) values (?, ?, ?)")
                    .params(member.value(), ChainEnd.NONE.seq(), ChainEnd.NONE.hash())
                    .update();
        } catch (DuplicateKeyException e) {
            // Another request of the member was first, which serves as well.
        }
    }

    boolean anyGrown() {
        return jdbc.sql("select member_id from ledger_head where seq > 0 limit 1")
                .query((row, number) -> row.getLong("member_id"))
                .optional()
                .isPresent();
    }

    void move(MemberId member, ChainEnd end) {
        jdbc.sql("update ledger_head set seq = ?, hash = ? where member_id = ?")
                .params(end.seq(), end.hash(), member.value())
                .update();
    }

    static ChainEnd read(ResultSet row, int number) throws SQLException {
        return new ChainEnd(row.getInt("seq"), row.getString("hash"));
    }
}
