package vn.quantriet.search.opensearch;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.portal.MovableClock;
import vn.quantriet.search.Passage;
import vn.quantriet.search.Passage.Audience;
import vn.quantriet.search.SharedReport.Condition;
import vn.quantriet.search.lucene.IndexFields;
import vn.quantriet.search.lucene.PassageEngine;
import vn.quantriet.search.lucene.PassageEngines;
import vn.quantriet.search.lucene.SampleLibrary;
import vn.quantriet.search.lucene.SearchFixture;

/** The index that several portals share, on a real node: built, rebuilt, left alone, lost and caught up with. */
class SharedIndexTest {
    @TempDir
    Path data;

    private final OpenSearchSettings settings = OnOpenSearch.settings();
    private final List<OnOpenSearch> sides = new ArrayList<>();
    private SearchFixture portal;
    private OnOpenSearch side;

    @BeforeEach
    void start() throws IOException {
        portal = start("one");
        side = sides.getFirst();
    }

    private SearchFixture start(String name) throws IOException {
        return SearchFixture.started(data.resolve(name), sources -> {
            sides.add(OnOpenSearch.side(settings, sources, false, sides.isEmpty()));
            return Optional.of(sides.getLast());
        });
    }

    @AfterEach
    void stop() throws IOException {
        portal.close();
    }

    private static String name(OpenSearchSettings settings, int number) {
        return settings.prefix() + "-" + SharedIndexes.SCHEMA + "-" + number;
    }

    @Test
    void everyQuestionIsAnsweredWhileTheIndexIsBuiltAnewAgainAndAgain() throws IOException {
        var expected = portal.keys("người dân");
        assertThat(expected).isNotEmpty();
        var going = new AtomicBoolean(true);
        var asked = new AtomicInteger();
        var asking = CompletableFuture.runAsync(() -> {
            while (going.get()) {
                assertThat(portal.keys("người dân")).isEqualTo(expected);
                asked.incrementAndGet();
            }
        });
        for (int i = 0; i < 3; i++) {
            int before = asked.get();
            side.care.rebuild();
            side.work();
            while (asked.get() < before + 3 && !asking.isDone()) {
                Thread.onSpinWait();
            }
        }
        going.set(false);
        asking.join();
        side.care.look();
        assertThat(side.indexes()).containsExactly(name(settings, 4));
        assertThat(side.care.report().condition()).isEqualTo(Condition.ANSWERS);
    }

    @Test
    void whatIsWrittenWhileTheIndexIsBuiltAnewIsInTheNewOne() {
        portal.source = () -> portal.notes.stream()
                .onClose(() -> CompletableFuture.runAsync(() -> {
                            // Another thread, for this one is in a transaction.
                            portal.passages.put(
                                    SearchFixture.note("local-note/2", "Cầu Long Biên", new Audience.Everyone()));
                            portal.passages.remove("local-note/1");
                            assertThat(portal.keys("long biên")).containsExactly("local-note/2");
                        })
                        .join());
        portal.notes.add(SearchFixture.note("local-note/1", "Bến đò Vĩnh Tuy", new Audience.Everyone()));
        side.care.rebuild();
        side.work();
        portal.source = portal.notes::stream;
        assertThat(side.reach.asked()).contains(name(settings, 2));
        assertThat(portal.keys("vĩnh tuy")).isEmpty();
        assertThat(portal.keys("long biên")).containsExactly("local-note/2");
    }

    @Test
    void publishedTextIsFoundAtOnceAndTheOldOneIsNot() {
        portal.library.put(SampleLibrary.text("18-nq-tw", "18-NQ/TW", "Đổi mới")
                .clause("i", "Quan điểm", "Mở bến cảng Lạch Huyện.")
                .build());
        portal.changed("18-nq-tw");
        assertThat(portal.keys("cảng lạch huyện")).containsExactly("clause/18-nq-tw/i");
        assertThat(portal.keys("nghĩa vụ quân sự")).isEmpty();

        portal.library.remove(new ResolutionId("18-nq-tw"));
        portal.changed("18-nq-tw");
        assertThat(portal.keys("cảng lạch huyện")).isEmpty();
    }

    @Test
    void anotherPortalFindsTheIndexRightAndWritesNothingAndBothFindWhatEachWrites() throws IOException {
        long before = written();
        try (var other = start("two")) {
            assertThat(written()).isEqualTo(before);
            assertThat(sides.getLast().reach.asked()).contains(name(settings, 1));
            other.passages.put(SearchFixture.note("local-note/1", "Bến đò Vĩnh Tuy", new Audience.Everyone()));
            assertThat(portal.keys("vĩnh tuy")).containsExactly("local-note/1");

            side.care.rebuild();
            side.work();
            side.care.look();
            assertThat(side.indexes()).containsExactly(name(settings, 2));
            assertThat(other.keys("nghĩa vụ quân sự"))
                    .as("asks the new index when the old one is gone")
                    .isEqualTo(portal.keys("nghĩa vụ quân sự"))
                    .isNotEmpty();
        }
    }

    private long written() throws IOException {
        var all = side.clients
                .keeping()
                .indices()
                .stats(s -> s.index(settings.prefix()))
                .all();
        return requireNonNull(all.primaries().indexing()).indexTotal();
    }

    @Test
    void whileTheNodeIsAwayTheLocalIndexAnswersAndAfterwardsNothingIsMissing() throws Exception {
        var before = portal.keys("người dân");
        side.fallback = true;
        TestNode.shared().stop();
        try {
            assertThat(portal.keys("người dân")).isEqualTo(before);
            assertThat(side.care.report().condition()).isEqualTo(Condition.UNREACHABLE);
            assertThat(side.care.report().since()).isEqualTo(SearchFixture.NOW);
            assertThat(portal.search.building()).isFalse();

            var note = SearchFixture.note("local-note/1", "Bến đò Vĩnh Tuy", new Audience.Everyone());
            portal.notes.add(note);
            portal.passages.put(note);
            portal.library.put(SampleLibrary.text("18-nq-tw", "18-NQ/TW", "Đổi mới")
                    .clause("i", "Quan điểm", "Mở bến cảng Lạch Huyện.")
                    .build());
            portal.changed("18-nq-tw");
            side.care.look();
            assertThat(portal.keys("vĩnh tuy")).containsExactly("local-note/1");
            assertThat(portal.keys("cảng lạch huyện")).containsExactly("clause/18-nq-tw/i");
        } finally {
            TestNode.shared().start();
        }
        assertThat(side.reach.asked()).as("not before it was looked at").isEmpty();
        await().untilAsserted(() -> {
            side.care.look();
            assertThat(side.care.report().condition()).isEqualTo(Condition.ANSWERS);
        });
        side.fallback = false;
        assertThat(portal.keys("vĩnh tuy")).containsExactly("local-note/1");
        assertThat(portal.keys("cảng lạch huyện")).containsExactly("clause/18-nq-tw/i");
        assertThat(portal.keys("nghĩa vụ quân sự")).isEmpty();
    }

    @Test
    void indexThatSomebodyDeletedIsBuiltAgainAndMeanwhileTheLocalOneAnswers() throws IOException {
        side.clients.keeping().indices().delete(d -> d.index(name(settings, 1)));
        side.fallback = true;
        assertThat(portal.keys("nghĩa vụ quân sự")).isNotEmpty();
        assertThat(side.reach.asked()).isEmpty();
        side.care.look();
        side.fallback = false;
        assertThat(portal.keys("nghĩa vụ quân sự")).isNotEmpty();
    }

    @Test
    void indexOfAnOlderPortalIsReplacedAndThatOfANewerOneIsLeftAlone() throws IOException {
        String older = settings.prefix() + "-1.9-7";
        serve(older, name(settings, 1));
        side.care.look();
        assertThat(side.reach.asked()).contains(name(settings, 8));
        side.care.look();
        assertThat(side.indexes()).containsExactly(name(settings, 8));

        String newer = settings.prefix() + "-99-9";
        serve(newer, name(settings, 8));
        side.care.look();
        assertThat(side.care.report().condition()).isEqualTo(Condition.OF_A_NEWER_PORTAL);
        portal.passages.put(SearchFixture.note("local-note/1", "Bến đò Vĩnh Tuy", new Audience.Everyone()));
        side.fallback = true;
        assertThat(portal.keys("vĩnh tuy")).containsExactly("local-note/1");
        assertThat(side.indexes()).containsExactly(newer);
        assertThat(side.clients.keeping().count(c -> c.index(newer)).count()).isZero();
    }

    @Test
    void oneNodeBuildsAtATimeAndAnotherTakesOverWhenItFallsSilent() throws IOException {
        var clock = new MovableClock();
        var one = new SharedIndexes(side.clients.keeping(), settings, clock);
        var other = new SharedIndexes(side.clients.keeping(), settings, clock);
        assertThat(one.begin()).contains(name(settings, 2));
        assertThat(other.begin()).isEmpty();
        clock.advance(Duration.ofMinutes(3));
        one.beat(name(settings, 2));
        assertThat(other.begin()).as("heard of it just now").isEmpty();
        clock.advance(Duration.ofMinutes(1));
        assertThat(other.begin()).as("silent for a minute").isEmpty();
        clock.advance(Duration.ofMinutes(2));
        assertThat(other.begin()).as("silent for three").contains(name(settings, 3));
        assertThat(side.indexes()).containsExactlyInAnyOrder(name(settings, 1), name(settings, 3));
    }

    @Test
    void passageThatIsRefusedIsNotFoundAsItWasBeforeAndTheOthersAre() {
        var tooLong = "local-note/" + "x".repeat(40_000);
        portal.passages.put(SearchFixture.note("local-note/1", "Bến đò Vĩnh Tuy", new Audience.Everyone()));
        portal.passages.put(SearchFixture.note(tooLong, "Cầu Long Biên", new Audience.Everyone()));
        portal.passages.put(SearchFixture.note("local-note/2", "Chùa Trấn Quốc", new Audience.Everyone()));
        assertThat(portal.keys("vĩnh tuy")).containsExactly("local-note/1");
        assertThat(portal.keys("long biên")).isEmpty();
        assertThat(portal.keys("trấn quốc")).containsExactly("local-note/2");
        assertThat(side.care.report().condition()).isEqualTo(Condition.ANSWERS);
    }

    @Test
    void passageThatIsForOtherEyesSinceItWasFoundIsNotAnswered() {
        portal.passages.put(SearchFixture.note("local-note/1", "Bến đò Vĩnh Tuy", new Audience.Everyone()));
        var engines = side.engines(new LocalEngines());
        var all = new TermQuery(new Term(IndexFields.AUDIENCE, "all"));
        var note = new TermQuery(new Term(IndexFields.KEY, "local-note/1"));
        List<Integer> found = new ArrayList<>();
        List<Passage> answered = engines.ask(engine -> {
            var candidates = engine.best(PassageEngine.together(all, note), note, 100).stream()
                    .filter(c -> c.kind() == Passage.Kind.LOCAL_NOTE)
                    .toList();
            found.add(candidates.size());
            portal.passages.put(SearchFixture.note("local-note/1", "Bến đò Vĩnh Tuy", new Audience.OnlyMember(9)));
            return engine.passages(candidates);
        });
        assertThat(found).containsExactly(1, 0);
        assertThat(answered).isEmpty();
    }

    private static final class LocalEngines implements PassageEngines {
        @Override
        public <T> T ask(Function<PassageEngine, T> question) {
            throw new IllegalStateException("expected OpenSearch to answer");
        }

        @Override
        public boolean building() {
            return false;
        }
    }

    private void serve(String index, String before) throws IOException {
        var indices = side.clients.keeping().indices();
        indices.create(c -> c.index(index).aliases(settings.prefix(), a -> a));
        indices.delete(d -> d.index(before));
    }
}
