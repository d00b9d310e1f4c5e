package vn.quantriet.search.opensearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import vn.quantriet.content.ContentChanged;
import vn.quantriet.search.SearchIndex;
import vn.quantriet.search.lucene.PassageEngine;
import vn.quantriet.search.lucene.PassageEngines;
import vn.quantriet.search.lucene.SearchFixture;

/** One portal's side of a real OpenSearch node, under a prefix of its own. */
final class OnOpenSearch implements SearchFixture.Beside {
    private static final AtomicInteger PREFIXES = new AtomicInteger();

    final Clients clients;
    final SharedCare care;
    final OpenSearchSettings settings;

    /** What is to be done in the background. */
    final Queue<Runnable> background = new ConcurrentLinkedQueue<>();

    private final boolean fallback;
    private final boolean last;

    private OnOpenSearch(
            OpenSearchSettings settings, SearchFixture.Sources sources, Clock clock, boolean fallback, boolean last) {
        this.settings = settings;
        this.fallback = fallback;
        this.last = last;
        clients = Clients.of(settings);
        care = OpenSearchConfiguration.sharedCare(
                clients,
                settings,
                sources.library(),
                sources.passages(),
                sources.transactions(),
                clock,
                background::add);
    }

    static OpenSearchSettings settings() {
        return new OpenSearchSettings(TestNode.shared().url(), "", "", "test" + PREFIXES.incrementAndGet(), 1);
    }

    /** A portal that fails when OpenSearch does not answer. */
    static SearchFixture started(Path data) throws IOException {
        var settings = settings();
        return SearchFixture.started(
                data, sources -> Optional.of(new OnOpenSearch(settings, sources, sources.clock(), false, true)));
    }

    /** A portal with fallback, whose side is told to a test. */
    static Function<SearchFixture.Sources, Optional<SearchFixture.Beside>> beside(
            OpenSearchSettings settings, Clock clock, boolean last, java.util.function.Consumer<OnOpenSearch> told) {
        return sources -> {
            var side = new OnOpenSearch(settings, sources, clock, true, last);
            told.accept(side);
            return Optional.of(side);
        };
    }

    @Override
    public SearchIndex passages(SearchIndex local) {
        return new SharedSearchIndex(local, care);
    }

    @Override
    public PassageEngines engines(PassageEngines local) {
        return new SharedEngines(care, clients.asking(), fallback ? local : new Nothing());
    }

    @Override
    public void compareAll() {
        care.compareAll();
    }

    @Override
    public void changed(ContentChanged changed) {
        care.contentChanged(changed);
    }

    void work() {
        for (var next = background.poll(); next != null; next = background.poll()) {
            next.run();
        }
    }

    @Override
    public void close() throws IOException {
        care.close();
        if (last) {
            clients.keeping().indices().delete(d -> d.index(settings.prefix() + "-*"));
        }
        clients.close();
    }

    private static final class Nothing implements PassageEngines {
        @Override
        public <T> T ask(Function<PassageEngine, T> question) {
            throw new UncheckedIOException(new IOException("expected OpenSearch to answer"));
        }

        @Override
        public boolean building() {
            return true;
        }
    }
}
