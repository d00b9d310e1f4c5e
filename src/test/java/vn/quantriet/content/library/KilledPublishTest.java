package vn.quantriet.content.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.quantriet.content.Attachment;
import vn.quantriet.content.Author;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.TextPublishing.Edition;
import vn.quantriet.content.TextPublishing.Order;

/** Kills processes that publish; {@code -Dkills=200} makes it many. */
class KilledPublishTest {
    private static final int KILLS = Integer.getInteger("kills", 4);
    private static final int PICTURES = 40;
    private static final int LONGEST_NANOS = 60_000_000;

    @TempDir
    Path folder;

    /** Publishes one version after the other, and says so each time. */
    static final class Publisher {
        public static void main(String[] folder) throws IOException {
            var library = new LibraryFixture(Path.of(folder[0])).open();
            var texts = new PublishedTexts(library);
            for (int n = number(library) + 1; true; n++) {
                var edition = texts.edition(LibraryFixture.ID).orElseThrow();
                texts.publish(new Order(
                        LibraryFixture.ID,
                        files(edition, n),
                        Set.of(),
                        Map.of(),
                        new Author("Mai", "mai@example.vn"),
                        Optional.of(edition.version()),
                        "Publish " + n,
                        Map.of(picture(n), HostileInputsTest.png(1 + n % PICTURES, 1))));
                System.out.println(n);
            }
        }

        private static Map<String, String> files(Edition edition, int n) {
            Map<String, String> files = new HashMap<>(edition.files());
            var words = "Người dân là trung tâm, bản số " + n + ".";
            files.put(
                    "resolution.md",
                    LibraryFixture.text("57-NQ/TW", words + "\n\n![Hình của bản này](files/" + picture(n) + ")"));
            files.put("quiz.md", LibraryFixture.quiz("Câu hỏi số " + n + "?"));
            files.keySet().removeIf(name -> name.startsWith("slides/"));
            files.put("slides/ban-" + n % 3 + ".md", LibraryFixture.deck("Trang số " + n));
            return files;
        }
    }

    private static String picture(int n) {
        return "hinh-" + n % PICTURES + ".png";
    }

    private static int number(LiveLibrary library) {
        var words = library.get(LibraryFixture.ID).words(new ClauseId("i"));
        return words.contains("số") ? Integer.parseInt(words.replaceAll("\\D", "")) : 0;
    }

    @Test
    void everyAcknowledgedPublishIsThereAndNoneIsThereByHalves() throws Exception {
        long seed = System.nanoTime();
        System.out.println("KilledPublishTest seed " + seed);
        var random = new Random(seed);
        new LibraryFixture(folder).open().destroy();
        int completedAtStart = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            int acknowledged = publishUntilKilled(1 + random.nextInt(3), random.nextInt(LONGEST_NANOS));
            boolean unfinished = Files.exists(folder.resolve("data/library/.git/publishing.properties"));

            var fixture = new LibraryFixture(folder);
            var library = fixture.open();

            int found = number(library);
            completedAtStart += unfinished ? 1 : 0;
            assertThat(found).isBetween(acknowledged, acknowledged + 1);
            var holding = library.get(LibraryFixture.ID);
            assertThat(holding.quiz().orElseThrow().question(1).prompt()).contains("số " + found + "?");
            assertThat(holding.decks())
                    .singleElement()
                    .satisfies(
                            deck -> assertThat(deck.slides().getFirst().title()).isEqualTo("Trang số " + found));
            assertThat(new LibraryAttachments(library).of(LibraryFixture.ID))
                    .extracting(Attachment::name)
                    .hasSize(Math.min(found, PICTURES))
                    .contains(picture(found));
            assertThat(library.problems()).isEmpty();
            assertThat(fixture.isClean()).isTrue();
            assertThat(fixture.log().getFirst()).isEqualTo("Mai <mai@example.vn>: Publish " + found);
            library.destroy();
            everyObjectIsWhole(fixture);
        }
        System.out.println("kills=" + KILLS + " completed at the next start=" + completedAtStart + " lost=0 halves=0");
    }

    /** @return the last version that was acknowledged */
    private int publishUntilKilled(int versions, int nanos) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(List.of(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Publisher.class.getName(),
                        folder.toString()))
                .redirectError(folder.resolve("errors").toFile())
                .start();
        String last = "";
        try (var lines = new BufferedReader(process.inputReader(StandardCharsets.UTF_8))) {
            for (int seen = 0; seen < versions; ) {
                var line = lines.readLine();
                if (line == null) {
                    throw new IOException(Files.readString(folder.resolve("errors")));
                }
                if (line.matches("\\d+")) {
                    last = line;
                    seen++;
                }
            }
            for (long end = System.nanoTime() + nanos; System.nanoTime() < end; ) {
                Thread.onSpinWait();
            }
            // Through its handle: the process itself would close what it had still to say.
            process.toHandle().destroyForcibly();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line.matches("\\d+") ? line : last;
            }
        }
        process.waitFor();
        return Integer.parseInt(last);
    }

    private static void everyObjectIsWhole(LibraryFixture fixture) throws IOException, InterruptedException {
        var check = new ProcessBuilder("git", "fsck", "--full", "--strict")
                .directory(fixture.library.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(check.waitFor()).as(said).isZero();
    }
}
