package vn.quantriet.search.opensearch;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.quantriet.search.Passage;
import vn.quantriet.search.SearchIndex;

/** Tells both indexes what changed, that of this machine and that on OpenSearch. */
final class SharedSearchIndex implements SearchIndex {
    private final SearchIndex local;
    private final SharedCare shared;

    SharedSearchIndex(SearchIndex local, SharedCare shared) {
        this.local = local;
        this.shared = shared;
    }

    @Override
    public void put(Passage passage) {
        local.put(passage);
        afterCommit(() -> shared.put(passage));
    }

    @Override
    public void remove(String key) {
        local.remove(key);
        afterCommit(() -> shared.remove(key));
    }

    private static void afterCommit(Runnable change) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            change.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                change.run();
            }
        });
    }
}
