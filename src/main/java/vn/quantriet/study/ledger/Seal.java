package vn.quantriet.study.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What all chains were at one moment. Its hash covers the seal before it and the ends of all chains that had grown since.
 *
 * @param number from 1
 * @param members whose chains had grown
 * @param entries by which they had
 */
public record Seal(int number, Instant sealedAt, long members, long entries, String previousHash, String hash) {
    private static final int PAGE = 5_000;

    static Seal read(ResultSet row, int number) throws SQLException {
        return new Seal(
                row.getInt("number"),
                row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
                row.getLong("members"),
                row.getLong("entries"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }

    /** Of the ends that are kept for that number. */
    static Seal over(JdbcClient jdbc, int number, Instant at, String previousHash) {
        var sha = new Sha256();
        sha.add(String.valueOf(number));
        sha.add(String.valueOf(at.toEpochMilli()));
        sha.add(previousHash);
        long members = 0;
        long entries = 0;
        long last = 0;
        for (var page = page(jdbc, number, last); !page.isEmpty(); page = page(jdbc, number, last)) {
            for (SealedEnd end : page) {
                end.addTo(sha);
                members++;
                entries += end.seq() - end.since();
                last = end.member();
            }
        }
        return new Seal(number, at, members, entries, previousHash, sha.hex());
    }

    private static List<SealedEnd> page(JdbcClient jdbc, int number, long after) {
        return jdbc.sql("""
                        select seal_number, member_id, since, seq, hash from ledger_seal_end
                         where seal_number = ? and member_id > ? order by member_id limit ?""").params(number, after, PAGE).query(SealedEnd::read).list();
    }
}
