package vn.quantriet.search.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.quantriet.search.vietnamese.Vocabulary.Sample;

class VocabularyTest {
    private final Vocabulary vocabulary = Vocabulary.of(List.of(
            new Sample("Người dân là trung tâm. Người dân là chủ thể.", 2), new Sample("Ngươi nói gì? Hoà bình.", 1)));

    @Test
    void whatIsLearntOnTopLeavesTheFirstAsItWas() {
        var learning = vocabulary.learnMore();
        learning.learn(new Sample("Bến cảng Lạch Huyện. Người dân.", 1));
        var more = learning.end();

        assertThat(vocabulary.countOfKey("huyen")).isZero();
        assertThat(more.countOfKey("huyen")).isEqualTo(1);
        assertThat(count(vocabulary, "người")).isEqualTo(4);
        assertThat(count(more, "người")).isEqualTo(5);
        assertThat(pair(more, "người", "dân")).isEqualTo(1.0);
    }

    @Test
    void textLearntAgainMakesItsWordsNoMoreFrequent() {
        var learning = vocabulary.learnMore();
        for (int i = 0; i < 100; i++) {
            learning.learnNew("Người dân là gốc của nước.");
        }
        var more = learning.end();

        assertThat(count(more, "người")).isEqualTo(4);
        assertThat(count(more, "gốc")).isEqualTo(1);
        assertThat(pair(more, "gốc", "của")).isEqualTo(1.0);
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        var bytes = new ByteArrayOutputStream();
        vocabulary.write(new DataOutputStream(bytes));
        var read = Vocabulary.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        assertThat(new AccentRestorer(read).restore("nguoi dan la trung tam")).isEqualTo("người dân là trung tâm");
        assertThat(read.candidates("nguoi"))
                .extracting(Vocabulary.Syllable::spelling)
                .containsExactly("người", "ngươi");
        assertThat(count(read, "người")).isEqualTo(4);
        assertThat(pair(read, "là", "trung")).isEqualTo(pair(vocabulary, "là", "trung"));
        assertThat(read.probability(read.candidates("dan").getFirst()))
                .isEqualTo(vocabulary.probability(vocabulary.candidates("dan").getFirst()));
    }

    @Test
    void pairsAreCountedAsInAMap() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        Map<Long, Integer> expected = new HashMap<>();
        var counts = new PairCounts();
        for (int i = 0; i < 200_000; i++) {
            long pair = ((long) (1 + random.nextInt(300)) << 32) | 1 + random.nextInt(300);
            expected.merge(pair, 1, Integer::sum);
            counts.add(pair, 1);
        }
        expected.forEach((pair, times) -> assertThat(counts.count(pair)).isEqualTo(times));
        assertThat(counts.count((301L << 32) | 1)).isZero();
    }

    private static int count(Vocabulary vocabulary, String word) {
        return vocabulary.count(Spelling.canonical(word));
    }

    private static double pair(Vocabulary vocabulary, String one, String next) {
        return vocabulary.probabilityAfter(of(vocabulary, one), of(vocabulary, next));
    }

    private static Vocabulary.Syllable of(Vocabulary vocabulary, String word) {
        return vocabulary.candidates(Spelling.key(word)).stream()
                .filter(s -> s.canonical.equals(Spelling.canonical(word)))
                .findFirst()
                .orElseThrow();
    }
}
