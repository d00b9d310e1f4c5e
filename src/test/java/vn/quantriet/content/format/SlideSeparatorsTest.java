package vn.quantriet.content.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.vladsch.flexmark.ast.ThematicBreak;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Slides part where the Markdown parser sees a rule of three dashes, whatever stands around it. */
class SlideSeparatorsTest {
    private static final List<String> LINES = List.of(
            "---",
            "---",
            "---",
            "",
            "",
            "",
            " ",
            "\t",
            "--- ",
            " ---",
            "   ---",
            "    ---",
            "\t---",
            "----",
            "- - -",
            "***",
            "# Tên",
            "Một câu.",
            "- mục",
            "  tiếp",
            "    thụt",
            "1. số",
            "> trích",
            "> ---",
            "- ---",
            "| a | b |",
            "|---|---|",
            "[a]: /b 'c",
            "Lời giảng:",
            "[^1]: chú thích",
            "\u00a0",
            "---\f",
            "\\",
            "*",
            "`",
            "``",
            "```",
            "~~~",
            "<div>",
            "<!--",
            "-->",
            "<b>",
            "a\r",
            "---\r");
    private static final String FRONT = "---\nma: x\n---\n";

    @Test
    void partWhereTheParserSeesThem() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        int sure = 0;
        for (int i = 0; i < 20_000; i++) {
            int known = random.nextBoolean() ? LINES.size() : LINES.indexOf("*");
            var body = new StringBuilder(random.nextBoolean() ? "" : FRONT);
            for (int line = random.nextInt(12); line > 0; line--) {
                body.append(LINES.get(random.nextInt(known))).append('\n');
            }
            var file = SourceFile.of("57-nq-tw/slides/co-so.md", body.toString());
            var expected = parsed(file);
            sure += expected.isEmpty() ? 0 : 1;
            assertThat(separators(file)).as("seed %d: %s", seed, body).isEqualTo(expected);
        }
        assertThat(sure).as("decks with separators, seed %d", seed).isGreaterThan(5_000);
    }

    private static List<Integer> separators(SourceFile file) {
        var places = DeckSource.places(Samples.DECK, file);
        return places.subList(0, places.size() - 1).stream()
                .map(DeckSource.Place::end)
                .toList();
    }

    private static List<Integer> parsed(SourceFile file) {
        int start = FrontMatter.bodyStart(file.text());
        var whole = Markdown.parse(file, start, file.text().length());
        List<Integer> found = new ArrayList<>();
        for (var block : whole.blocks()) {
            var chars = block.getChars().toString();
            if (block instanceof ThematicBreak && chars.strip().equals("---")) {
                found.add(whole.positionOf(block) + chars.indexOf("---"));
            }
        }
        return found;
    }
}
