package vn.quantriet.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.quantriet.content.Library;
import vn.quantriet.content.Question;
import vn.quantriet.content.Quiz;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.portal.People;
import vn.quantriet.portal.PortalTest;
import vn.quantriet.study.QuizTaking.Asked;
import vn.quantriet.study.QuizTaking.Result;
import vn.quantriet.study.QuizTaking.Sitting;
import vn.quantriet.study.ledger.LedgerCheck;

@PortalTest
class QuizTakingTest {
    private static final ResolutionId TEXT = new ResolutionId("66-nq-tw");

    @Autowired
    QuizTaking quizTaking;

    @Autowired
    Library library;

    @Autowired
    People people;

    @Autowired
    LedgerCheck ledger;

    @Autowired
    JdbcClient jdbc;

    MemberId member = new MemberId(1);
    Quiz quiz = new Quiz(1, 1, List.of(), "");

    @BeforeEach
    void someoneAtTheQuiz() {
        member = people.newcomer();
        quiz = library.get(TEXT).quiz().orElseThrow();
    }

    private Sitting sit() {
        return people.as(member, () -> quizTaking.sit(TEXT)).orElseThrow();
    }

    private void answer(Sitting sitting, int number, String answer) {
        people.as(member, () -> {
            quizTaking.answer(sitting.attempt(), number, answer);
            return true;
        });
    }

    private static String rightAnswer(Question question) {
        return switch (question) {
            case Question.OneAnswer one -> String.valueOf(one.right());
            case Question.SeveralAnswers several ->
                several.right().stream().map(String::valueOf).collect(Collectors.joining(","));
            case Question.Ordering order ->
                IntStream.range(0, order.items().size())
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining(","));
            case Question.ShortText text -> "  " + text.accepted().getFirst().toUpperCase(Locale.ROOT) + " ";
        };
    }

    @Test
    void allRightAnswersPass() {
        Sitting sitting = sit();
        assertThat(sitting.questions()).hasSize(quiz.draw());
        for (Asked asked : sitting.questions()) {
            answer(sitting, asked.number(), rightAnswer(quiz.question(asked.number())));
        }

        Result result = people.as(member, () -> quizTaking.submit(sitting.attempt()));

        assertThat(result.right()).isEqualTo(quiz.draw());
        assertThat(result.passed()).isTrue();
        assertThat(jdbc.sql("select kind, detail from ledger_entry where member_id = ?")
                        .param(member.value())
                        .query((row, n) -> row.getString(1) + " " + row.getString(2))
                        .list())
                .containsExactly("QUIZ_PASSED " + quiz.draw() + "/" + quiz.draw());
        assertThat(ledger.of(member)).isEmpty();
    }

    @Test
    void unansweredQuestionsAreWrongAndFailIsRecorded() {
        Sitting sitting = sit();

        Result result = people.as(member, () -> quizTaking.submit(sitting.attempt()));

        assertThat(result.right()).isZero();
        assertThat(result.passed()).isFalse();
        assertThat(result.marks()).hasSize(quiz.draw()).noneMatch(QuizTaking.Mark::right);
    }

    @Test
    void openAttemptIsGoneOnWithItsAnswers() {
        Sitting first = sit();
        int number = first.questions().getFirst().number();
        answer(first, number, "0");

        Sitting again = sit();

        assertThat(again.attempt()).isEqualTo(first.attempt());
        assertThat(again.questions().getFirst().answer()).contains("0");
        assertThat(again.next()).isEqualTo(1);
    }

    @Test
    void lateAnswerIsRefused() {
        Sitting sitting = sit();
        people.as(member, () -> quizTaking.submit(sitting.attempt()));

        assertThatThrownBy(() -> answer(sitting, sitting.questions().getFirst().number(), "0"))
                .isInstanceOf(QuizClosed.class)
                .hasMessageStartingWith("attempt " + sitting.attempt() + " was submitted at ");
    }

    @Test
    void attemptOfSomebodyElseIsAsIfItDidNotExist() {
        Sitting sitting = sit();
        people.as(member, () -> quizTaking.submit(sitting.attempt()));
        MemberId other = people.newcomer();

        assertThat(people.as(other, () -> quizTaking.result(sitting.attempt()))).isEmpty();
        assertThatThrownBy(() -> people.as(other, () -> quizTaking.submit(sitting.attempt())))
                .hasMessage("no attempt " + sitting.attempt() + " of this member");
    }

    @Test
    void orderingIsNeverAskedInTheRightOrder() {
        for (int i = 0; i < 5; i++) {
            member = people.newcomer();
            for (Asked asked : sit().questions()) {
                if (asked.kind() == Asked.Kind.ORDER) {
                    assertThat(asked.options().stream().map(Asked.Option::index).toList())
                            .isNotEqualTo(IntStream.range(0, asked.options().size())
                                    .boxed()
                                    .toList());
                }
            }
        }
    }

    @Test
    void nonsenseIsWrongAndNoError() {
        Sitting sitting = sit();
        for (Asked asked : sitting.questions()) {
            answer(sitting, asked.number(), "99,-1,x,<script>");
        }

        assertThat(people.as(member, () -> quizTaking.submit(sitting.attempt())).right())
                .isZero();
    }
}
