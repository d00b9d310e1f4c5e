package vn.quantriet.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import vn.quantriet.content.ContentChanged;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.search.Passage;
import vn.quantriet.search.Passage.Audience;

class IndexCareTest {
    @TempDir
    Path data;

    private static final Passage NOTE = SearchFixture.note("local-note/1", "Bến đò Vĩnh Tuy", new Audience.Everyone());

    @Test
    void changedTextReplacesAllItsPassagesAtOnce() throws IOException {
        try (var portal = SearchFixture.started(data)) {
            assertThat(portal.keys("tinh gọn bộ máy")).contains("clause/18-nq-tw/i");

            portal.library.put(SampleLibrary.text("18-nq-tw", "18-NQ/TW", "Đổi mới")
                    .clause("i", "Quan điểm", "Mở bến cảng Lạch Huyện.")
                    .build());
            portal.care.contentChanged(new ContentChanged(new ResolutionId("18-nq-tw")));

            assertThat(portal.keys("cảng lạch huyện")).containsExactly("clause/18-nq-tw/i");
            assertThat(portal.keys("nghĩa vụ quân sự")).isEmpty();
            assertThat(portal.keys("18-NQ/TW"))
                    .containsExactly("text/18-nq-tw", "clause/18-nq-tw/i", "clause/57-nq-tw/i");
        }
    }

    @Test
    void textThatLeftServiceIsNotFound() throws IOException {
        try (var portal = SearchFixture.started(data)) {
            var id = new ResolutionId("18-nq-tw");
            portal.library.remove(id);
            portal.care.contentChanged(new ContentChanged(id));
            assertThat(portal.keys("nghĩa vụ quân sự")).isEmpty();
        }
    }

    @Test
    void newWordsAreLearntFromChangedTexts() throws IOException {
        try (var portal = SearchFixture.started(data)) {
            portal.library.put(SampleLibrary.text("1-kl-tw", "1-KL/TW", "Kết luận")
                    .clause("i", "Cảng", "Bến cảng Lạch Huyện mở rộng.")
                    .build());
            portal.care.contentChanged(new ContentChanged(new ResolutionId("1-kl-tw")));
            portal.care.tend();
            assertThat(portal.find("ben cang lach huyen").readAs()).contains("bến cảng lạch huyện");
        }
    }

    @Test
    void abbreviationsAreReadAgainWhenTheirFileChanges() throws IOException {
        try (var portal = SearchFixture.started(data)) {
            assertThat(portal.keys("zzz")).isEmpty();
            Files.writeString(data.resolve("library/abbreviations.txt"), "ZZZ = nghĩa vụ quân sự\n");
            portal.care.tend();
            assertThat(portal.keys("zzz")).containsExactly("clause/18-nq-tw/i.2");
        }
    }

    @Test
    void restartFindsTheSameWithoutReindexing() throws IOException {
        List<String> before;
        try (var portal = SearchFixture.started(data)) {
            before = portal.keys("người dân");
        }
        try (var portal = new SearchFixture(data, SampleLibrary.ofTheField())) {
            assertThat(portal.search.building()).isFalse();
            assertThat(portal.keys("người dân")).isEqualTo(before);
        }
    }

    @Test
    void afterACrashTheIndexAgreesWithLibraryAndNotesAgain(@TempDir Path crashed) throws IOException {
        try (var portal = SearchFixture.started(data)) {
            portal.index.generations().commit();
            // Neither is committed when the process is killed, which a copy of its files stands for.
            portal.index.put(NOTE);
            portal.library.put(SampleLibrary.text("18-nq-tw", "18-NQ/TW", "Đổi mới")
                    .clause("i", "Quan điểm", "Mở bến cảng Lạch Huyện.")
                    .build());
            portal.care.contentChanged(new ContentChanged(new ResolutionId("18-nq-tw")));
            copy(data.resolve("index/1"), crashed.resolve("index/1"));

            try (var next = new SearchFixture(crashed, portal.library, NOTE)) {
                assertThat(next.keys("bến đò")).isEmpty();
                assertThat(next.keys("nghĩa vụ quân sự")).isNotEmpty();
                next.care.compareAll();
                assertThat(next.keys("bến đò")).first().isEqualTo("local-note/1");
                assertThat(next.keys("nghĩa vụ quân sự")).isEmpty();
                assertThat(next.keys("lạch huyện")).containsExactly("clause/18-nq-tw/i");
            }
        }
    }

    @Test
    void noteDeletedWhileTheIndexLaggedIsGoneAfterTheComparison() throws IOException {
        try (var portal = SearchFixture.started(data)) {
            portal.index.put(NOTE);
            assertThat(portal.keys("vĩnh tuy")).containsExactly("local-note/1");
            portal.care.compareAll();
            assertThat(portal.keys("vĩnh tuy")).isEmpty();
        }
    }

    @Test
    void noteWrittenDuringTheComparisonWinsOverTheOlderOneThatWasRead() throws IOException {
        try (var portal = SearchFixture.started(data)) {
            var replacement = portal.index.replaceElsewhere();
            portal.index.put(SearchFixture.note("local-note/1", "Cầu Long Biên", new Audience.Everyone()));
            portal.index.remove("local-note/2");
            var older = SearchFixture.note("local-note/2", "Bến đò Vĩnh Tuy", new Audience.Everyone());
            replacement.putAll("notes", List.of(NOTE, older).iterator(), () -> {});
            replacement.finish();
            assertThat(portal.keys("cầu long biên")).containsExactly("local-note/1");
            assertThat(portal.keys("vĩnh tuy")).isEmpty();
        }
    }

    @Test
    void unchangedNotesAreNotWrittenAgain() throws IOException {
        try (var portal = SearchFixture.started(data)) {
            portal.index.put(NOTE);
            var other = SearchFixture.note("local-note/2", "Cầu  Long\u00A0Biên", new Audience.OnlyMember(7));
            var first = portal.index.replaceElsewhere();
            first.putAll("notes", List.of(NOTE, other).iterator(), () -> {});
            first.finish();
            assertThat(first.rewritten()).isEqualTo(1);

            var second = portal.index.replaceElsewhere();
            second.putAll(
                    "notes",
                    List.of(SearchFixture.note("local-note/1", "Bến đò Vĩnh Tuy", new Audience.UnitAndBelow(3)), other)
                            .iterator(),
                    () -> {});
            second.finish();

            assertThat(second.rewritten()).as("that of another audience").isEqualTo(1);
        }
    }

    @Test
    void notesAreDrawnAPageAtATime() throws IOException {
        try (var portal = SearchFixture.started(data)) {
            var replacement = portal.index.replaceElsewhere();
            replacement.putAll(
                    "notes",
                    IntStream.range(0, 1200)
                            .mapToObj(
                                    i -> SearchFixture.note("local-note/" + i, "Bến đò " + i, new Audience.Everyone()))
                            .iterator(),
                    () -> {});
            replacement.finish();
            assertThat(replacement.rewritten()).isEqualTo(1200);
            assertThat(portal.find("bến đò").total()).isEqualTo(1200);
        }
    }

    @Test
    void passageIsFoundOnlyOnceItsTransactionHasCommitted() throws IOException {
        try (var portal = SearchFixture.started(data)) {
            var transaction = new TransactionTemplate(portal.transactions);
            transaction.executeWithoutResult(status -> {
                portal.index.put(NOTE);
                assertThat(portal.keys("vĩnh tuy")).isEmpty();
            });
            assertThat(portal.keys("vĩnh tuy")).containsExactly("local-note/1");

            transaction.executeWithoutResult(status -> {
                portal.index.remove("local-note/1");
                status.setRollbackOnly();
            });
            assertThat(portal.keys("vĩnh tuy")).containsExactly("local-note/1");

            transaction.executeWithoutResult(status -> portal.index.remove("local-note/1"));
            assertThat(portal.keys("vĩnh tuy")).isEmpty();
        }
    }

    @Test
    void failingSourceLeavesTheIndexBehindUntilItAnswersAgain() throws IOException {
        try (var portal = SearchFixture.started(data)) {
            portal.source = () -> {
                throw new IllegalStateException("the database is away");
            };
            portal.care.compareAll();
            assertThat(portal.index.isBehind()).isTrue();
            portal.notes.add(NOTE);
            portal.source = portal.notes::stream;
            portal.care.mend();
            assertThat(portal.index.isBehind())
                    .as("whoever is scheduled does not wait")
                    .isTrue();
            portal.background.remove().run();
            assertThat(portal.index.isBehind()).isFalse();
            assertThat(portal.keys("vĩnh tuy")).containsExactly("local-note/1");
        }
    }

    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
