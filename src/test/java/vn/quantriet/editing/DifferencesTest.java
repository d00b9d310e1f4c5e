package vn.quantriet.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static vn.quantriet.content.Manuscript.QUIZ;
import static vn.quantriet.content.Manuscript.TEXT;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.quantriet.content.TextHistory.Stretch;

class DifferencesTest {

    @Test
    void onlyThePartsThatDifferAreToldInTheOrderOfTheFiles() {
        var before = Map.of(
                TEXT, "---\ntitle: a\n---\n\n## I. Một\n\nx\n\n## II. Hai\n\ny\n", QUIZ, "## 1. Đúng sai\n\nA\n");
        var after = Map.of(
                TEXT, "---\ntitle: b\n---\n\n## I. Một\n\nx\n\n## II. Hai\n\nz\n", QUIZ, "## 1. Đúng sai\n\nB\n");

        assertThat(Differences.between(before, after))
                .extracting(PartChange::path, PartChange::part)
                .containsExactly(tuple(TEXT, ""), tuple(TEXT, "## II. Hai"), tuple(QUIZ, "## 1. Đúng sai"));
    }

    @Test
    void partThatWasRenumberedIsRewordedNotNew() {
        var changes = Differences.between(
                Map.of(TEXT, "## I. Người dân là trung tâm\n\nx\n"),
                Map.of(TEXT, "## I. Mở đầu\n\nhoàn toàn khác hẳn\n\n## II. Người dân là trung tâm\n\nx\n"));

        assertThat(changes)
                .extracting(PartChange::part, PartChange::isAdded)
                .containsExactly(tuple("## I. Mở đầu", true), tuple("## II. Người dân là trung tâm", false));
        assertThat(changes.get(1).after()).contains(new Stretch("II", true));
    }

    @Test
    void partBelowWhichAnotherWasAddedIsUnchanged() {
        assertThat(Differences.between(
                        Map.of(TEXT, "## I. Một\n\nx\n"), Map.of(TEXT, "## I. Một\n\nx\n\n## II. Hai\n\ny\n")))
                .extracting(PartChange::part)
                .containsExactly("## II. Hai");
    }

    @Test
    void headingsInFrontMatterAndCodeArePartsOfNothing() {
        assertThat(Part.of("---\na: b # c\n# d\n---\n\n## I. Một\n\n```\n# không phải\n```\n## II. Hai\n"))
                .extracting(Part::heading)
                .containsExactly("", "## I. Một", "## II. Hai");
    }

    @Test
    void partsPutTogetherAreTheFile() {
        long seed = 20261123;
        var random = new Random(seed);
        List<String> lines = List.of("---", "", "# a", "## 1. b", "chữ", "```", "- [x] c", "   ", "#không");
        for (int i = 0; i < 500; i++) {
            var text = random.ints(random.nextInt(15), 0, lines.size())
                    .mapToObj(lines::get)
                    .collect(Collectors.joining("\n", "", random.nextBoolean() ? "\n" : ""));
            assertThat(Part.of(text).stream().map(Part::text).collect(Collectors.joining()))
                    .as("seed %d, round %d", seed, i)
                    .isEqualTo(text);
        }
    }

    @Test
    void wordsPutTogetherAreEachVersion() {
        var words = Differences.words("Người dân, doanh nghiệp là chủ thể.", "Người dân và doanh nghiệp là trung tâm.");

        assertThat(words.before().stream().map(Stretch::text).collect(Collectors.joining()))
                .isEqualTo("Người dân, doanh nghiệp là chủ thể.");
        assertThat(words.after().stream().map(Stretch::text).collect(Collectors.joining()))
                .isEqualTo("Người dân và doanh nghiệp là trung tâm.");
        assertThat(words.before())
                .filteredOn(Stretch::changed)
                .extracting(Stretch::text)
                .contains("chủ thể");
        assertThat(words.after())
                .filteredOn(Stretch::changed)
                .extracting(Stretch::text)
                .contains("trung tâm");
    }

    @Test
    void moreWordsOrPartsThanAnyoneReadsAreShownAsAWholeAndAtOnce() {
        var before = "## I. Một\n\n" + "trước ".repeat(100_000);
        var after = "## I. Một\n\n" + "sau ".repeat(100_000);
        assertThat(Differences.between(Map.of(TEXT, before), Map.of(TEXT, after)))
                .singleElement()
                .satisfies(change -> assertThat(change.after()).containsExactly(new Stretch(after.strip(), true)));

        var parts = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            parts.append("## ").append(i).append('\n');
        }
        assertThat(Differences.between(
                        Map.of(TEXT, parts.toString()),
                        Map.of(TEXT, parts.reverse().toString())))
                .hasSize(1);
    }
}
