package vn.quantriet.search.lucene;

import vn.quantriet.search.SharedReport;

/** The index that several nodes share, where there is one. */
public interface SharedUpkeep {

    SharedReport report();

    /** Begins to build it anew, beside the one that answers. Returns at once. */
    void rebuild();
}
