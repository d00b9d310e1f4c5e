package vn.quantriet.study;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One thing a member did. Never changed once written. {@code hash} covers every field and the hash of the entry before, so that
 * a changed, missing or inserted entry breaks the member's chain.
 */
@Entity
@Table(name = "ledger_entry")
class LedgerEntry {

    /** What was done. */
    enum Kind {
        CLAUSE_READ,
        QUIZ_PASSED,
        QUIZ_FAILED,
        TEXT_COMPLETED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ledger_entry_seq")
    @SequenceGenerator(name = "ledger_entry_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(name = "member_id")
    private long member;

    private int seq;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Column(name = "resolution_id")
    private String text;

    @Column(name = "clause_id")
    private @Nullable String clause;

    private String textHash;
    private String detail;
    private Instant at;
    private long recordedBy;
    private String previousHash;
    private String hash;

    @SuppressWarnings("NullAway.Init")
    protected LedgerEntry() {}

    LedgerEntry(StudyLedger.Deed deed, int seq, Instant at, String previousHash) {
        this.member = deed.member().value();
        this.seq = seq;
        this.kind = deed.kind();
        this.text = deed.text().value();
        this.clause = deed.clause().map(c -> c.value()).orElse(null);
        this.textHash = deed.textHash();
        this.detail = deed.detail();
        this.at = at;
        this.recordedBy = deed.recordedBy().value();
        this.previousHash = previousHash;
        this.hash = computeHash();
    }

    int seq() {
        return seq;
    }

    String hash() {
        return hash;
    }

    boolean follows(int previousSeq, String previous) {
        return seq == previousSeq + 1 && previousHash.equals(previous) && hash.equals(computeHash());
    }

    private String computeHash() {
        String content = String.join(
                "\n",
                String.valueOf(member),
                String.valueOf(seq),
                kind.name(),
                text,
                clause == null ? "" : clause,
                textHash,
                detail,
                String.valueOf(at.toEpochMilli()),
                String.valueOf(recordedBy),
                previousHash);
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
