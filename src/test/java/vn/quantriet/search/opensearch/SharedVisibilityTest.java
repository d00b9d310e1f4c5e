package vn.quantriet.search.opensearch;

import java.io.IOException;
import java.nio.file.Path;
import vn.quantriet.search.lucene.SearchFixture;
import vn.quantriet.search.lucene.VisibilityTest;

/** The same of a real OpenSearch node. */
class SharedVisibilityTest extends VisibilityTest {
    @Override
    protected SearchFixture started(Path folder) throws IOException {
        return OnOpenSearch.started(folder);
    }
}
