package vn.quantriet.content.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.quantriet.content.Problem;
import vn.quantriet.ui.Translations;

/** Damages good files at random: every result has its places inside the file and its sentences, and nothing is thrown. */
class RobustnessTest {
    private static final int ROUNDS = 1500;
    private static final List<String> SAMPLES =
            List.of(Samples.RESOLUTION, Samples.KEY_POINTS, Samples.QUIZ, Samples.SLIDES);
    private static final List<String> SHARDS = List.of(
            "---\n",
            "\n\n",
            "#",
            "- [x] ",
            "> ",
            "[",
            "](",
            ")",
            "clause:",
            "fact:",
            "<",
            "&",
            "|",
            "`",
            "**",
            "\t",
            "\r",
            "\u0000",
            "\uD83D\uDE00",
            "\uD83D",
            "e\u0301",
            "\u0958",
            "\u2028",
            "\u0085",
            "*a\n",
            "&a ",
            "!!java.net.URL ",
            "{",
            "}",
            "? ",
            ": ",
            "' ",
            "\"",
            "%YAML 9\n",
            "...\n",
            "Lời giảng:\n",
            "Đáp án:\n",
            "1.\n",
            "\uFEFF");

    @Test
    void damagedFilesGiveProblemsAndNeverThrow() {
        long seed = System.nanoTime();
        System.out.println("RobustnessTest seed " + seed);
        var random = new Random(seed);
        int problems = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var bytes = damaged(SAMPLES.get(random.nextInt(SAMPLES.size())), random);
            try {
                problems += parseAll(bytes);
            } catch (RuntimeException e) {
                fail("seed " + seed + " round " + round + ": " + new String(bytes, StandardCharsets.UTF_8), e);
            }
        }
        assertThat(problems).isGreaterThan(ROUNDS);
    }

    private static int parseAll(byte[] bytes) {
        var read = SourceFile.read("57-nq-tw/x.md", bytes);
        if (read.file().isEmpty()) {
            assertThat(read.problems()).hasSize(1);
            return 1;
        }
        var file = read.file().get();
        var results = List.of(
                LibraryFormat.resolution(Samples.ID, file),
                LibraryFormat.keyPoints(Samples.ID, file),
                LibraryFormat.quiz(Samples.ID, file),
                LibraryFormat.deck(Samples.DECK, file));
        var lines = file.text().split("\n", -1);
        for (var result : results) {
            result.problems().forEach(problem -> assertInside(problem, lines));
            result.citations().forEach(citation -> assertInside(citation.ifMissing(), lines));
        }
        return results.stream().mapToInt(r -> r.problems().size()).sum();
    }

    private static void assertInside(Problem problem, String[] lines) {
        assertThat(problem.line()).as(problem::toString).isBetween(1, lines.length);
        assertThat(problem.column()).as(problem::toString).isBetween(1, lines[problem.line() - 1].length() + 1);
        for (var language : List.of(Translations.VIETNAMESE, Translations.ENGLISH)) {
            assertThat(Samples.sentence(problem, language)).doesNotStartWith("!");
        }
    }

    private static byte[] damaged(String sample, Random random) {
        var text = new StringBuilder(sample);
        for (int i = random.nextInt(6); i >= 0 && !text.isEmpty(); i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, SHARDS.get(random.nextInt(SHARDS.size())));
                case 1 -> text.delete(at, Math.min(text.length(), at + random.nextInt(30)));
                case 2 -> text.insert(at, text.substring(0, random.nextInt(text.length())));
                default -> text.setCharAt(at, (char) random.nextInt(0x3000));
            }
        }
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(10) == 0 && bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
