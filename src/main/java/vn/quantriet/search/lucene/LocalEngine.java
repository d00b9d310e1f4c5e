package vn.quantriet.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.quantriet.search.SearchIndex;

/** The index on this machine, which always answers. */
@Component
public class LocalEngine implements PassageEngines {
    private final LuceneIndex index;

    LocalEngine(LuceneIndex index) {
        this.index = index;
    }

    @Override
    public <T> T ask(Function<PassageEngine, T> question) {
        try {
            return index.generations().search(searcher -> question.apply(new LuceneView(searcher)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where its changes are told. */
    public SearchIndex changes() {
        return index;
    }

    @Override
    public boolean building() {
        return !index.generations().isComplete();
    }
}
