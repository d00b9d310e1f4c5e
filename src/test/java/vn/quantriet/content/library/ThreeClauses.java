package vn.quantriet.content.library;

import java.util.List;

/** A text of three clauses, each with words enough to be told from others. */
final class ThreeClauses {
    static final String FIRST = "Người dân và doanh nghiệp là trung tâm, là chủ thể của mọi chính sách.";
    static final String SECOND =
            "Thể chế phải được hoàn thiện và đi trước một bước, tháo gỡ mọi điểm nghẽn đang cản trở phát triển.";
    static final String THIRD =
            "Mỗi chi bộ chọn một việc cụ thể, phân công người phụ trách và báo cáo kết quả hằng quý.";

    /** May be {@link #SECOND}, or not. */
    static final String PERHAPS_SECOND =
            "Luật mới cho phép thử nghiệm có kiểm soát; điểm nghẽn nào đang cản trở phát triển thì bỏ trước.";

    private static final List<String> NUMBERS = List.of("I", "II", "III", "IV", "V");

    private ThreeClauses() {}

    static String text(String first, String second, String third) {
        return titled("Quan điểm", first, "Thể chế", second, "Việc của chi bộ", third);
    }

    /** Titles and words by turns. */
    static String titled(String... titlesAndWords) {
        var text = new StringBuilder(LibraryFixture.text("57-NQ/TW", "")
                .replace("## I. Quan điểm", "")
                .strip());
        for (int i = 0; i < titlesAndWords.length; i += 2) {
            text.append("\n\n## ").append(NUMBERS.get(i / 2)).append(". ").append(titlesAndWords[i]);
            text.append("\n\n").append(titlesAndWords[i + 1]);
        }
        return text.append('\n').toString();
    }
}
