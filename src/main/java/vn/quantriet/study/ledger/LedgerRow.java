package vn.quantriet.study.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.quantriet.content.ClauseId;

/**
 * An entry as the database keeps it. Its hash covers every other field, that of the entry before among them, so that a changed, missing
 * or inserted entry breaks the member's chain. What the fields say is not looked at: a row that somebody has changed must be readable, too.
 *
 * @param format how the hash is made of the other fields
 * @param at to the millisecond: databases keep less than an {@link Instant} does, and the hash must cover what can be read back
 */
record LedgerRow(
        long member,
        int seq,
        int format,
        String kind,
        String text,
        @Nullable String clause,
        String textHash,
        String detail,
        Instant at,
        long recordedBy,
        @Nullable Long campaign,
        @Nullable LocalDate onDay,
        String reason,
        @Nullable Integer takesBack,
        String previousHash,
        String hash) {
    static final int FORMAT = 2;

    static final String COLUMNS = """
            member_id, seq, format, kind, resolution_id, clause_id, text_hash, detail, at, recorded_by, campaign_id, on_day, reason,
            takes_back, previous_hash, hash""";

    /** The next of a chain. */
    static LedgerRow after(ChainEnd end, Deed deed, Instant at) {
        var record = deed.record();
        var row = new LedgerRow(
                deed.member().value(),
                end.seq() + 1,
                FORMAT,
                deed.act().name(),
                deed.text().value(),
                deed.clause().map(ClauseId::value).orElse(null),
                deed.textHash(),
                deed.detail(),
                at,
                record.by().value(),
                record.campaign().isPresent() ? record.campaign().getAsLong() : null,
                record.onDay().orElse(null),
                record.reason(),
                record.takesBack().isPresent() ? record.takesBack().getAsInt() : null,
                end.hash(),
                "");
        return row.withHash(row.computedHash());
    }

    static LedgerRow read(ResultSet row, int number) throws SQLException {
        return new LedgerRow(
                row.getLong("member_id"),
                row.getInt("seq"),
                row.getInt("format"),
                row.getString("kind"),
                row.getString("resolution_id"),
                row.getString("clause_id"),
                row.getString("text_hash"),
                row.getString("detail"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getLong("recorded_by"),
                row.getObject("campaign_id", Long.class),
                row.getObject("on_day", LocalDate.class),
                row.getString("reason"),
                row.getObject("takes_back", Integer.class),
                row.getString("previous_hash"),
                row.getString("hash"));
    }

    ChainEnd end() {
        return new ChainEnd(seq, hash);
    }

    /** What the hash should be; in a format that nobody knows, none. */
    String computedHash() {
        return switch (format) {
            case 1 -> Sha256.of(String.join("\n", earlierFields()));
            case FORMAT -> Sha256.ofFields(fields());
            default -> "";
        };
    }

    private List<String> fields() {
        List<String> fields = new ArrayList<>(List.of(String.valueOf(FORMAT)));
        fields.addAll(earlierFields());
        fields.addAll(Arrays.asList(said(campaign), said(onDay), reason, said(takesBack)));
        return fields;
    }

    /** All fields of the first format. */
    private List<String> earlierFields() {
        return List.of(
                said(member),
                said(seq),
                kind,
                text,
                said(clause),
                textHash,
                detail,
                said(at.toEpochMilli()),
                said(recordedBy),
                previousHash);
    }

    private static String said(@Nullable Object field) {
        return Objects.toString(field, "");
    }

    private LedgerRow withHash(String made) {
        return new LedgerRow(
                member,
                seq,
                format,
                kind,
                text,
                clause,
                textHash,
                detail,
                at,
                recordedBy,
                campaign,
                onDay,
                reason,
                takesBack,
                previousHash,
                made);
    }
}
