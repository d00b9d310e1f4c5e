package vn.quantriet.content.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckContentTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void sampleLibraryIsRight() {
        assertThat(run(Map.of(), "content")).isZero();
        assertThat(said(out)).isEmpty();
        assertThat(said(err)).isEqualTo("Đã kiểm 13 văn bản: mọi tệp đều đúng.\n");
    }

    @Test
    void everyProblemOfEveryFileIsALineInTheReadersLanguage() throws Exception {
        LibraryFixture.writeText(folder.resolve("18-nq-tw"), "18-NQ/TW", "Xem [III](clause:57-nq-tw#iii).");
        LibraryFixture.writeText(folder.resolve("57-nq-tw"), "57-NQ/TW", "<b>Chữ</b>");
        Files.writeString(folder.resolve("57-nq-tw/quiz.md"), "---\npas: 70\ndraw: 1\n---\n");

        assertThat(run(Map.of("LANG", "en_GB.UTF-8"), folder.toString())).isOne();
        assertThat(said(out).replace(folder.toString(), "F").lines())
                .containsExactly(
                        "F/57-nq-tw/quiz.md:2:1: found key “pas”, which is not used here; did you mean “pass”? Correct it",
                        "F/57-nq-tw/quiz.md:2:1: key “pass” is missing; add it to the front matter",
                        "F/57-nq-tw/quiz.md:4:4: the file has no question; add at least one heading such as “## 1. Một đáp án”",
                        "F/57-nq-tw/resolution.md:15:1: found raw HTML “<b>”; write it as Markdown: **bold**, *italic*,"
                                + " tables, lists",
                        "F/57-nq-tw/resolution.md:15:7: found raw HTML “</b>”; write it as Markdown: **bold**, *italic*,"
                                + " tables, lists");
        assertThat(said(err)).isEqualTo("5 problems in 2 files (2 texts checked).\n");
    }

    @Test
    void citationsAreCheckedAcrossTexts() throws Exception {
        LibraryFixture.writeText(folder.resolve("18-nq-tw"), "18-NQ/TW", "Xem [III](clause:57-nq-tw#iii).");
        LibraryFixture.writeText(folder.resolve("57-nq-tw"), "57-NQ/TW", "Chữ.");

        assertThat(run(Map.of("LANG", "en_GB.UTF-8"), folder.toString(), "--lang", "vi"))
                .isOne();
        assertThat(said(out).replace(folder.toString(), "F"))
                .isEqualTo("F/18-nq-tw/resolution.md:15:11: trích điều khoản iii của văn bản 57-nq-tw nhưng văn bản ấy"
                        + " không có; hãy sửa thành điều khoản có thật\n");
    }

    @Test
    void wrongUseAndMissingFoldersAreTold() {
        assertThat(run(Map.of(), "--lang", "fr", "content")).isEqualTo(2);
        assertThat(run(Map.of(), "khong-co")).isEqualTo(2);
        assertThat(run(Map.of(), folder.toString())).isEqualTo(2);
        assertThat(run(Map.of(), "a", "b")).isEqualTo(2);
        assertThat(said(err).lines())
                .containsExactly(
                        "Cách dùng: bin/check-content [thư mục] [--lang vi|en]",
                        "Không có thư mục “khong-co”; hãy chỉ tới thư mục chứa các văn bản, như content.",
                        "Thư mục “" + folder
                                + "” không chứa văn bản nào; mỗi văn bản là một thư mục con có resolution.md.",
                        "Cách dùng: bin/check-content [thư mục] [--lang vi|en]");
        assertThat(said(out)).isEmpty();
    }

    private int run(Map<String, String> environment, String... arguments) {
        return CheckContent.run(List.of(arguments), environment, stream(out), stream(err));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String said(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
