package vn.quantriet.content.format;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.quantriet.content.format.Samples.QUIZ;
import static vn.quantriet.content.format.Samples.quiz;
import static vn.quantriet.content.format.Samples.said;
import static vn.quantriet.content.format.Samples.with;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.Question;

class QuizFileTest {

    @Test
    void everyKindOfQuestionIsRead() {
        var parsed = quiz(QUIZ);

        assertThat(said(parsed)).isEmpty();
        var bank = parsed.value().orElseThrow();
        assertThat(bank.passPercent()).isEqualTo(70);
        assertThat(bank.draw()).isEqualTo(5);
        var where = List.of(new ClauseId("i.2.a"));
        var then = List.of(new ClauseId("i.1"));
        assertThat(bank.questions())
                .containsExactly(
                        new Question.OneAnswer(
                                1,
                                "<p>Ai là trung tâm?</p>",
                                List.of("Cơ quan", "Người dân"),
                                1,
                                false,
                                "<p>Vì người dân là chủ thể. <a class=\"cite\" href=\"/van-ban/57-nq-tw#ii\">II</a></p>",
                                List.of(new ClauseId("ii"))),
                        new Question.SeveralAnswers(
                                2,
                                "<p>Những gì là hạn chế?</p>",
                                List.of("Thể chế", "Nhân lực", "Hạ tầng"),
                                Set.of(0, 1),
                                "<p>Xem phần hạn chế. <a class=\"cite\" href=\"/van-ban/57-nq-tw#i.2.a\">I.2.a</a></p>",
                                where),
                        new Question.OneAnswer(
                                3,
                                "<p>Thể chế còn vướng mắc.</p>",
                                List.of("Đúng", "Sai"),
                                0,
                                true,
                                "<p>Đúng vậy. <a class=\"cite\" href=\"/van-ban/57-nq-tw#i.2.a\">I.2.a</a></p>",
                                where),
                        new Question.Ordering(
                                4,
                                "<p>Sắp xếp theo thời gian.</p>",
                                List.of("Nghị quyết 18", "Nghị quyết 57"),
                                "<p>Theo năm ban hành. <a class=\"cite\" href=\"/van-ban/57-nq-tw#i.1\">I.1</a></p>",
                                then),
                        new Question.ShortText(
                                5,
                                "<p>Ban hành ngày nào?</p>",
                                List.of("22/12/2024", "22-12-2024"),
                                "<p>Ngày ban hành. <a class=\"cite\" href=\"/van-ban/57-nq-tw#i.1\">I.1</a></p>",
                                then));
    }

    @Test
    void frontMatterNamesPassMarkAndDraw() {
        assertProblems(
                with(QUIZ, "pass: 70\ndraw: 5", "pass: 101\ndraw: năm"),
                "2:7 khóa “pass” là “101”; hãy viết một số nguyên từ 1 đến 100",
                "3:7 khóa “draw” là “năm”; hãy viết một số nguyên từ 1 đến 500");
        assertProblems(
                with(QUIZ, "draw: 5", "draw: 6"),
                "3:1 mỗi lần hỏi 6 câu nhưng chỉ có 5 câu; hãy giảm draw hoặc thêm câu hỏi");
        assertProblems(
                "---\npass: 70\ndraw: 5\n---\n",
                "4:4 tệp chưa có câu hỏi nào; hãy thêm ít nhất một tiêu đề như “## 1. Một đáp án”");
    }

    @Test
    void headingsAreNumbersAndKinds() {
        var kinds = "Một đáp án, Nhiều đáp án, Đúng sai, Sắp xếp, Trả lời ngắn";
        assertProblems(
                with(QUIZ, "## 2. N", "## 3. N"),
                "15:4 câu mang số 3, cần số 2: số phải tăng dần, liền nhau; hãy đánh số lại",
                "25:4 câu mang số 3, cần số 4: số phải tăng dần, liền nhau; hãy đánh số lại");
        assertProblems(
                with(QUIZ, "## 4. Sắp xếp", "## 4. Ghép đôi"),
                "34:4 loại câu “Ghép đôi” không có; hãy dùng một trong: " + kinds);
        assertProblems(
                with(QUIZ, "## 5. Trả", "## Trả"),
                "43:4 tiêu đề “Trả lời ngắn” sai cách viết; hãy viết số thứ tự, dấu chấm và loại câu: " + kinds);
        assertProblems(
                with(QUIZ, "## 5. T", "### 5. T"), "43:1 gặp tiêu đề ###, tệp này chỉ dùng cấp 2; hãy viết “## …”");
    }

    @Test
    void rightAnswersFitTheKind() {
        assertProblems(
                with(QUIZ, "[ ] Cơ quan", "[x] Cơ quan"),
                "10:1 câu có 2 đáp án đúng, cần đúng 1; hãy sửa các ô [x], hoặc dùng loại “Nhiều đáp án”");
        assertProblems(
                with(QUIZ, "[x] Người dân", "[ ] Người dân"),
                "10:1 câu có 0 đáp án đúng, cần đúng 1; hãy sửa các ô [x], hoặc dùng loại “Nhiều đáp án”");
        assertProblems(
                with(QUIZ, "[x] Nhân lực", "[ ] Nhân lực"),
                "19:1 câu có 1 đáp án đúng, cần từ 2 trở lên; nếu chỉ có một, hãy dùng loại “Một đáp án”");
        assertProblems(
                with(QUIZ, "[ ] Sai", "[ ] Không"),
                "29:1 câu đúng sai có các đáp án “Đúng, Không”; hãy viết đúng hai dòng: Đúng, rồi Sai");
    }

    @Test
    void optionsAreCompleteAndDifferent() {
        assertProblems(with(QUIZ, "- [ ] Cơ quan\n", ""), "10:1 câu chỉ có 1 đáp án, cần ít nhất 2; hãy thêm đáp án");
        assertProblems(
                with(QUIZ, "[ ] Cơ quan", "[ ] người dân"),
                "11:1 đáp án “Người dân” được ghi hai lần; hãy sửa hoặc bỏ một");
        assertProblems(
                with(QUIZ, "- [ ] Hạ tầng", "- Hạ tầng"),
                "21:1 đáp án “Hạ tầng” thiếu ô đánh dấu; hãy viết “- [ ] …” hoặc “- [x] …”");
        assertProblems(
                with(QUIZ, "- [ ] Cơ quan\n- [x] Người dân\n", ""),
                "6:4 câu 1 chưa có đáp án; hãy thêm các dòng “- [ ] …” và “- [x] …”");
        assertProblems(
                with(QUIZ, "1. Nghị quyết 18\n2. Nghị quyết 57\n", "- Nghị quyết 18\n- Nghị quyết 57\n"),
                "34:4 câu 4 thiếu phần trả lời; hãy viết một danh sách đánh số 1. 2. 3. theo thứ tự đúng");
        assertProblems(
                with(QUIZ, "1. Nghị quyết 18\n2. N", "1.\n2. N"),
                "38:1 đáp án để trống; hãy viết chữ hoặc bỏ dòng này");
        assertProblems(with(QUIZ, "Đáp án: 22", "Trả lời: 22"), "43:4 câu 5 thiếu dòng trả lời; hãy thêm “Đáp án: …”");
        assertProblems(
                with(QUIZ, "2024 | 22-12-2024", "2024 |"),
                "47:1 câu 5 có một cách trả lời để trống; hãy bỏ dấu | thừa hoặc viết thêm chữ");
    }

    @Test
    void questionsAskAndExplainAndCite() {
        assertProblems(
                with(QUIZ, "Ai là trung tâm?\n", ""), "6:4 câu 1 chưa có lời hỏi; hãy viết lời hỏi ngay dưới tiêu đề");
        assertProblems(
                with(QUIZ, "Thể chế còn vướng mắc.", "Những gì là hạn chế?"),
                "25:4 lời hỏi này trùng với một câu ở trên; hãy sửa hoặc bỏ một câu");
        assertProblems(
                with(QUIZ, "> Đúng vậy. [I.2.a](clause:i.2.a)\n", ""),
                "25:4 câu 3 chưa có giải thích; hãy thêm một đoạn bắt đầu bằng dấu > ở cuối");
        assertProblems(
                with(QUIZ, "> Đúng vậy. [I.2.a](clause:i.2.a)", "> Đúng vậy. [x](clause:18-nq-tw#i)"),
                "32:1 giải thích của câu 3 chưa trích điều khoản nào của văn bản; hãy thêm ít nhất một,"
                        + " như [II.2](clause:ii.2)");
        assertProblems(
                with(QUIZ, "> Đúng vậy.", "Thêm.\n\n> Đúng vậy."),
                "32:1 gặp nội dung sau phần trả lời của câu 3; hãy đưa lên lời hỏi, hoặc vào đoạn giải"
                        + " thích bắt đầu bằng dấu >");
        assertProblems(
                with(QUIZ, "Ban hành ngày nào?", "Ban hành [ngày nào](fact:ngay)?"),
                "45:21 liên kết fact: chỉ dùng trong resolution.md; ở đây hãy trích điều khoản bằng clause:");
    }

    private static void assertProblems(String text, String... expected) {
        assertThat(said(quiz(text))).containsExactly(expected);
    }
}
