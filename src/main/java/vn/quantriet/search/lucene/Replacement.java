package vn.quantriet.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import vn.quantriet.search.IndexReport.Reason;
import vn.quantriet.search.Passage;

/**
 * The passages of other modules, put one by one by one thread; those that differ from the ones in an index are written. What was not
 * put by {@link #finish} leaves the index.
 */
final class Replacement {
    /** Passages that are compared with the index in one go. */
    private static final int PAGE = 500;

    /** So many failures one after the other are not those of single passages. */
    private static final int MOST_FAILURES = 20;

    private final LuceneIndex index;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> unreadable = new HashSet<>();
    private int rewritten;

    Replacement(LuceneIndex index) {
        this.index = index;
    }

    /**
     * Draws passages a page at a time.
     *
     * @param source to name it by where a passage cannot be read, and so has no key
     * @param beforeEach may end it all by an exception
     * @throws RuntimeException that of the source, when it goes on failing
     */
    void putAll(String source, Iterator<Passage> passages, Runnable beforeEach) throws IOException {
        List<Passage> page = new ArrayList<>(PAGE);
        var last = "";
        int failures = 0;
        while (true) {
            beforeEach.run();
            try {
                if (!passages.hasNext()) {
                    break;
                }
                var passage = passages.next();
                last = passage.key();
                page.add(passage);
                failures = 0;
            } catch (RuntimeException e) {
                failures++;
                if (failures > MOST_FAILURES) {
                    throw e;
                }
                String place = source + " > " + last + (failures == 1 ? "" : " + " + failures);
                unreadable.add(place);
                index.skipped().add(IndexFields.ELSEWHERE, place, Reason.UNREADABLE, e);
            }
            if (page.size() == PAGE) {
                put(page);
            }
        }
        put(page);
    }

    private void put(List<Passage> page) throws IOException {
        for (Generation generation : index.generations().all()) {
            for (Passage passage : generation.changed(page)) {
                if (index.unlessOvertaken(passage.key(), generation, g -> g.put(passage))) {
                    rewritten++;
                }
            }
        }
        page.forEach(passage -> seen.add(WellFormed.of(passage.key())));
        page.clear();
    }

    /** How many passages were put so far. */
    int drawn() {
        return seen.size();
    }

    /** How many of them had to be written. */
    int rewritten() {
        return rewritten;
    }

    void finish() throws IOException {
        for (Generation generation : index.generations().all()) {
            for (String key : generation.keysElsewhere()) {
                if (!seen.contains(key)) {
                    index.unlessOvertaken(key, generation, g -> g.remove(key));
                }
            }
        }
        seen.addAll(unreadable);
        index.endReplacement(seen);
    }
}
