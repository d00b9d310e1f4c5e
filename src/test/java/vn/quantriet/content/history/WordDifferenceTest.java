package vn.quantriet.content.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import vn.quantriet.content.TextHistory.Stretch;

class WordDifferenceTest {

    private static String marked(List<Stretch> stretches) {
        return stretches.stream()
                .map(s -> s.changed() ? "[" + s.text() + "]" : s.text())
                .collect(Collectors.joining());
    }

    private static String text(List<Stretch> stretches) {
        return stretches.stream().map(Stretch::text).collect(Collectors.joining());
    }

    @Test
    void wordsThatDifferAreMarkedOnTheirSide() {
        var words = WordDifference.between(
                "Người dân là trung tâm của chuyển đổi số.", "Người dân, doanh nghiệp là trung tâm của chuyển đổi.");

        assertThat(marked(words.before())).isEqualTo("Người dân là trung tâm của chuyển đổi[ số].");
        assertThat(marked(words.after())).isEqualTo("Người dân[, doanh nghiệp] là trung tâm của chuyển đổi.");
    }

    @Test
    void changedWordsWithOnlyASpaceBetweenThemAreOneStretch() {
        var words = WordDifference.between("Ít nhất ba phần trăm ngân sách", "Ít nhất năm mươi tỷ ngân sách");

        assertThat(marked(words.before())).isEqualTo("Ít nhất [ba phần trăm] ngân sách");
        assertThat(marked(words.after())).isEqualTo("Ít nhất [năm mươi tỷ] ngân sách");
    }

    @Test
    void equalTextsHaveNoChange() {
        var words = WordDifference.between("Một.\nHai.", "Một.\nHai.");

        assertThat(words.before()).containsExactly(new Stretch("Một.\nHai.", false));
        assertThat(words.after()).isEqualTo(words.before());
    }

    @Test
    void textThatWasNotThereIsNewAsAWhole() {
        assertThat(WordDifference.between("", "Mới.").before()).isEmpty();
        assertThat(WordDifference.between("", "Mới.").after()).containsExactly(new Stretch("Mới.", true));
        assertThat(WordDifference.between("Cũ.", "").before()).containsExactly(new Stretch("Cũ.", true));
    }

    @RepeatedTest(50)
    void bothSidesReadAsTheyAreAndTheirUnchangedWordsAreTheSame(RepetitionInfo repetition) {
        long seed = 900 + repetition.getCurrentRepetition();
        var random = new Random(seed);
        var before = words(random);
        var after = words(random);

        var words = WordDifference.between(before, after);

        assertThat(text(words.before())).as("seed " + seed).isEqualTo(before);
        assertThat(text(words.after())).as("seed " + seed).isEqualTo(after);
        assertThat(unchanged(words.before())).as("seed " + seed).isEqualTo(unchanged(words.after()));
    }

    @Test
    void textsOfAMegabyteWithNothingInCommonAreCompared() {
        var before = "một hai ba bốn.\n".repeat(60_000);
        var after = "năm sáu bảy tám.\n".repeat(60_000);

        assertThat(marked(WordDifference.between(before, after).before())).isEqualTo("[" + before + "]");
    }

    private static String unchanged(List<Stretch> stretches) {
        return stretches.stream().filter(s -> !s.changed()).map(Stretch::text).collect(Collectors.joining());
    }

    private static String words(Random random) {
        return IntStream.range(0, random.nextInt(60))
                .mapToObj(i -> List.of("dân", "số", "là", ",", ".", "\n", "3%").get(random.nextInt(7)))
                .collect(Collectors.joining(" "));
    }
}
