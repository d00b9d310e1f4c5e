package vn.quantriet.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.quantriet.content.ContentChanged;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.search.IndexReport;
import vn.quantriet.search.IndexReport.Step;
import vn.quantriet.search.IndexReport.Task;
import vn.quantriet.search.IndexReport.Work;
import vn.quantriet.search.Passage;
import vn.quantriet.search.Passage.Audience;

class IndexRebuildTest {
    private static final ResolutionId TEXT = new ResolutionId("18-nq-tw");
    private static final Passage NOTE = SearchFixture.note("local-note/1", "Bến đò Vĩnh Tuy", new Audience.Everyone());

    @TempDir
    Path data;

    @Test
    void searchGoesOnWhileTheIndexIsBuiltAnewAndWhatChangesMeanwhileIsInBoth() throws IOException {
        try (var portal = SearchFixture.started(data)) {
            portal.notes.add(NOTE);
            portal.care.compareAll();
            var before = portal.keys("người dân");
            List<String> meanwhile = new ArrayList<>();
            List<Optional<Work>> work = new ArrayList<>();
            portal.source = () -> portal.notes.stream().peek(note -> {
                work.add(report(portal).work());
                assertThat(portal.search.building()).isFalse();
                assertThat(portal.keys("người dân")).isEqualTo(before);
                meanwhile.addAll(portal.keys("vĩnh tuy"));
                elsewhere(() -> {
                    portal.index.put(SearchFixture.note("local-note/2", "Cầu Long Biên", new Audience.Everyone()));
                    portal.index.remove("local-note/1");
                    change(portal);
                });
                assertThat(portal.keys("long biên")).containsExactly("local-note/2");
                assertThat(portal.keys("nghĩa vụ quân sự")).isEmpty();
            });

            portal.care.rebuild();
            assertThat(indexes()).as("before it is begun").containsExactly("1");
            portal.work();

            assertThat(meanwhile).containsExactly("local-note/1");
            assertThat(work)
                    .containsExactly(Optional.of(new Work(Task.REBUILDING, Step.OTHERS, SearchFixture.NOW, 0, 0)));
            assertThat(indexes()).containsExactly("2");
            assertThat(report(portal).work()).isEmpty();
            assertThat(report(portal).finished()).contains(SearchFixture.NOW);
            assertThat(portal.keys("long biên")).containsExactly("local-note/2");
            assertThat(portal.keys("vĩnh tuy")).isEmpty();
            assertThat(portal.keys("nghĩa vụ quân sự")).isEmpty();
            assertThat(portal.keys("lạch huyện")).containsExactly("clause/18-nq-tw/i");
            assertThat(portal.keys("người dân")).isEqualTo(before);
        }
        try (var portal = new SearchFixture(data, SampleLibrary.ofTheField())) {
            assertThat(portal.search.building()).isFalse();
            assertThat(portal.keys("long biên")).containsExactly("local-note/2");
        }
    }

    @Test
    void askingTwiceRebuildsOnce() throws IOException {
        try (var portal = SearchFixture.started(data)) {
            portal.source = () -> {
                portal.care.rebuild();
                return Stream.of(NOTE);
            };
            portal.care.rebuild();
            portal.care.rebuild();
            portal.work();
            assertThat(indexes()).containsExactly("2");
        }
    }

    @Test
    void failedRebuildGoesOnFromWhereItWas() throws IOException {
        try (var portal = SearchFixture.started(data)) {
            portal.source = () -> {
                throw new IllegalStateException("the database is away");
            };
            portal.care.rebuild();
            portal.work();
            assertThat(indexes()).containsExactlyInAnyOrder("1", "2");
            assertThat(portal.keys("nghĩa vụ quân sự")).contains("clause/18-nq-tw/i.2");
            change(portal);

            portal.source = () -> Stream.of(NOTE);
            portal.care.mend();
            portal.work();
            assertThat(indexes()).containsExactly("2");
            assertThat(portal.keys("vĩnh tuy")).containsExactly("local-note/1");
            assertThat(portal.keys("lạch huyện")).containsExactly("clause/18-nq-tw/i");
        }
    }

    @Test
    void rebuildThatWasInterruptedBeginsAnewAtTheNextStart(@TempDir Path crashed) throws IOException {
        try (var portal = SearchFixture.started(data)) {
            portal.index.generations().beginSuccessor();
            IndexCareTest.copy(data.resolve("index/1"), crashed.resolve("index/1"));
            IndexCareTest.copy(data.resolve("index/2"), crashed.resolve("index/2"));
        }
        for (Path folder : List.of(data, crashed)) {
            try (var portal = new SearchFixture(folder, SampleLibrary.ofTheField())) {
                assertThat(portal.search.building()).isFalse();
                assertThat(portal.keys("nghĩa vụ quân sự")).contains("clause/18-nq-tw/i.2");
                assertThat(portal.index.generations().isOutdated()).isTrue();
                portal.care.compareAll();
                assertThat(portal.index.generations().isOutdated()).isFalse();
                assertThat(portal.keys("nghĩa vụ quân sự")).contains("clause/18-nq-tw/i.2");
            }
        }
    }

    @Test
    void ofTwoCompleteIndexesTheNewerIsUsed(@TempDir Path old) throws IOException {
        SearchFixture.started(data).close();
        IndexCareTest.copy(data.resolve("index/1"), old.resolve("1"));
        try (var portal = new SearchFixture(data, SampleLibrary.ofTheField())) {
            change(portal);
            portal.care.rebuild();
            portal.work();
        }
        // Killed between the last commit of the new one and the deletion of the old.
        IndexCareTest.copy(old.resolve("1"), data.resolve("index/1"));
        try (var portal = new SearchFixture(data, SampleLibrary.ofTheField())) {
            assertThat(indexes()).containsExactly("2");
            assertThat(portal.keys("lạch huyện")).containsExactly("clause/18-nq-tw/i");
            assertThat(portal.index.generations().isOutdated()).isFalse();
        }
    }

    @Test
    void indexThatWasNotFilledToTheEndIsFilledAfterTheNextStart() throws IOException {
        try (var portal = new SearchFixture(data, SampleLibrary.ofTheField())) {
            portal.source = () -> {
                throw new IllegalStateException("the database is away");
            };
            portal.care.compareAll();
            portal.index.generations().commit();
        }
        try (var portal = new SearchFixture(data, SampleLibrary.ofTheField(), NOTE)) {
            assertThat(indexes()).containsExactly("1");
            assertThat(portal.search.building()).isTrue();
            assertThat(portal.keys("nghĩa vụ quân sự")).contains("clause/18-nq-tw/i.2");
            portal.care.compareAll();
            assertThat(portal.search.building()).isFalse();
            assertThat(portal.keys("vĩnh tuy")).containsExactly("local-note/1");
        }
    }

    @Test
    void indexOfASchemaThatStillAnswersDoesSoUntilTheNewOneIsThere() throws IOException {
        SearchFixture.started(data).close();
        sayOfSchema(IndexFields.SCHEMA + ".earlier");
        try (var portal = new SearchFixture(data, SampleLibrary.ofTheField(), NOTE)) {
            assertThat(portal.search.building()).isFalse();
            assertThat(portal.keys("nghĩa vụ quân sự")).contains("clause/18-nq-tw/i.2");
            portal.care.compareAll();
            assertThat(indexes()).containsExactly("2");
            assertThat(portal.index.generations().isOutdated()).isFalse();
            assertThat(portal.keys("vĩnh tuy")).containsExactly("local-note/1");
        }
    }

    @Test
    void indexOfAnotherSchemaIsBuiltFromNothing() throws IOException {
        SearchFixture.started(data).close();
        sayOfSchema("0");
        try (var portal = new SearchFixture(data, SampleLibrary.ofTheField())) {
            assertThat(indexes()).containsExactly("2");
            assertThat(portal.search.building()).isTrue();
            assertThat(portal.keys("nghĩa vụ quân sự")).isEmpty();
            portal.care.compareAll();
            assertThat(portal.search.building()).isFalse();
            assertThat(portal.keys("nghĩa vụ quân sự")).contains("clause/18-nq-tw/i.2");
        }
    }

    @Test
    void filesOfAnIndexWithoutANumberAreDeleted() throws IOException {
        SearchFixture.started(data).close();
        IndexCareTest.copy(data.resolve("index/1"), data.resolve("old"));
        IndexFolder.delete(data.resolve("index/1"));
        IndexCareTest.copy(data.resolve("old"), data.resolve("index"));
        try (var portal = new SearchFixture(data, SampleLibrary.ofTheField())) {
            assertThat(indexes()).containsExactly("1");
            assertThat(portal.search.building()).isTrue();
        }
    }

    private void sayOfSchema(String schema) throws IOException {
        try (var directory = FSDirectory.open(data.resolve("index/1"));
                var writer = new IndexWriter(
                        directory, new IndexWriterConfig(Chain.byField()).setMergePolicy(NoMergePolicy.INSTANCE))) {
            writer.setLiveCommitData(Map.of(IndexFields.SCHEMA_KEY, schema, "quantriet.complete", "yes")
                    .entrySet());
            writer.commit();
        }
    }

    private static void change(SearchFixture portal) {
        portal.library.put(SampleLibrary.text("18-nq-tw", "18-NQ/TW", "Đổi mới")
                .clause("i", "Quan điểm", "Mở bến cảng Lạch Huyện.")
                .build());
        portal.care.contentChanged(new ContentChanged(TEXT));
    }

    /** In no transaction: here it would wait for the one in which the notes are read. */
    private static void elsewhere(Runnable task) {
        CompletableFuture.runAsync(task).join();
    }

    private static IndexReport report(SearchFixture portal) {
        try {
            return portal.care.report();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> indexes() throws IOException {
        try (Stream<Path> folders = Files.list(data.resolve("index"))) {
            return folders.map(f -> f.getFileName().toString()).toList();
        }
    }
}
