package vn.quantriet.content.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

    @ParameterizedTest
    @MethodSource("tokens")
    void largeFileOfOneTokenIsAnsweredInTime(String token) {
        var text = new StringBuilder("---\ntitle: Một\nreporter: Hai\naudience: Ba\n---\n\n# Bốn\n\n");
        text.repeat(token, 300_000 / token.getBytes(StandardCharsets.UTF_8).length);

        assertTimeoutPreemptively(
                Duration.ofSeconds(40), () -> parseDeck(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static void parseDeck(byte[] bytes) {
        SourceFile.read("57-nq-tw/slides/co-so.md", bytes)
                .file()
                .ifPresent(file -> LibraryFormat.deck(Samples.DECK, file));
    }

    static Stream<String> tokens() {
        return Stream.of(
                "[a](",
                "[a](\n",
                "[a](\n\n",
                "[a]: <\n",
                "[a]: <\n\n",
                "[a]: b\n",
                "![",
                "[[a]",
                "[]",
                "](",
                "*a **b ",
                "_a __b_ ",
                "**a*",
                "a**",
                "~~a ~",
                "`a``b```",
                "<a ",
                "<a\n",
                "<!--",
                "<?",
                "<![CDATA[",
                "http://a.",
                "a@b.",
                "&amp",
                "\\",
                "> ",
                ">\n",
                "- ",
                "- a\n",
                "  - a\n",
                "1. a\n",
                "#\n",
                "# a\n\n",
                "---\n",
                "\n---\n\n",
                "|a|\n|-|\n",
                "|a",
                "a|b\n-|-\n",
                "```\n",
                "~~~ a\n",
                "    a\n",
                "\t",
                " ",
                "a ",
                "\n",
                "a\n",
                "=\n",
                "- [x] a\n",
                "- [ ] a\n\n> b [I](clause:i)\n\n",
                "## 1. Đúng sai\n\n",
                "## I. Một\n\n",
                "Lời giảng:\n",
                "[I](clause:i) ",
                "[I](clause:i)\n",
                "[a](fact:b)\n\n",
                "e\u0301",
                "\u2028",
                "\uD83D\uDE00");
    }

    @Test
    void frontMatterOfManyKeysIsAnsweredInTime() {
        for (var token :
                List.of("a: b\n", "{", "[", "- ", "? ", "&a ", "*a ", "'", "a: &a [*a]\n", "topics: [a]\n", "é: b\n")) {
            var text = "---\n" + token.repeat(300_000 / token.length()) + "\n---\n\n# Bốn\n";
            assertTimeoutPreemptively(
                    Duration.ofSeconds(60), () -> parseAll(text.getBytes(StandardCharsets.UTF_8)), token);
        }
    }

    @Test
    void whatNobodyWritesIsRefusedByLineBeforeItIsParsed() {
        assertThat(refusals("a\n\n" + "[a](".repeat(501))).containsExactly("3:1 paragraph-brackets");
        assertThat(refusals("a\n" + "a".repeat(20_001))).containsExactly("2:1 line-too-long");
        assertThat(refusals("[a]: <\n\n".repeat(100))).containsExactly("199:1 link-references");
        assertThat(refusals("---\n" + "a: b\n".repeat(10_001) + "---\n")).containsExactly("1:1 front-matter-long");
        assertThat(refusals("[a](b)\n\n".repeat(5_000))).isEmpty();
    }

    private static List<String> refusals(String text) {
        return SourceFile.read("57-nq-tw/x.md", text.getBytes(StandardCharsets.UTF_8)).problems().stream()
                .map(p -> p.line() + ":" + p.column() + " " + p.code())
                .toList();
    }

    private static int parseAll(byte[] bytes) {
        var read = SourceFile.read("57-nq-tw/x.md", bytes);
        if (read.file().isEmpty()) {
            assertThat(read.problems()).isNotEmpty();
            return read.problems().size();
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
