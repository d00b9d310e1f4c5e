package vn.quantriet.content.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Random texts, random edits of two sides. The seed is in the name of what fails. */
class TextMergePropertyTest {
    private static final List<String> WORDS = List.of(
            "người dân",
            "doanh nghiệp",
            "trung tâm",
            "chủ thể",
            "hoàn thiện",
            "thể chế",
            "hạ tầng",
            "dữ liệu",
            "nguồn lực",
            "chuyển đổi số",
            "kinh tế",
            "xã hội",
            "ngân sách",
            "cấp ủy",
            "chi bộ",
            "triển khai",
            "kiểm tra",
            "giám sát");

    private final List<String> marks = new ArrayList<>();
    private int lastMark = 1_000;

    /** A clause of the model: its words, and the clauses below it. */
    private record Model(int depth, String title, List<String> words, List<Model> below) {}

    private static String words(Random random, int count) {
        return String.join(
                " ",
                IntStream.range(0, count)
                        .mapToObj(i -> WORDS.get(random.nextInt(WORDS.size())))
                        .toList());
    }

    private static List<Model> grow(Random random, int depth) {
        List<Model> clauses = new ArrayList<>();
        int count = depth == 0 ? 3 + random.nextInt(3) : random.nextInt(4);
        for (int i = 0; i < count; i++) {
            clauses.add(new Model(
                    depth,
                    words(random, 3),
                    new ArrayList<>(List.of(words(random, 8 + random.nextInt(20)) + ".")),
                    depth == 2 ? new ArrayList<>() : grow(random, depth + 1)));
        }
        return clauses;
    }

    private static List<Model> copy(List<Model> clauses) {
        return new ArrayList<>(clauses.stream()
                .map(c -> new Model(c.depth(), c.title(), new ArrayList<>(c.words()), copy(c.below())))
                .toList());
    }

    private static void flatten(List<Model> clauses, List<Model> all) {
        for (var clause : clauses) {
            all.add(clause);
            flatten(clause.below(), all);
        }
    }

    private static List<Model> all(List<Model> clauses) {
        List<Model> all = new ArrayList<>();
        flatten(clauses, all);
        return all;
    }

    private static String write(List<Model> clauses) {
        List<Part> parts = new ArrayList<>();
        write(clauses, 0, parts);
        return Parts.together(Layout.CLAUSES, Renumbering.of(parts));
    }

    private static void write(List<Model> clauses, int depth, List<Part> parts) {
        for (var clause : clauses) {
            var heading =
                    "#".repeat(depth + 2) + List.of(" I. ", " 1. ", " a) ").get(depth) + clause.title();
            parts.add(new Part(
                    Part.Kind.BODY, depth + 2, "", "", heading + "\n\n" + String.join("\n\n", clause.words())));
            write(clause.below(), depth + 1, parts);
        }
    }

    private String mark() {
        var mark = "dấu" + ++lastMark;
        marks.add(mark);
        return mark;
    }

    @RepeatedTest(150)
    void changesOfDifferentPartsAreAllThereWhicheverSideMergesThem(RepetitionInfo repetition) {
        long seed = 57_000 + repetition.getCurrentRepetition();
        var random = new Random(seed);
        var base = grow(random, 0);
        var mine = copy(base);
        var theirs = copy(base);
        for (int i = 0; i < all(base).size(); i++) {
            var side = random.nextBoolean() ? mine : theirs;
            var clause = all(side).get(i);
            if (random.nextInt(3) == 0) {
                clause.words().add(words(random, 2) + " " + mark() + ".");
            }
        }
        for (int i = 0; i < 4; i++) {
            var side = i % 2 == 0 ? mine : theirs;
            var above = all(side).stream().filter(clause -> clause.depth() < 2).toList();
            var parent = above.get(random.nextInt(above.size()));
            var below = i < 2 ? side : parent.below();
            int depth = i < 2 ? 0 : parent.depth() + 1;
            var title = words(random, 2) + " " + mark();
            below.add(
                    random.nextInt(below.size() + 1),
                    new Model(depth, title, new ArrayList<>(List.of(words(random, 12))), new ArrayList<>()));
        }

        var there = TextMerge.of(file(write(base)), file(write(mine)), file(write(theirs)));
        var back = TextMerge.of(file(write(base)), file(write(theirs)), file(write(mine)));

        for (var merge : List.of(there, back)) {
            assertThat(merge.conflicts()).as("seed " + seed).isEmpty();
            var text = merge.files().getOrDefault("resolution.md", "");
            assertThat(marks)
                    .as("seed " + seed)
                    .allSatisfy(mark -> assertThat(text).containsOnlyOnce(mark));
            assertThat(Renumbering.isRegular(Parts.of(Layout.CLAUSES, text)))
                    .as("seed " + seed)
                    .isTrue();
            assertThat(sentences(text)).as("seed " + seed).containsAll(sentences(write(base)));
        }
        assertThat(sentences(there.files().toString()))
                .as("seed " + seed)
                .isEqualTo(sentences(back.files().toString()));
    }

    @RepeatedTest(100)
    void everyWordOfBothIsInTheResultOrInAConflict(RepetitionInfo repetition) {
        long seed = 58_000 + repetition.getCurrentRepetition();
        var random = new Random(seed);
        var base = grow(random, 0);
        var mine = edited(copy(base), random);
        var theirs = edited(copy(base), random);

        var merge = TextMerge.of(file(write(base)), file(write(mine)), file(write(theirs)));

        var said = new TreeSet<>(sentences(merge.files().getOrDefault("resolution.md", "")));
        merge.conflicts().forEach(c -> said.addAll(sentences(c.mine() + "\n" + c.theirs())));
        var before = sentences(write(base));
        var written = new TreeSet<>(sentences(write(mine)));
        written.addAll(sentences(write(theirs)));
        written.removeAll(before);
        assertThat(said).as("seed " + seed).containsAll(written);
    }

    /** Rewords, adds, removes and moves at random. */
    private List<Model> edited(List<Model> text, Random random) {
        for (int i = 0; i < 6; i++) {
            var all = all(text);
            var clause = all.get(random.nextInt(all.size()));
            switch (random.nextInt(4)) {
                case 0 -> clause.words().add(words(random, 4) + " " + mark() + ".");
                case 1 -> clause.words().set(0, words(random, 10) + " " + mark() + ".");
                case 2 ->
                    text.add(
                            random.nextInt(text.size() + 1),
                            new Model(
                                    0,
                                    words(random, 2) + " " + mark(),
                                    new ArrayList<>(List.of(mark())),
                                    new ArrayList<>()));
                default -> {
                    if (text.size() > 2) {
                        var taken = text.remove(random.nextInt(text.size()));
                        if (random.nextBoolean()) {
                            text.add(random.nextInt(text.size() + 1), taken);
                        }
                    }
                }
            }
        }
        return text;
    }

    private static Map<String, String> file(String text) {
        return Map.of("resolution.md", text);
    }

    /** Lines without what is counted. */
    private static TreeSet<String> sentences(String text) {
        var lines = new TreeSet<String>();
        text.lines()
                .filter(line -> !line.isBlank())
                .forEach(line ->
                        lines.add(line.replaceFirst("^.*#{2,4} \\S+ ", "").replaceFirst("}$", "")));
        return lines;
    }
}
