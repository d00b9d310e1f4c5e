package vn.quantriet.search.opensearch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
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
    final Reach reach;
    final SharedCare care;
    final OpenSearchSettings settings;

    /** What is to be done in the background. */
    final Queue<Runnable> background = new ConcurrentLinkedQueue<>();

    /** Whether the local index may answer instead. */
    volatile boolean fallback;

    private final boolean last;

    private OnOpenSearch(
            OpenSearchSettings settings, SearchFixture.Sources sources, Clock clock, boolean fallback, boolean last) {
        this.settings = settings;
        this.fallback = fallback;
        this.last = last;
        clients = Clients.of(settings);
        reach = new Reach(new SharedIndexes(clients.asking(), settings, clock), settings.shown(), clock);
        care = OpenSearchConfiguration.sharedCare(
                clients,
                settings,
                reach,
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

    /** A side of a portal that may fall back, or not; whoever is last deletes the indexes. */
    static OnOpenSearch side(
            OpenSearchSettings settings, SearchFixture.Sources sources, boolean fallback, boolean last) {
        return new OnOpenSearch(settings, sources, sources.clock(), fallback, last);
    }

    /** Names of the indexes there are. */
    Set<String> indexes() throws IOException {
        return clients.keeping()
                .indices()
                .get(g -> g.index(settings.prefix() + "-*"))
                .result()
                .keySet();
    }

    @Override
    public SearchIndex passages(SearchIndex local) {
        return new SharedSearchIndex(local, care);
    }

    @Override
    public PassageEngines engines(PassageEngines local) {
        var mayAnswer = new PassageEngines() {
            @Override
            public <T> T ask(Function<PassageEngine, T> question) {
                if (!fallback) {
                    throw new IllegalStateException("expected OpenSearch to answer");
                }
                return local.ask(question);
            }

            @Override
            public boolean building() {
                return local.building();
            }
        };
        return new SharedEngines(reach, clients.asking(), mayAnswer);
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
}
