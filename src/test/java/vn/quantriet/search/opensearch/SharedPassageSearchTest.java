package vn.quantriet.search.opensearch;

import java.io.IOException;
import java.nio.file.Path;
import vn.quantriet.search.lucene.PassageSearchTest;
import vn.quantriet.search.lucene.SearchFixture;

/** The same of a real OpenSearch node. */
class SharedPassageSearchTest extends PassageSearchTest {
    @Override
    protected SearchFixture started(Path folder) throws IOException {
        return OnOpenSearch.started(folder);
    }
}
