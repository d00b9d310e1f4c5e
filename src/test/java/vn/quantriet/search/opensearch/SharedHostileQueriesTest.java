package vn.quantriet.search.opensearch;

import java.io.IOException;
import java.nio.file.Path;
import vn.quantriet.search.lucene.HostileQueriesTest;
import vn.quantriet.search.lucene.SearchFixture;

/** The same of a real OpenSearch node, with fewer queries: each is some requests. */
class SharedHostileQueriesTest extends HostileQueriesTest {
    private static final int QUERIES = 300;

    @Override
    protected SearchFixture started(Path folder) throws IOException {
        return OnOpenSearch.started(folder);
    }

    @Override
    protected int queries() {
        return QUERIES;
    }
}
