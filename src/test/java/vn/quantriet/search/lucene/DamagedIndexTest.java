package vn.quantriet.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.quantriet.search.Passage;
import vn.quantriet.search.Passage.Audience;
import vn.quantriet.search.Search.Results;
import vn.quantriet.search.vietnamese.Vocabulary;

/** Damages an index; {@code -Dflips=20} flips so many bytes of each file, one at a time. */
class DamagedIndexTest {
    private static final int FLIPS = Integer.getInteger("flips", 1);
    private static final long AT_ONCE = 1 << 20;
    private static final long IN_THE_BACKGROUND = 0;
    private static final List<String> QUERIES =
            List.of("người dân", "nghia vu quan su", "18-NQ/TW", "bến đò", "chuyển đổi số", "kỷ luật đảng viên");
    private static final Passage[] NOTES = IntStream.range(0, 12)
            .mapToObj(i -> SearchFixture.note("local-note/" + i, "Bến đò số " + i, new Audience.Everyone()))
            .toArray(Passage[]::new);

    @TempDir
    Path data;

    @Test
    void oneWrongByteInAnyFileGivesNeitherAnErrorNorAWrongAnswerThatLasts() throws IOException {
        long seed = System.nanoTime();
        System.out.println("DamagedIndexTest seed " + seed);
        var random = new Random(seed);
        Map<String, Results> right = writeIndexOfManyFiles();
        List<Path> files = files();
        assertThat(files.stream().map(DamagedIndexTest::kind))
                .contains(
                        "segments", "si", "cfs", "cfe", "liv", "fnm", "fdt", "fdx", "fdm", "tim", "doc", "pos", "dvd");
        int rebuilt = 0;
        for (Path file : files) {
            byte[] whole = Files.readAllBytes(file);
            for (int flip = 0; flip < FLIPS; flip++) {
                int place = random.nextInt(whole.length);
                byte[] wrong = whole.clone();
                wrong[place] ^= (byte) (1 << random.nextInt(8));
                for (long checkedAtOnce : List.of(AT_ONCE, IN_THE_BACKGROUND)) {
                    var folder = data.resolve(file.getFileName() + "-" + flip + "-" + checkedAtOnce);
                    IndexCareTest.copy(data.resolve("index/1"), folder.resolve("index/1"));
                    IndexCareTest.copy(data.resolve("library"), folder.resolve("library"));
                    Files.copy(data.resolve("index.words"), folder.resolve("index.words"));
                    Files.write(folder.resolve("index/1").resolve(file.getFileName()), wrong);
                    rebuilt +=
                            answersOrRebuilds(folder, checkedAtOnce, right, file.getFileName() + ":" + place) ? 1 : 0;
                }
            }
        }
        System.out.println("flips=" + 2 * FLIPS * files.size() + " rebuilt=" + rebuilt);
    }

    /** @return whether it was found damaged */
    private static boolean answersOrRebuilds(Path folder, long checkedAtOnce, Map<String, Results> right, String what)
            throws IOException {
        var index = new LuceneIndex(folder.resolve("index"), checkedAtOnce);
        try (var portal = new SearchFixture(folder, SampleLibrary.ofTheField(), index, NOTES)) {
            boolean atOnce = portal.search.building();
            right.forEach((query, results) -> {
                var found = portal.find(query);
                if (checkedAtOnce == AT_ONCE) {
                    assertThat(found.hits()).as(what).isEqualTo(atOnce ? List.of() : results.hits());
                }
            });
            portal.care.compareAll();
            portal.work();
            assertThat(portal.search.building()).as(what).isFalse();
            right.forEach((query, results) ->
                    assertThat(keys(portal.find(query))).as(what).isEqualTo(keys(results)));
            return !Files.exists(folder.resolve("index/1"));
        }
    }

    /** A merged segment, whose files lie apart, and small ones after it, of which passages have been deleted. */
    private Map<String, Results> writeIndexOfManyFiles() throws IOException {
        try (var portal = SearchFixture.started(data)) {
            portal.notes.addAll(Arrays.asList(NOTES));
            portal.care.compareAll();
            var writer = portal.index.generations().all().getFirst().store().writer();
            writer.forceMerge(1);
            portal.index.put(SearchFixture.note("local-note/3", "Cầu Long Biên", new Audience.Everyone()));
            portal.index.generations().commit();
            portal.index.put(NOTES[3]);
            portal.index.generations().commit();
            Map<String, Results> right = new LinkedHashMap<>();
            QUERIES.forEach(query -> right.put(query, portal.find(query)));
            return right;
        }
    }

    @Test
    void indexCutShortIsBuiltFromNothing() throws IOException {
        writeIndexOfManyFiles();
        for (Path file : files()) {
            Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) (Files.size(file) / 2)));
        }
        assertBuiltFromNothing(AT_ONCE);
    }

    @Test
    void indexThatLacksAFileIsBuiltFromNothing() throws IOException {
        writeIndexOfManyFiles();
        Files.delete(
                files().stream().filter(f -> kind(f).equals("fdt")).findFirst().orElseThrow());
        assertBuiltFromNothing(IN_THE_BACKGROUND);
    }

    private void assertBuiltFromNothing(long checkedAtOnce) throws IOException {
        var index = new LuceneIndex(data.resolve("index"), checkedAtOnce);
        try (var portal = new SearchFixture(data, SampleLibrary.ofTheField(), index, NOTES[0])) {
            assertThat(portal.search.building()).isTrue();
            assertThat(portal.keys("người dân")).isEmpty();
            portal.care.compareAll();
            assertThat(portal.search.building()).isFalse();
            assertThat(portal.keys("người dân")).contains("clause/57-nq-tw/i.1");
            assertThat(portal.keys("bến đò")).containsExactly("local-note/0");
        }
    }

    @Test
    void damageFoundByAReaderIsMendedInTheBackground() throws IOException {
        writeIndexOfManyFiles();
        var postings =
                files().stream().filter(f -> kind(f).equals("doc")).findFirst().orElseThrow();
        byte[] wrong = Files.readAllBytes(postings);
        wrong[wrong.length / 2] ^= 0x40;
        Files.write(postings, wrong);
        var index = new LuceneIndex(data.resolve("index"), IN_THE_BACKGROUND);
        try (var portal = new SearchFixture(data, SampleLibrary.ofTheField(), index, NOTES[0])) {
            List<Integer> asked = new ArrayList<>();
            Optional<Integer> answer = index.generations().search(searcher -> {
                asked.add(searcher.getIndexReader().numDocs());
                if (asked.size() == 1) {
                    throw new IllegalStateException("what damage may lead to");
                }
                return Optional.of(searcher.getIndexReader().numDocs());
            });
            assertThat(answer).contains(0);
            assertThat(portal.search.building()).isTrue();

            portal.work();
            assertThat(portal.search.building()).isFalse();
            assertThat(portal.keys("bến đò")).containsExactly("local-note/0");
        }
    }

    @Test
    void failureInASoundIndexIsNotTakenForDamage() throws IOException {
        try (var portal = SearchFixture.started(data)) {
            assertThatThrownBy(() -> portal.index.generations().search(searcher -> {
                        throw new IOException("something else");
                    }))
                    .hasMessage("something else");
            assertThat(portal.search.building()).isFalse();
            assertThat(portal.background).isEmpty();
        }
    }

    @Test
    void wrongByteInTheLearntWordsHasThemLearntAnew() throws IOException {
        var file = data.resolve("index.words");
        var words = new LearntWords(file, "begun");
        words.write(Vocabulary.of(List.of(new Vocabulary.Sample("một hai ba bốn", 1))), Map.of());
        byte[] whole = Files.readAllBytes(file);
        assertThat(words.read()).isPresent();
        for (int place = 0; place < whole.length; place++) {
            byte[] wrong = whole.clone();
            wrong[place] ^= 0x10;
            Files.write(file, wrong);
            assertThat(words.read()).as("wrong at " + place).isEmpty();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("index/1"))) {
            return files.filter(f -> !f.endsWith("write.lock")).sorted().toList();
        }
    }

    private static String kind(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("segments") ? "segments" : name.substring(name.lastIndexOf('.') + 1);
    }

    private static List<String> keys(Results results) {
        return results.hits().stream().map(h -> h.passage().key()).sorted().toList();
    }
}
