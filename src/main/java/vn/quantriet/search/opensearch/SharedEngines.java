package vn.quantriet.search.opensearch;

import java.util.function.Function;
import org.opensearch.client.opensearch.OpenSearchClient;
import vn.quantriet.search.lucene.PassageEngine;
import vn.quantriet.search.lucene.PassageEngines;

/** Asks OpenSearch, and the index of this machine when that does not answer: whoever searches gets an answer in any case. */
final class SharedEngines implements PassageEngines {
    /** What was found changes again and again only while much is written. */
    private static final int ATTEMPTS = 3;

    private final SharedCare care;
    private final OpenSearchClient client;
    private final PassageEngines local;

    SharedEngines(SharedCare care, OpenSearchClient client, PassageEngines local) {
        this.care = care;
        this.client = client;
        this.local = local;
    }

    @Override
    public <T> T ask(Function<PassageEngine, T> question) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var index = care.asked().orElse(null);
            if (index == null) {
                break;
            }
            try {
                return question.apply(new OpenSearchView(client, index));
            } catch (NotAnswered e) {
                if (!e.isGone() || !care.isReplaced(index)) {
                    care.away(e);
                    break;
                }
            } catch (OpenSearchView.Changed e) {
                continue;
            }
        }
        return local.ask(question);
    }

    @Override
    public boolean building() {
        return care.asked().isEmpty() && local.building();
    }
}
