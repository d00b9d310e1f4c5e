package vn.quantriet.content.format;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.quantriet.content.format.Samples.RESOLUTION;
import static vn.quantriet.content.format.Samples.resolution;
import static vn.quantriet.content.format.Samples.said;
import static vn.quantriet.content.format.Samples.with;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.quantriet.content.Clause;
import vn.quantriet.content.Fact;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.Verification;

class ResolutionFileTest {

    @Test
    void goodFileGivesItsMetadataAndClauses() {
        var parsed = resolution(RESOLUTION);

        assertThat(said(parsed)).isEmpty();
        var text = parsed.value().orElseThrow().resolution();
        assertThat(text.number()).isEqualTo("57-NQ/TW");
        assertThat(text.kind()).isEqualTo(Resolution.Kind.RESOLUTION);
        assertThat(text.issued()).isEqualTo(LocalDate.of(2024, 12, 22));
        assertThat(text.topics()).containsExactly("Khoa học", "Chuyển đổi số");
        assertThat(text.relations())
                .containsExactly(new Resolution.Relation(
                        Resolution.Relation.Type.RELATED,
                        new ResolutionId("29-nq-tw"),
                        Optional.empty(),
                        Optional.empty(),
                        13));
        assertThat(text.clauses())
                .extracting(c -> c.id().value(), Clause::number, Clause::title, Clause::depth, Clause::syllables)
                .containsExactly(
                        tuple("i", "I.", "Vì sao cần đột phá", 0, 3),
                        tuple("i.1", "1.", "Kết quả", 1, 10),
                        tuple("i.2", "2.", "Hạn chế", 1, 0),
                        tuple("i.2.a", "a)", "Thể chế", 2, 5),
                        tuple("ii", "II.", "Quan điểm", 0, 5));
        assertThat(parsed.value().orElseThrow().words().get(1)).isEqualTo("Kinh tế số đạt ít nhất 30% GDP, xem II.");
        assertThat(parsed.value().orElseThrow().facts())
                .containsEntry("kinh-te-so", new Fact(Verification.UNVERIFIED, "Ghi theo trí nhớ"));
    }

    @Test
    void clauseHashChangesExactlyWithItsWords() {
        var hashes = hashes(RESOLUTION);

        assertThat(hashes(RESOLUTION.replace("**vướng mắc**", "vướng mắc"))).isEqualTo(hashes);
        assertThat(hashes(RESOLUTION.replace("\n", "\r\n"))).isEqualTo(hashes);
        assertThat(hashes(Normalizer.normalize(RESOLUTION, Normalizer.Form.NFD)))
                .isEqualTo(hashes);
        var changed = hashes(RESOLUTION.replace("Người dân là trung tâm.", "Người dân là chủ thể."));
        assertThat(changed.subList(0, 4)).isEqualTo(hashes.subList(0, 4));
        assertThat(changed.get(4)).isNotEqualTo(hashes.get(4));
    }

    @Test
    void everyProblemOfAFileIsReportedAtOnce() {
        var text = RESOLUTION
                .replace("kind: resolution\n", "kind: decree\n")
                .replace("issued: 2024-12-22", "issued: 2024-02-30")
                .replace("### 2. Hạn chế", "### 3. Hạn chế")
                .replace("**vướng mắc**", "<b>vướng mắc</b>");

        assertThat(said(resolution(text)))
                .containsExactly(
                        "3:7 khóa “kind” là “decree”; hãy dùng một trong: resolution, directive, conclusion,"
                                + " regulation, plan",
                        "5:9 khóa “issued” là “2024-02-30”, cần một ngày có thật; hãy viết năm-tháng-ngày, như"
                                + " 2024-12-22",
                        "28:5 gặp số “3.”, cần “2.”: số phải tăng dần, liền nhau; hãy sửa số này hoặc thêm mục còn thiếu",
                        "32:13 gặp HTML thô “<b>”; hãy viết bằng Markdown: **đậm**, *nghiêng*, bảng, danh sách",
                        "32:25 gặp HTML thô “</b>”; hãy viết bằng Markdown: **đậm**, *nghiêng*, bảng, danh sách");
    }

    @Test
    void missingAndUnknownAndRepeatedKeysAreNamed() {
        assertProblems(
                with(RESOLUTION, "issuer: Bộ Chính trị\n", "publisher: Bộ Chính trị\nnumber: 58-NQ/TW\n"),
                "2:1 thiếu khóa “issuer”; hãy thêm vào phần đầu",
                "4:1 gặp khóa “publisher” không dùng ở đây; hãy bỏ, hoặc dùng một trong: number, kind,"
                        + " issuer, issued, title, short, topics, status, source, effective, expires, relations, facts",
                "5:1 khóa “number” được ghi hai lần; hãy chỉ giữ một");
    }

    @Test
    void valuesOfTheWrongTypeSayWhatIsExpected() {
        assertProblems(
                with(RESOLUTION, "title: Đột phá", "title: [Đột phá]\n#"),
                "6:8 khóa “title” cần một dòng chữ, đã gặp một danh sách hoặc các khóa con; hãy viết"
                        + " “title: chữ” trên một dòng");
        assertProblems(
                with(RESOLUTION, "title: Đột phá phát triển khoa học, công nghệ", "title: 2024"),
                "6:8 khóa “title” cần chữ, đã gặp “2024”; hãy đặt giá trị trong dấu ngoặc kép");
        assertProblems(
                with(RESOLUTION, "short: Khoa học, công nghệ", "short: ''"),
                "7:8 khóa “short” đang để trống; hãy viết giá trị sau dấu hai chấm");
        assertProblems(
                with(RESOLUTION, "short: Khoa học, công nghệ", "short: " + "chữ ".repeat(16)),
                "7:8 khóa “short” dài 63 ký tự, tối đa 60; hãy rút gọn");
        assertProblems(
                with(RESOLUTION, "topics: [Khoa học, Chuyển đổi số]", "topics: Khoa học"),
                "8:9 khóa “topics” cần một danh sách có ít nhất một mục; hãy viết “topics: [mục, mục]”"
                        + " hoặc mỗi mục một dòng “- …”");
        assertProblems(
                with(RESOLUTION, "  - kind: related\n    to: 29-nq-tw", "  - 29-nq-tw"),
                "12:5 “relations” cần các dòng thụt vào dạng “khóa: giá trị”; hãy viết như ví dụ trong"
                        + " content/README.md");
        assertProblems(
                with(RESOLUTION, "to: 29-nq-tw", "to: 29-NQ/TW"),
                "13:5 mã “29-NQ/TW” ở “to” không hợp lệ; hãy dùng chữ thường không dấu, chữ số, nối bằng"
                        + " một gạch ngang, như 18-nq-tw");
    }

    @Test
    void unreadableFrontMatterIsPlacedAndTheClausesAreStillChecked() {
        assertProblems(
                with(with(RESOLUTION, "source: Công bố", "source: Công bố: "), "### 2. H", "### 4. H"),
                "10:16 phần đầu sai cú pháp YAML (mapping values are not allowed here); hãy đặt giá trị có"
                        + " dấu hai chấm hoặc dấu # trong dấu ngoặc kép",
                "28:5 gặp số “4.”, cần “2.”: số phải tăng dần, liền nhau; hãy sửa số này hoặc thêm mục còn thiếu");
        assertProblems(
                "## I. Mục\n\nChữ.\n",
                "1:1 thiếu phần đầu; hãy bắt đầu tệp bằng một dòng ---, rồi các khóa, rồi một dòng ---");
        assertProblems(
                "---\nnumber: 1\n",
                "1:1 phần đầu chưa đóng; hãy thêm một dòng --- sau khóa cuối cùng",
                "2:10 văn bản chưa có điều khoản nào; hãy thêm ít nhất một tiêu đề “## I. …”");
        assertProblems(
                "---\n- a\n---\n## I. Mục\n\nChữ.\n",
                "2:1 phần đầu không gồm các dòng dạng “khóa: giá trị”; hãy viết mỗi khóa một dòng");
        assertProblems(
                "---\na: \u0007\n---\n## I. Mục\n\nChữ.\n", "2:4 phần đầu có một ký tự điều khiển; hãy xóa ký tự này");
    }

    @Test
    void clausesAreNumberedWithoutGapsInRomanArabicAndVietnameseLetters() {
        assertProblems(
                with(RESOLUTION, "## II. Q", "## IV. Q"),
                "34:4 gặp số “IV.”, cần “II.”: số phải tăng dần, liền nhau; hãy sửa số này hoặc thêm mục"
                        + " còn thiếu",
                "26:61 trích điều khoản ii nhưng văn bản này không có; có phải iv? Hãy sửa trích dẫn");
        assertProblems(
                with(RESOLUTION, "#### a)", "#### b)"),
                "30:6 gặp số “b)”, cần “a)”: số phải tăng dần, liền nhau; hãy sửa số này hoặc thêm mục còn thiếu");
        var letters = new StringBuilder();
        for (var letter : "a b c d đ e g h i k l m".split(" ")) {
            letters.append("#### ").append(letter).append(") Điểm\n\nChữ.\n\n");
        }
        assertProblems(with(RESOLUTION, "#### a) Thể chế\n", letters.toString()));
    }

    @Test
    void articlesAreNumberedThroughChapters() {
        var text = RESOLUTION.substring(0, RESOLUTION.indexOf("## I.")) + """
                ## Chương I. Quy định chung

                ### Điều 1. Phạm vi

                Xem [30%](fact:kinh-te-so).

                ## Chương II. Trách nhiệm

                ### Điều 2. Người đứng đầu

                #### 1. Chỉ đạo

                ##### a) Trực tiếp

                Chữ.

                ##### b) Gián tiếp

                Theo [Điều 1](clause:d1), [Điều 2.1.a](clause:d2.1.a).
                """;

        assertProblems(text);
        assertThat(resolution(text).value().orElseThrow().resolution().clauses())
                .extracting(c -> c.id().value(), Clause::number, Clause::label, Clause::depth)
                .containsExactly(
                        tuple("c1", "Chương I.", "Chương I", 0),
                        tuple("d1", "Điều 1.", "Điều 1", 1),
                        tuple("c2", "Chương II.", "Chương II", 0),
                        tuple("d2", "Điều 2.", "Điều 2", 1),
                        tuple("d2.1", "1.", "Điều 2.1", 2),
                        tuple("d2.1.a", "a)", "Điều 2.1.a", 3),
                        tuple("d2.1.b", "b)", "Điều 2.1.b", 3));
        assertThat(resolution(text).value().orElseThrow().lines()).containsExactly(20, 22, 26, 28, 30, 32, 36);
        assertProblems(
                with(with(text, "### Điều 2.", "### Điều 1."), ", [Điều 2.1.a](clause:d2.1.a)", ""),
                "28:5 gặp số “Điều 1.”, cần “Điều 2.”: số phải tăng dần, liền nhau; hãy sửa số này hoặc thêm mục còn"
                        + " thiếu");
        assertProblems(
                with(with(text, "## Chương II. T", "## II. T"), ", [Điều 2.1.a](clause:d2.1.a)", ""),
                "26:4 tiêu đề “II. Trách nhiệm” thiếu số thứ tự; hãy viết dạng “## Chương I. …”");
    }

    @Test
    void articlesStandAloneWithoutChapters() {
        var text = RESOLUTION.substring(0, RESOLUTION.indexOf("## I."))
                + "## Điều 1. Phạm vi\n\n### 1. Khoản\n\n#### a) Điểm\n\nXem [30%](fact:kinh-te-so).\n\n"
                + "## Điều 2. Hiệu lực\n\nNgay.\n";

        assertProblems(text);
        assertThat(resolution(text).value().orElseThrow().resolution().clauses())
                .extracting(c -> c.id().value(), Clause::label, Clause::depth)
                .containsExactly(
                        tuple("d1", "Điều 1", 0),
                        tuple("d1.1", "Điều 1.1", 1),
                        tuple("d1.1.a", "Điều 1.1.a", 2),
                        tuple("d2", "Điều 2", 0));
        assertProblems(
                with(text, "## Điều 2. H", "## I. H"),
                "28:4 tiêu đề “I. Hiệu lực” thiếu số thứ tự; hãy viết dạng “## Điều 1. …”");
        assertProblems(
                with(text, "#### a)", "##### a)"),
                "22:5 điều khoản Điều 1.1 chưa có nội dung, cũng không có điều khoản con; hãy viết một trong hai, hoặc"
                        + " bỏ tiêu đề",
                "24:1 gặp tiêu đề #####; điều khoản có ba cấp ##, ###, ####, và bốn cấp khi văn bản có chương;"
                        + " hãy viết phần này thành đoạn văn hoặc danh sách");
    }

    @Test
    void headingsThatBeginNoClauseAreRefused() {
        assertProblems(
                with(RESOLUTION, "## II. Q", "## Q"),
                "34:4 tiêu đề “Quan điểm” thiếu số thứ tự; hãy viết dạng “## I. …”",
                "26:61 trích điều khoản ii nhưng văn bản này không có; có phải i? Hãy sửa trích dẫn");
        assertProblems(
                with(RESOLUTION, "## I. Vì", "# I. Vì"),
                "20:1 gặp tiêu đề cấp 1 (#); tên văn bản nằm ở phần đầu: hãy bắt đầu điều khoản bằng “## I. …”",
                "24:5 điều khoản “1.” không có cấp trên; hãy thêm một tiêu đề “## I. …” ở trước",
                "28:5 điều khoản “2.” không có cấp trên; hãy thêm một tiêu đề “## I. …” ở trước",
                "30:6 điều khoản “a)” không có cấp trên; hãy thêm một tiêu đề “### 1. …” ở trước",
                "34:4 gặp số “II.”, cần “I.”: số phải tăng dần, liền nhau; hãy sửa số này hoặc thêm mục"
                        + " còn thiếu");
        assertProblems(
                with(RESOLUTION, "Người dân là trung tâm.", "##### Nhỏ\n\n> ## Trong"),
                "34:4 điều khoản II chưa có nội dung, cũng không có điều khoản con; hãy viết một trong"
                        + " hai, hoặc bỏ tiêu đề",
                "36:1 gặp tiêu đề #####; điều khoản có ba cấp ##, ###, ####, và bốn cấp khi văn bản có chương; hãy viết phần này thành đoạn văn"
                        + " hoặc danh sách",
                "38:3 tiêu đề nằm trong danh sách hoặc trích dẫn; hãy đưa ra đầu dòng");
        assertProblems(
                with(RESOLUTION, "Người dân là trung tâm.", "Người dân\n---\n\nChữ."),
                "34:4 điều khoản II chưa có nội dung, cũng không có điều khoản con; hãy viết một trong"
                        + " hai, hoặc bỏ tiêu đề",
                "37:1 dòng “---” biến đoạn ngay trên nó thành tiêu đề; hãy thêm một dòng trống ở trên, hoặc viết tiêu đề"
                        + " bằng dấu #");
        assertProblems(
                with(RESOLUTION, "## II. Quan điểm", "## II. [Quan điểm](https://example.vn)"),
                "34:4 tiêu đề có liên kết; hãy chuyển liên kết xuống nội dung");
    }

    @Test
    void contentStandsBelowHeadings() {
        assertProblems(
                with(RESOLUTION, "---\n\n## I. V", "---\n\nLời đầu.\n\n## I. V"),
                "20:1 gặp nội dung trước tiêu đề đầu tiên; hãy đưa xuống dưới một tiêu đề");
        assertProblems(
                with(RESOLUTION, "Thể chế còn **vướng mắc**.", ""),
                "30:6 điều khoản I.2.a chưa có nội dung, cũng không có điều khoản con; hãy viết một trong"
                        + " hai, hoặc bỏ tiêu đề");
    }

    @Test
    void factsAreDeclaredAndUsed() {
        assertProblems(
                with(RESOLUTION, "(fact:kinh-te-so)", "(fact:kinh-te)"),
                "15:3 số liệu “kinh-te-so” đã khai nhưng không dùng; hãy dùng [cụm từ](fact:kinh-te-so) hoặc bỏ khai",
                "26:34 số liệu “kinh-te” chưa khai ở “facts”; hãy khai mã này kèm status và source");
    }

    @Test
    void linksLeadOnlyWhereTheyMay() {
        assertProblems(
                with(RESOLUTION, "(clause:ii)", "(clause:9)"),
                "26:61 trích dẫn “clause:9” sai cách viết; hãy viết clause:ii.1 hoặc clause:18-nq-tw#ii.1");
        assertProblems(
                with(RESOLUTION, "(clause:ii)", "(javascript:alert(1))"),
                "26:61 liên kết “javascript:alert(1)” không được phép; hãy dùng https://, clause:, files/"
                        + " hoặc (trong resolution.md) fact:");
        assertProblems(
                with(RESOLUTION, "(clause:ii)", "(http://example.vn)"),
                "26:61 liên kết “http://example.vn” không được phép; hãy dùng https://, clause:, files/"
                        + " hoặc (trong resolution.md) fact:");
        assertProblems(
                with(RESOLUTION, "**vướng mắc**", "![ảnh](https://example.vn/a.png)"),
                "32:13 hình “https://example.vn/a.png” không nằm trong thư mục files của văn bản; hãy chép tệp vào đó"
                        + " và viết ![mô tả](files/ten-tep.png)");
        assertProblems(
                with(RESOLUTION, "**vướng mắc**.", "[vướng][1].\n\n[1]: https://example.vn"),
                "34:1 gặp địa chỉ viết tách ở cuối; hãy viết liền sau chữ, dạng [chữ](địa chỉ)");
    }

    @Test
    void daysStandInTheirOrderAndOnlyWhereTheyMakeSense() {
        assertProblems(
                with(
                        RESOLUTION,
                        "source: Công bố ngày 22/12/2024\n",
                        "source: Công bố\neffective: 2024-12-21\nexpires: 2024-12-21\n"),
                "11:1 khóa “effective” là 2024-12-21, không được trước “issued” (2024-12-22); hãy sửa một trong hai ngày",
                "12:1 khóa “expires” là 2024-12-21, phải sau “effective” (2024-12-21); hãy sửa một trong hai ngày");
        assertProblems(
                with(RESOLUTION, "    to: 29-nq-tw\n", "    to: 29-nq-tw\n    since: 2025-01-01\n"),
                "14:5 khóa “since” không dùng được với quan hệ “related”; hãy bỏ khóa này");
        assertProblems(
                with(
                        RESOLUTION,
                        "  - kind: related\n    to: 29-nq-tw\n",
                        "  - kind: replaces\n    to: 57-nq-tw\n    since: 2026-01-01\n    until: 2025-01-01\n"),
                "13:5 văn bản 57-nq-tw có quan hệ với chính nó; hãy sửa mã ở “to” hoặc bỏ mục này",
                "15:5 khóa “until” không dùng được với quan hệ “replaces”; hãy bỏ khóa này",
                "15:5 khóa “until” là 2025-01-01, phải sau “since” (2026-01-01); hãy sửa một trong hai ngày");
        var text = resolution(with(
                        RESOLUTION,
                        "  - kind: related\n    to: 29-nq-tw\n",
                        "  - kind: amends\n    to: 29-nq-tw\n    since: 2025-01-01\n    until: 2026-01-01\n"))
                .value()
                .orElseThrow()
                .resolution();
        assertThat(text.relations().getFirst().since()).contains(LocalDate.of(2025, 1, 1));
        assertThat(text.relations().getFirst().until()).contains(LocalDate.of(2026, 1, 1));
        assertThat(text.inForceFrom()).isEqualTo(LocalDate.of(2024, 12, 22));
    }

    @Test
    void slipsAreAnsweredWithWhatMayHaveBeenMeant() {
        assertProblems(
                with(RESOLUTION, "topics: [", "topcis: ["),
                "2:1 thiếu khóa “topics”; hãy thêm vào phần đầu",
                "8:1 gặp khóa “topcis” không dùng ở đây; có phải “topics”? Hãy sửa lại");
        assertProblems(
                with(RESOLUTION, "kind: resolution", "kind: resolutoin"),
                "3:7 khóa “kind” là “resolutoin”; có phải “resolution”? Hãy sửa lại");
        assertProblems(
                with(RESOLUTION, "(fact:kinh-te-so)", "(fact:kinhte-so)"),
                "15:3 số liệu “kinh-te-so” đã khai nhưng không dùng; hãy dùng [cụm từ](fact:kinh-te-so) hoặc bỏ khai",
                "26:34 số liệu “kinhte-so” chưa khai ở “facts”; có phải “kinh-te-so”? Hãy sửa mã, hoặc khai mã này kèm"
                        + " status và source");
        assertProblems(
                with(RESOLUTION, "(clause:ii)", "(clause:I.2a)"),
                "26:61 trích dẫn “clause:I.2a” sai cách viết; có phải “clause:i.2.a”? Hãy sửa lại");
    }

    @Test
    void citedClausesExistInThisTextAndInOthersThatAreKnown() {
        var parsed = resolution(
                with(RESOLUTION, "[II](clause:ii)", "[V](clause:v), [x](clause:18-nq-tw#i.9), [y](clause:19-nq-tw#i)"));
        var text = parsed.value().orElseThrow().resolution();

        assertThat(said(Citation.problems(
                        parsed.citations(),
                        id -> id.value().equals("19-nq-tw") ? Optional.empty() : Optional.of(text))))
                .containsExactly(
                        "26:60 trích điều khoản v nhưng văn bản này không có; hãy sửa thành điều khoản có thật",
                        "26:75 trích điều khoản i.9 của văn bản 18-nq-tw nhưng văn bản ấy không có; có phải i.2?"
                                + " Hãy sửa trích dẫn");
    }

    @Test
    void fileThatIsNotUtf8OrTooLargeIsRefused() {
        var latin = "Bộ\nCh\u00ednh".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        latin[7] = (byte) 0xED;

        assertThat(said(SourceFile.read("57-nq-tw/resolution.md", latin).problems()))
                .containsExactly("2:3 gặp byte 0xED không phải UTF-8; hãy lưu lại tệp với mã hóa UTF-8");
        assertThat(said(SourceFile.read("57-nq-tw/resolution.md", new byte[SourceFile.MOST_BYTES + 1])
                        .problems()))
                .containsExactly("1:1 tệp lớn hơn 1 MB, cần nhỏ hơn; hãy tách bớt nội dung");
    }

    private static void assertProblems(String text, String... expected) {
        var parsed = resolution(text);
        var found = new java.util.ArrayList<>(said(parsed));
        parsed.value()
                .ifPresent(value -> found.addAll(said(Citation.problems(
                        parsed.citations(),
                        id -> id.equals(Samples.ID) ? Optional.of(value.resolution()) : Optional.empty()))));
        assertThat(found).containsExactly(expected);
    }

    private static java.util.List<String> hashes(String text) {
        return resolution(text).value().orElseThrow().resolution().clauses().stream()
                .map(Clause::hash)
                .toList();
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }
}
