package vn.quantriet.study;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The newest link of a member's chain. */
@Entity
@Table(name = "ledger_head")
class LedgerHead {

    static final String GENESIS = "0".repeat(64);

    @Id
    @Column(name = "member_id")
    private long member;

    private int seq;
    private String hash;

    @SuppressWarnings("NullAway.Init")
    protected LedgerHead() {}

    LedgerHead(long member) {
        this.member = member;
        this.seq = 0;
        this.hash = GENESIS;
    }

    int seq() {
        return seq;
    }

    String hash() {
        return hash;
    }

    void moveTo(LedgerEntry entry) {
        this.seq = entry.seq();
        this.hash = entry.hash();
    }
}
