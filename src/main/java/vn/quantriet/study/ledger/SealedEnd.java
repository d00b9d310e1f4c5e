package vn.quantriet.study.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Where a chain ended when it was sealed. @param since where it had ended when it was last sealed, 0 before that */
record SealedEnd(int seal, long member, int since, int seq, String hash) {

    static SealedEnd read(ResultSet row, int number) throws SQLException {
        return new SealedEnd(
                row.getInt("seal_number"),
                row.getLong("member_id"),
                row.getInt("since"),
                row.getInt("seq"),
                row.getString("hash"));
    }

    void addTo(Sha256 sha) {
        sha.add(String.valueOf(member));
        sha.add(String.valueOf(since));
        sha.add(String.valueOf(seq));
        sha.add(hash);
    }
}
