package vn.quantriet.search.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import vn.quantriet.content.ContentChanged;
import vn.quantriet.content.Library;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.search.FrequentQueries;
import vn.quantriet.search.Passage;
import vn.quantriet.search.PassageSource;
import vn.quantriet.search.Search;
import vn.quantriet.search.Search.Query;
import vn.quantriet.search.Search.Results;
import vn.quantriet.search.Search.Segment;
import vn.quantriet.search.SearchIndex;
import vn.quantriet.search.StudyStandings;

/** The search module on a real directory, with a library and notes in memory. */
public final class SearchFixture implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2026-01-05T02:30:00Z");

    public final SampleLibrary library;
    public final SignedIn member = new SignedIn();
    public final List<Passage> notes = new ArrayList<>();

    /** What the member has done. */
    final Map<ResolutionId, StudyStandings.Standing> standings = new HashMap<>();

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    final PlatformTransactionManager transactions =
            new JdbcTransactionManager(new DriverManagerDataSource("jdbc:h2:mem:"));
    /** What is to be done in the background. */
    final Queue<Runnable> background = new ConcurrentLinkedQueue<>();

    final LuceneIndex index;
    final LibraryLanguage language;
    private final Library texts;
    final IndexCare care;
    public final Search search;

    /** Where modules put their passages. */
    public final SearchIndex passages;

    private final PassageEngines engines;
    private final Optional<Beside> beside;

    /** Where the notes come from. */
    public PassageSource source = notes::stream;

    SearchFixture(Path data, SampleLibrary library, Passage... notes) throws IOException {
        this(data, library, new LuceneIndex(data.resolve("index")), notes);
    }

    SearchFixture(Path data, SampleLibrary library, LuceneIndex index, Passage... notes) {
        this(data, library, library, index, sources -> Optional.empty(), notes);
    }

    /** Another index beside the one on this machine. */
    public interface Beside extends AutoCloseable {
        SearchIndex passages(SearchIndex local);

        PassageEngines engines(PassageEngines local);

        void compareAll();

        void changed(ContentChanged changed);

        @Override
        void close() throws IOException;
    }

    /** What an index is made from. */
    public record Sources(
            Library library,
            ObjectProvider<PassageSource> passages,
            PlatformTransactionManager transactions,
            Clock clock) {}

    private SearchFixture(
            Path data,
            Library texts,
            SampleLibrary library,
            LuceneIndex index,
            Function<Sources, Optional<Beside>> other,
            Passage... notes) {
        this.library = library;
        this.texts = texts;
        this.notes.addAll(List.of(notes));
        this.index = index;
        language = new LibraryLanguage(texts, data.resolve("library/abbreviations.txt"), data.resolve("index.words"));
        var beans = new StaticListableBeanFactory();
        beans.addBean("notes", (PassageSource) () -> source.passages());
        care = new IndexCare(
                index,
                language,
                texts,
                beans.getBeanProvider(PassageSource.class),
                transactions,
                CLOCK,
                background::add);
        beside = other.apply(new Sources(texts, beans.getBeanProvider(PassageSource.class), transactions, CLOCK));
        var local = new LocalEngine(index);
        passages = beside.map(b -> b.passages(index)).orElse(index);
        engines = beside.map(b -> b.engines(local)).orElse(local);
        search = searchWith(Weights.SHIPPED);
    }

    /** The same passages, ranked in another way. */
    Search searchWith(Weights weights) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("standings", (StudyStandings) () -> standings);
        return new PassageSearch(
                engines,
                language,
                new TextTraits(texts, library.relations(), CLOCK),
                beans.getBeanProvider(StudyStandings.class),
                new Suggester(beans.getBeanProvider(FrequentQueries.class), new NumberIndex(texts)),
                member,
                weights);
    }

    /** A search over another library than a sample. */
    static SearchFixture over(Path data, Library texts, PassageSource source) throws IOException {
        var fixture = new SearchFixture(
                data, texts, new SampleLibrary(), new LuceneIndex(data.resolve("index")), sources -> Optional.empty());
        fixture.source = source;
        return fixture;
    }

    /** Started, and compared with everything once. */
    public static SearchFixture started(Path data) throws IOException {
        return started(data, sources -> Optional.empty());
    }

    /** The same with another index beside. */
    public static SearchFixture started(Path data, Function<Sources, Optional<Beside>> other) throws IOException {
        Files.createDirectories(data.resolve("library"));
        Files.copy(
                Path.of("content/abbreviations.txt"),
                data.resolve("library/abbreviations.txt"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        var library = SampleLibrary.ofTheField();
        var fixture = new SearchFixture(data, library, library, new LuceneIndex(data.resolve("index")), other);
        fixture.compareAll();
        return fixture;
    }

    /** Compares every index with everything. */
    public void compareAll() {
        care.compareAll();
        beside.ifPresent(Beside::compareAll);
    }

    /** A text has changed. */
    public void changed(String text) {
        var changed = new ContentChanged(new ResolutionId(text));
        care.contentChanged(changed);
        beside.ifPresent(b -> b.changed(changed));
    }

    /** Does what waits to be done in the background. */
    void work() {
        for (var next = background.poll(); next != null; next = background.poll()) {
            next.run();
        }
    }

    public Results find(String text) {
        return search.find(Query.of(text));
    }

    /** Keys of the passages found, best first. */
    public List<String> keys(String text) {
        return find(text).hits().stream().map(h -> h.passage().key()).toList();
    }

    /** Marked words of the first hit's excerpt. */
    public List<String> marks(String text) {
        return find(text).hits().getFirst().excerpt().stream()
                .filter(Segment::marked)
                .map(Segment::text)
                .toList();
    }

    public static String plain(List<Segment> segments) {
        return segments.stream().map(Segment::text).collect(Collectors.joining());
    }

    public static Passage note(String key, String text, Passage.Audience audience) {
        var kind = audience instanceof Passage.Audience.OnlyMember ? Passage.Kind.MY_NOTE : Passage.Kind.LOCAL_NOTE;
        return new Passage(
                key,
                kind,
                new ResolutionId("57-nq-tw"),
                Optional.empty(),
                "57-NQ/TW",
                "Đột phá",
                "",
                text,
                "/van-ban/57-nq-tw",
                Set.of(),
                audience);
    }

    @Override
    public void close() throws IOException {
        if (beside.isPresent()) {
            beside.get().close();
        }
        care.destroy();
        index.close();
    }
}
