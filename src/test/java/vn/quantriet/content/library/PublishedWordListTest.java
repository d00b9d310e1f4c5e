package vn.quantriet.content.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.quantriet.content.Author;
import vn.quantriet.content.TextPublishing.FilesHaveProblems;
import vn.quantriet.content.WordList;

class PublishedWordListTest {
    private static final Author MAI = new Author("Mai", "mai@example.vn");

    @TempDir
    Path folder;

    LibraryFixture fixture;
    LiveLibrary library;
    WordList words;

    @BeforeEach
    void open() throws Exception {
        fixture = new LibraryFixture(folder);
        Files.writeString(fixture.seed.resolve(WordList.FILE), "# Viết tắt\n\nBCT = Bộ Chính trị\n");
        library = fixture.open();
        words = new PublishedWordList(library);
    }

    @AfterEach
    void close() {
        library.destroy();
    }

    private Path file() {
        return fixture.library.resolve(WordList.FILE);
    }

    private static UnaryOperator<List<String>> adding(String line) {
        return lines -> {
            List<String> more = new ArrayList<>(lines);
            more.add(line);
            return more;
        };
    }

    @Test
    void lineIsWrittenAndCommittedInTheAuthorsName() throws Exception {
        words.change(adding("bỏ ~ bãi bỏ"), MAI, "Thêm từ đồng nghĩa: bỏ ~ bãi bỏ");

        assertThat(Files.readString(file())).isEqualTo("# Viết tắt\n\nBCT = Bộ Chính trị\nbỏ ~ bãi bỏ\n");
        assertThat(words.lines()).containsExactly("# Viết tắt", "", "BCT = Bộ Chính trị", "bỏ ~ bãi bỏ");
        assertThat(fixture.log().getFirst()).isEqualTo("Mai <mai@example.vn>: Thêm từ đồng nghĩa: bỏ ~ bãi bỏ");
        assertThat(fixture.isClean()).isTrue();
    }

    @Test
    void listThatDoesNotExistYetIsBegun() throws Exception {
        Files.delete(file());

        words.change(adding("bỏ ~ bãi bỏ"), MAI, "Thêm");

        assertThat(Files.readString(file())).isEqualTo("bỏ ~ bãi bỏ\n");
    }

    @Test
    void whatWasWrittenByHandBeforeIsNotTheAuthors() throws Exception {
        Files.writeString(file(), "BCT = Bộ Chính trị\r\nBBT = Ban Bí thư\r\n");

        words.change(adding("bỏ ~ bãi bỏ"), MAI, "Thêm");

        assertThat(Files.readString(file())).isEqualTo("BCT = Bộ Chính trị\nBBT = Ban Bí thư\nbỏ ~ bãi bỏ\n");
        assertThat(fixture.log())
                .startsWith("Mai <mai@example.vn>: Thêm", "Thư viện <thu-vien@localhost>: Update abbreviations.txt");
    }

    @Test
    void sameLinesAreNoCommit() throws Exception {
        var before = fixture.log();

        words.change(lines -> lines, MAI, "Không đổi gì");

        assertThat(fixture.log()).isEqualTo(before);
    }

    @Test
    void refusedChangeLeavesEverythingAsItIs() throws Exception {
        var before = fixture.log();

        assertThatThrownBy(() -> words.change(
                        lines -> {
                            throw new IllegalArgumentException("no");
                        },
                        MAI,
                        "Thêm"))
                .hasMessage("no");
        assertThatThrownBy(() -> words.change(adding("bỏ \0 bãi bỏ"), MAI, "Thêm"))
                .isInstanceOf(FilesHaveProblems.class);

        assertThat(Files.readString(file())).isEqualTo("# Viết tắt\n\nBCT = Bộ Chính trị\n");
        assertThat(fixture.log()).isEqualTo(before);
    }

    @Test
    void fileThatIsNoTextIsNeverWrittenOver() throws Exception {
        byte[] damaged = "TW = trung \u01B0".getBytes(StandardCharsets.UTF_16);
        Files.write(file(), damaged);

        assertThatThrownBy(() -> words.change(adding("bỏ ~ bãi bỏ"), MAI, "Thêm"))
                .isInstanceOf(FilesHaveProblems.class)
                .hasMessage("1 problems, first at abbreviations.txt:1:1");
        assertThat(Files.readAllBytes(file())).isEqualTo(damaged);
    }

    @Test
    void linesAddedAtTheSameTimeAreAllThere() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String line = "từ " + i + " ~ lời " + i;
                running.add(threads.submit(() -> words.change(adding(line), MAI, "Thêm")));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }

        assertThat(words.lines()).hasSize(11).contains("từ 0 ~ lời 0", "từ 7 ~ lời 7");
    }
}
