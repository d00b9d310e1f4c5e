package vn.quantriet.content.format;

import java.util.List;
import java.util.Locale;
import vn.quantriet.content.DeckId;
import vn.quantriet.content.KeyPoint;
import vn.quantriet.content.Problem;
import vn.quantriet.content.Quiz;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.SlideDeck;
import vn.quantriet.ui.Translations;

/** One good file of each kind to change, and parsing it as a file of the text 57-nq-tw. */
final class Samples {
    static final ResolutionId ID = new ResolutionId("57-nq-tw");
    static final DeckId DECK = new DeckId(ID, "co-so");

    static final String RESOLUTION = """
            ---
            number: 57-NQ/TW
            kind: resolution
            issuer: Bộ Chính trị
            issued: 2024-12-22
            title: Đột phá phát triển khoa học, công nghệ
            short: Khoa học, công nghệ
            topics: [Khoa học, Chuyển đổi số]
            status: verified
            source: Công bố ngày 22/12/2024
            relations:
              - kind: related
                to: 29-nq-tw
            facts:
              kinh-te-so:
                status: unverified
                source: Ghi theo trí nhớ
            ---

            ## I. Vì sao cần đột phá

            Một đoạn dẫn.

            ### 1. Kết quả

            Kinh tế số đạt [ít nhất 30% GDP](fact:kinh-te-so), xem [II](clause:ii).

            ### 2. Hạn chế

            #### a) Thể chế

            Thể chế còn **vướng mắc**.

            ## II. Quan điểm

            Người dân là trung tâm.
            """;

    static final String KEY_POINTS = """
            ## Người dân là trung tâm

            Chuyển trọng tâm sang người dân. [II](clause:ii)
            """;

    static final String QUIZ = """
            ---
            pass: 70
            draw: 5
            ---

            ## 1. Một đáp án

            Ai là trung tâm?

            - [ ] Cơ quan
            - [x] Người dân

            > Vì người dân là chủ thể. [II](clause:ii)

            ## 2. Nhiều đáp án

            Những gì là hạn chế?

            - [x] Thể chế
            - [x] Nhân lực
            - [ ] Hạ tầng

            > Xem phần hạn chế. [I.2.a](clause:i.2.a)

            ## 3. Đúng sai

            Thể chế còn vướng mắc.

            - [x] Đúng
            - [ ] Sai

            > Đúng vậy. [I.2.a](clause:i.2.a)

            ## 4. Sắp xếp

            Sắp xếp theo thời gian.

            1. Nghị quyết 18
            2. Nghị quyết 57

            > Theo năm ban hành. [I.1](clause:i.1)

            ## 5. Trả lời ngắn

            Ban hành ngày nào?

            Đáp án: 22/12/2024 | 22-12-2024

            > Ngày ban hành. [I.1](clause:i.1)
            """;

    static final String SLIDES = """
            ---
            title: Nghị quyết 57 cho chi bộ cơ sở
            reporter: Trần Minh Khang
            audience: Chi bộ nông thôn
            minutes: 45
            ---

            # Ai là trung tâm?

            - Người dân là chủ thể

            [II](clause:ii)

            Lời giảng:

            Mở đầu bằng một câu hỏi.

            ---

            # Trang hai
            """;

    private static final Translations TEXTS = new Translations();

    private Samples() {}

    static Parsed<ParsedText> resolution(String text) {
        return LibraryFormat.resolution(ID, SourceFile.of("57-nq-tw/resolution.md", text));
    }

    static Parsed<List<KeyPoint>> keyPoints(String text) {
        return LibraryFormat.keyPoints(ID, SourceFile.of("57-nq-tw/key-points.md", text));
    }

    static Parsed<Quiz> quiz(String text) {
        return LibraryFormat.quiz(ID, SourceFile.of("57-nq-tw/quiz.md", text));
    }

    static Parsed<SlideDeck> deck(String text) {
        return LibraryFormat.deck(DECK, SourceFile.of("57-nq-tw/slides/co-so.md", text));
    }

    /** Place within the file and Vietnamese sentence of each problem: {@code 14:3 câu có 2 đáp án đúng, cần đúng 1}. */
    static List<String> said(List<Problem> problems) {
        return problems.stream()
                .map(p -> p.line() + ":" + p.column() + " " + sentence(p, Translations.VIETNAMESE))
                .toList();
    }

    static List<String> said(Parsed<?> parsed) {
        return said(parsed.problems());
    }

    static String sentence(Problem problem, Locale language) {
        return TEXTS.getTranslation(
                "content.problem." + problem.code(),
                language,
                problem.arguments().toArray());
    }

    /** The sample with one part replaced, which it must hold exactly once. */
    static String with(String sample, String part, String replacement) {
        if (sample.split(java.util.regex.Pattern.quote(part), -1).length != 2) {
            throw new IllegalArgumentException("expected once: " + part);
        }
        return sample.replace(part, replacement);
    }
}
