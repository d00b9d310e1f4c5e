package vn.quantriet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A library of any size in the words of the sample library: every text has about twenty clauses, key points and a quiz, every tenth
 * a deck. The same seed gives the same library.
 */
final class GeneratedLibrary {
    private static final int CHAPTERS = 4;
    private static final int CLAUSES = 4;
    private static final int QUESTIONS = 6;
    private static final int POINTS = 5;
    private static final int SLIDES = 8;
    private static final int DECK_EVERY = 10;
    private static final int LONGEST_SHORT = 60;
    private static final String[] ROMAN = {"I", "II", "III", "IV"};
    private static final String[] ISSUERS = {"Bộ Chính trị", "Ban Bí thư", "Ban Chấp hành Đảng bộ tỉnh", "Tỉnh ủy"};
    private static final String[] TOPICS = {"Chuyển đổi số", "Xây dựng Đảng", "Giáo dục", "Y tế", "Kinh tế", "Pháp luật"
    };

    private final Random random;
    private final SampleWords words;
    private final Path root;

    private GeneratedLibrary(Path root, SampleWords words, long seed) {
        this.root = root;
        this.words = words;
        this.random = new Random(seed);
    }

    /** Writes texts into an empty or missing folder. */
    static void write(Path root, int texts, long seed) throws IOException {
        var library = new GeneratedLibrary(root, SampleWords.of(Path.of("content")), seed);
        Files.createDirectories(root);
        Files.copy(Path.of("content/abbreviations.txt"), root.resolve("abbreviations.txt"));
        for (int n = 0; n < texts; n++) {
            library.text(n);
        }
    }

    /** The folder of the nth text, from 0. */
    static String name(int n) {
        return (n % 900 + 1) + "-nq-" + Character.toString('a' + n / 900 % 26) + (n / 900 / 26 + 1);
    }

    private void text(int n) throws IOException {
        var folder = Files.createDirectories(root.resolve(name(n)));
        Files.writeString(folder.resolve("resolution.md"), resolution(n));
        Files.writeString(folder.resolve("key-points.md"), keyPoints());
        Files.writeString(folder.resolve("quiz.md"), quiz());
        if (n % DECK_EVERY == 0) {
            Files.createDirectories(folder.resolve("slides"));
            Files.writeString(folder.resolve("slides/co-so.md"), deck());
        }
    }

    private String resolution(int n) {
        var text = new StringBuilder("---\nnumber: ")
                .append(name(n).toUpperCase(Locale.ROOT).replaceFirst("-NQ-", "-NQ/"));
        text.append("\nkind: ").append(n % 5 == 4 ? "directive" : "resolution");
        text.append("\nissuer: ").append(one(ISSUERS));
        text.append("\nissued: ").append(LocalDate.of(1990, 1, 1).plusDays(random.nextInt(13_000)));
        text.append("\ntitle: \"").append(words.title(random, 8, 16));
        text.append("\"\nshort: \"").append(cut(words.title(random, 4, 8)));
        text.append("\"\ntopics: [").append(one(TOPICS)).append("]\nstatus: unverified\nsource: Sinh ra để đo\n");
        if (n > 0) {
            text.append("relations:\n  - kind: related\n    to: ")
                    .append(name(random.nextInt(n)))
                    .append('\n');
        }
        text.append("facts:\n  chi-tieu:\n    status: unverified\n    source: Sinh ra để đo\n---\n");
        for (int chapter = 0; chapter < CHAPTERS; chapter++) {
            text.append("\n## ")
                    .append(ROMAN[chapter])
                    .append(". ")
                    .append(words.title(random, 3, 8))
                    .append("\n");
            text.append('\n').append(paragraph(1)).append('\n');
            for (int clause = 1; clause <= CLAUSES; clause++) {
                text.append("\n### ")
                        .append(clause)
                        .append(". ")
                        .append(words.title(random, 4, 10))
                        .append("\n\n");
                text.append(paragraph(3));
                if (chapter == 0 && clause == 1) {
                    text.append(" Phấn đấu [tăng 12% mỗi năm](fact:chi-tieu), theo mục [II.2](clause:ii.2).");
                }
                text.append("\n\n");
                if (clause % 2 == 0) {
                    text.append("- ")
                            .append(sentence())
                            .append("\n- ")
                            .append(sentence())
                            .append('\n');
                } else {
                    text.append("**")
                            .append(words.title(random, 3, 6))
                            .append("**: ")
                            .append(paragraph(2))
                            .append('\n');
                }
            }
        }
        if (n > 0 && n % 3 == 0) {
            text.append("\nXem thêm [văn bản trước](clause:")
                    .append(name(n - 1))
                    .append("#i.1).\n");
        }
        return text.toString();
    }

    private String keyPoints() {
        var text = new StringBuilder();
        for (int i = 0; i < POINTS; i++) {
            text.append("## ").append(words.title(random, 4, 9)).append("\n\n").append(paragraph(2));
            text.append(' ').append(cite()).append("\n\n");
        }
        return text.toString();
    }

    private String quiz() {
        var text = new StringBuilder("---\npass: 70\ndraw: 4\n---\n");
        for (int i = 1; i <= QUESTIONS; i++) {
            text.append("\n## ")
                    .append(i)
                    .append(". Một đáp án\n\nCâu ")
                    .append(i)
                    .append(": ");
            text.append(sentence()).append("\n\n");
            int right = random.nextInt(4);
            for (int option = 0; option < 4; option++) {
                text.append(option == right ? "- [x] " : "- [ ] ")
                        .append("Cách ")
                        .append(option + 1)
                        .append(": ");
                text.append(words.title(random, 5, 12)).append('\n');
            }
            text.append("\n> ").append(sentence()).append(' ').append(cite()).append('\n');
        }
        return text.toString();
    }

    private String deck() {
        var text = new StringBuilder("---\ntitle: \"").append(words.title(random, 4, 8));
        text.append("\"\nreporter: Báo cáo viên\naudience: Chi bộ cơ sở\nminutes: 45\n---\n");
        for (int i = 0; i < SLIDES; i++) {
            text.append(i == 0 ? "" : "\n---\n")
                    .append("\n# ")
                    .append(words.title(random, 3, 7))
                    .append("\n\n");
            for (int line = 0; line < 3; line++) {
                text.append("- ").append(words.title(random, 5, 11)).append('\n');
            }
            text.append('\n')
                    .append(cite())
                    .append("\n\nLời giảng:\n\n")
                    .append(paragraph(3))
                    .append('\n');
        }
        return text.toString();
    }

    private String cite() {
        int chapter = random.nextInt(CHAPTERS);
        int clause = 1 + random.nextInt(CLAUSES);
        return "[" + ROMAN[chapter] + "." + clause + "](clause:" + ROMAN[chapter].toLowerCase(Locale.ROOT) + "."
                + clause + ")";
    }

    private static String cut(String title) {
        return title.length() <= LONGEST_SHORT
                ? title
                : title.substring(0, LONGEST_SHORT).strip();
    }

    private String paragraph(int sentences) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < sentences; i++) {
            all.add(sentence());
        }
        return String.join(" ", all);
    }

    private String sentence() {
        return words.sentence(random);
    }

    private String one(String[] of) {
        return of[random.nextInt(of.length)];
    }
}
