package vn.quantriet.study.ledger;

/**
 * The first place of a chain, or of the row of seals, that does not fit.
 *
 * @param member whose chain it is; 0 for a seal
 * @param number of the entry in its chain, or of the seal
 * @param found what is there; empty when nothing is
 * @param expected what should be; empty when that cannot be known
 */
public record Misfit(Kind kind, long member, int number, String found, String expected) {

    /** What is wrong. */
    public enum Kind {
        /** The hash of an entry is not that of its fields. */
        ENTRY_CHANGED,
        /** An entry with that number is not there, though later ones are, or the chain's end or a seal knows of it. */
        ENTRY_MISSING,
        /** An entry does not follow the one before it, which was replaced, or it was slipped in. */
        ENTRY_OUT_OF_PLACE,
        /** An entry that the chain's end knows nothing of. */
        ENTRY_BEYOND_END,
        /** Entries from that number on fit each other and are not those that were sealed. */
        REWRITTEN_AFTER_SEAL,
        /** A seal is not there, though later ones are, or the file of seals knows of it. */
        SEAL_MISSING,
        /** A seal, or an end that it covers, was changed. */
        SEAL_CHANGED;

        public boolean isOfSeal() {
            return this == SEAL_MISSING || this == SEAL_CHANGED;
        }
    }

    static Misfit seal(Kind kind, int number, String found, String expected) {
        return new Misfit(kind, 0, number, found, expected);
    }
}
