package vn.quantriet.content.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.format.LibraryFormat;
import vn.quantriet.content.format.SourceFile;

class MatchingTest {
    private static final int EDITS = 600;
    private static final int MOST_EDITS_AT_ONCE = 6;
    private static final List<List<Written>> TEXTS = new ArrayList<>();

    @BeforeAll
    static void readSamples() throws IOException {
        try (var folders = Files.list(Path.of("content"))) {
            for (var folder : folders.filter(Files::isDirectory).sorted().toList()) {
                var id = new ResolutionId(folder.getFileName().toString());
                var file = SourceFile.of("resolution.md", Files.readString(folder.resolve("resolution.md")));
                var text = LibraryFormat.resolution(id, file).value().orElseThrow();
                TEXTS.add(Identification.written(text));
            }
        }
        assertThat(TEXTS).hasSize(13);
    }

    static List<Long> seeds() {
        long now = System.nanoTime();
        return List.of(1L, 20_26L, 57L, now, now + 1);
    }

    /** Edits of which nobody could say what became of a clause (rewritten, split, merged) may also be asked about. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void clausesKeepTheirIdentityThroughRandomEdits(long seed) {
        var random = new Random(seed);
        var tally = new Tally();
        while (tally.edits < EDITS) {
            int which = random.nextInt(TEXTS.size());
            var earlier = TEXTS.get(which);
            var strangers = TEXTS.stream()
                    .filter(other -> other != earlier)
                    .flatMap(List::stream)
                    .filter(clause -> !clause.text().isBlank())
                    .toList();
            var text = new EditedText(earlier, strangers, random);
            Set<String> kinds = new HashSet<>();
            for (int left = 1 + random.nextInt(MOST_EDITS_AT_ONCE); left > 0; left--) {
                kinds.add(text.edit());
                tally.edits++;
            }
            tally.count(earlier, text.clauses(), kinds);
        }

        System.out.println("identity seed=" + seed + " " + tally);
        tally.wrong.forEach(System.out::println);
        assertThat(tally.wrongAttachments).isEmpty();
        assertThat(tally.share()).isGreaterThanOrEqualTo(0.99);
    }

    /** Right and wrong decisions about clauses that were edited, given another place, inserted or deleted. */
    private static final class Tally {
        int edits;
        int decisions;
        int right;
        int asked;
        final List<String> wrongAttachments = new ArrayList<>();
        final List<String> wrong = new ArrayList<>();

        void count(List<Written> earlier, List<EditedText.Flat> now, Set<String> kinds) {
            var verdicts = Matching.of(
                    earlier, now.stream().map(EditedText.Flat::written).toList());
            Set<Integer> given = new HashSet<>();
            for (int i = 0; i < now.size(); i++) {
                var part = now.get(i).part();
                var written = now.get(i).written();
                boolean good = switch (verdicts.get(i)) {
                    case Verdict.Same(int e, double likeness) -> {
                        assertThat(given.add(e)).isTrue();
                        // The same title and words are the same clause, whichever copy it was.
                        boolean fine = part.rightly.contains(e)
                                || earlier.get(e).hash().equals(written.hash());
                        if (!fine) {
                            wrongAttachments.add(written.place() + " is not "
                                    + earlier.get(e).place() + " after " + kinds);
                        }
                        yield fine;
                    }
                    case Verdict.Unsure(int e, double likeness) -> {
                        asked++;
                        yield part.isAmbiguous();
                    }
                    case Verdict.New() -> part.mayBeNew;
                };
                boolean moved = part.rightly.size() != 1
                        || !earlier.get(part.rightly.iterator().next()).place().equals(written.place());
                if (part.touched || moved || !good) {
                    decisions++;
                    right += good ? 1 : 0;
                }
                if (!good) {
                    wrong.add("  " + verdicts.get(i) + " for " + written.place() + " '" + written.title() + "' "
                            + written.text().split("\\s+").length + " words, rightly "
                            + part.rightly.stream()
                                    .map(e -> earlier.get(e).place() + " '"
                                            + earlier.get(e).title() + "'")
                                    .toList()
                            + " after " + kinds);
                }
            }
        }

        double share() {
            return (double) right / decisions;
        }

        @Override
        public String toString() {
            return "edits=" + edits + " decisions=" + decisions + " right=" + share() + " asked=" + asked
                    + " wrongly attached=" + wrongAttachments.size();
        }
    }
}
