package vn.quantriet.study.ledger;

/** Where a member's chain ends. @param seq number of the last entry, from 1; 0 when there is none */
record ChainEnd(int seq, String hash) {
    static final ChainEnd NONE = new ChainEnd(0, "0".repeat(64));
}
