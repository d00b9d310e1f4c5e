package vn.quantriet.search;

import java.util.List;

/** What people ask for often, and find. Told only when several people asked it; by whom is not known. */
public interface FrequentQueries {

    /** Queries that begin with these words, whatever the marks, the most frequent first. */
    List<String> beginningWith(String typed, int limit);
}
