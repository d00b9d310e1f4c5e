package vn.quantriet.search.opensearch;

import java.util.function.Function;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quantriet.search.SharedReport.Condition;
import vn.quantriet.search.lucene.PassageEngine;
import vn.quantriet.search.lucene.PassageEngines;

/** Asks OpenSearch, and the index of this machine when that does not answer: whoever searches gets an answer in any case. */
final class SharedEngines implements PassageEngines {
    private static final Logger LOG = LoggerFactory.getLogger(SharedEngines.class);

    /** What was found changes again and again only while much is written. */
    private static final int ATTEMPTS = 3;

    private final Reach reach;
    private final OpenSearchClient client;
    private final PassageEngines local;

    SharedEngines(Reach reach, OpenSearchClient client, PassageEngines local) {
        this.reach = reach;
        this.client = client;
        this.local = local;
    }

    @Override
    public <T> T ask(Function<PassageEngine, T> question) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var index = reach.asked().orElse(null);
            if (index == null) {
                break;
            }
            try {
                return question.apply(new OpenSearchView(client, index));
            } catch (NotAnswered e) {
                if (e.isOfTheQuestion()) {
                    LOG.error("OpenSearch does not understand a question: {}", e.getMessage());
                    break;
                }
                if (e.condition() != Condition.FAILING || !reach.isReplaced(index)) {
                    reach.away(e);
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
        return reach.asked().isEmpty() && local.building();
    }
}
