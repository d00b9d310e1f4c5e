package vn.quantriet.documents.reading;

/** Is told how far the reading has come. */
interface Progress {

    /** @param of how many there are; 0 when that is not known */
    void reached(int blocks, int of);

    Progress NONE = (blocks, of) -> {};
}
