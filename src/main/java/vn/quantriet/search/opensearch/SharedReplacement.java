package vn.quantriet.search.opensearch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quantriet.search.Passage;
import vn.quantriet.search.lucene.PassageDocuments;
import vn.quantriet.search.opensearch.SharedWriter.Change;
import vn.quantriet.search.opensearch.SharedWriter.Target;

/**
 * The passages of other modules, drawn one by one by one thread; those that differ from the ones in an index are written. What was not
 * drawn by {@link #finish} leaves the index.
 */
final class SharedReplacement {
    private static final Logger LOG = LoggerFactory.getLogger(SharedReplacement.class);

    /** Passages that are compared with the index in one go. */
    private static final int PAGE = 500;

    /** So many failures one after the other are not those of single passages. */
    private static final int MOST_FAILURES = 20;

    private final SharedPassages passages;
    private final Target there;
    private final Writing writing;
    private final List<Change> page = new ArrayList<>(PAGE);
    private final Set<String> seen = new HashSet<>();
    private int written;

    SharedReplacement(SharedPassages passages, Target there, Writing writing) {
        this.passages = passages;
        this.there = there;
        this.writing = writing;
    }

    /** Makes changes, but for those that something newer has overtaken. */
    interface Writing {

        /** @return how many were made */
        int write(List<Change> changes, Target there);
    }

    /**
     * Draws passages, a page at a time.
     *
     * @param beforeEach may end it all by an exception
     * @throws RuntimeException that of the source, when it goes on failing
     */
    void putAll(Iterator<Passage> drawn, Runnable beforeEach) {
        int failures = 0;
        while (true) {
            beforeEach.run();
            try {
                if (!drawn.hasNext()) {
                    break;
                }
                page.add(change(drawn.next()));
                failures = 0;
            } catch (RuntimeException e) {
                failures++;
                if (failures > MOST_FAILURES) {
                    throw e;
                }
                LOG.warn(
                        "a passage is left out of the index on OpenSearch: {}",
                        e.getClass().getName());
            }
            if (page.size() == PAGE) {
                write();
            }
        }
        write();
    }

    private static Change change(Passage passage) {
        return Change.put(PassageJson.id(passage.key()), PassageJson.write(PassageDocuments.ofElsewhere(passage)));
    }

    private void write() {
        Map<String, String> held =
                passages.digests(there.name(), page.stream().map(Change::id).toList());
        page.forEach(change -> seen.add(change.id()));
        written += writing.write(
                page.stream()
                        .filter(change -> !digest(change).equals(held.get(change.id())))
                        .toList(),
                there);
        page.clear();
    }

    private static String digest(Change change) {
        return change.document().orElseThrow().path(PassageJson.DIGEST).asText();
    }

    /** @return how many passages had to be written or deleted */
    int finish() {
        List<Change> gone = new ArrayList<>();
        passages.eachElsewhere(there.name(), id -> {
            if (!seen.contains(id)) {
                gone.add(Change.delete(id));
            }
        });
        for (int at = 0; at < gone.size(); at += PAGE) {
            written += writing.write(gone.subList(at, Math.min(gone.size(), at + PAGE)), there);
        }
        return written;
    }
}
