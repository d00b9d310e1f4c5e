package vn.quantriet.study;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.quantriet.content.Holding;
import vn.quantriet.content.Library;
import vn.quantriet.content.Question;
import vn.quantriet.content.Quiz;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.CurrentMember;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.study.ledger.Act;
import vn.quantriet.study.ledger.Deed;
import vn.quantriet.study.ledger.MemberTurns;
import vn.quantriet.study.ledger.Turn;

/**
 * Taking a quiz: one question after the other, each answer kept as it is given, judged only when all is submitted. Works for the
 * member who is acting; an attempt of somebody else is as if it did not exist.
 */
@Service
public class QuizTaking {
    private static final int LONGEST_ANSWER = 200;

    private final Library library;
    private final CurrentMember current;
    private final MemberTurns turns;
    private final QuizAttempts attempts;
    private final Progress progress;
    private final RandomGenerator random;
    private final Clock clock;

    QuizTaking(
            Library library,
            CurrentMember current,
            MemberTurns turns,
            QuizAttempts attempts,
            Progress progress,
            RandomGenerator random,
            Clock clock) {
        this.library = library;
        this.current = current;
        this.turns = turns;
        this.attempts = attempts;
        this.progress = progress;
        this.random = random;
        this.clock = clock;
    }

    /** A question without its key: what may be shown before the quiz is submitted. */
    public record Asked(int number, Kind kind, String prompt, List<Option> options, Optional<String> answer) {
        /** How a question is answered. */
        public enum Kind {
            ONE,
            SEVERAL,
            ORDER,
            SHORT
        }

        /** A choice in shuffled order; {@code index} names it in an answer. */
        public record Option(int index, String text) {}
    }

    /** An open attempt. */
    public record Sitting(long attempt, List<Asked> questions) {
        /** Index of the first question without an answer, or of the last one. */
        public int next() {
            return IntStream.range(0, questions.size())
                    .filter(i -> questions.get(i).answer().isEmpty())
                    .findFirst()
                    .orElse(questions.size() - 1);
        }
    }

    /** A submitted attempt; {@code marks} is empty when the quiz has been edited since. */
    public record Result(
            ResolutionId text, int right, int asked, boolean passed, int passPercent, Instant at, List<Mark> marks) {}

    /** One judged question. */
    public record Mark(Question question, List<String> answer, List<String> expected, boolean right) {}

    /** Goes on with the open attempt, or draws a new one. Absent when the text has no quiz. */
    public Optional<Sitting> sit(ResolutionId text) {
        Holding holding = library.get(text);
        return holding.quiz()
                .map(quiz -> turns.inTurn(current.id(), turn -> {
                    var open = attempts.of(current.id().value(), text.value(), Limit.of(1)).stream()
                            .filter(a -> !a.isSubmitted() && a.isOf(quiz))
                            .findFirst()
                            .orElseGet(() -> draw(turn, holding, quiz));
                    return sitting(open, quiz);
                }));
    }

    /**
     * An open attempt as it stands now.
     *
     * @throws QuizClosed when it was submitted
     * @throws QuizChanged when the quiz was edited since it was drawn
     */
    @Transactional(readOnly = true)
    public Sitting sitting(long attemptId) {
        QuizAttempt attempt = mine(attemptId);
        attempt.requireOpen();
        return sitting(attempt, quizOf(attempt));
    }

    private QuizAttempt draw(Turn turn, Holding holding, Quiz quiz) {
        MemberId member = turn.member();
        progress.review(turn, holding, progress.begin(member, holding.resolution()));
        long seed = random.nextLong();
        var numbers =
                new ArrayList<>(quiz.questions().stream().map(Question::number).toList());
        Collections.shuffle(numbers, new Random(seed));
        var drawn = numbers.subList(0, Math.min(quiz.draw(), numbers.size()));
        return attempts.saveAndFlush(
                new QuizAttempt(member, holding.resolution().id(), quiz, seed, drawn, clock.instant()));
    }

    /**
     * Keeps an answer; a later answer to the same question replaces it.
     *
     * @throws QuizClosed when the attempt was submitted
     * @throws QuizChanged when the quiz was edited since it was drawn
     */
    public void answer(long attemptId, int number, String answer) {
        if (answer.length() > LONGEST_ANSWER) {
            throw new IllegalArgumentException("expected an answer of at most 200 characters, got " + answer.length());
        }
        turns.inTurn(current.id(), turn -> {
            QuizAttempt attempt = mine(attemptId);
            Question question = quizOf(attempt).question(number);
            attempt.answer(number, answer, Marking.isRight(question, answer), clock.instant());
            return attempt;
        });
    }

    /** Judges the attempt; unanswered questions are wrong. */
    public Result submit(long attemptId) {
        return turns.inTurn(current.id(), turn -> judge(turn, attemptId));
    }

    private Result judge(Turn turn, long attemptId) {
        QuizAttempt attempt = mine(attemptId);
        Quiz quiz = quizOf(attempt);
        Holding holding = library.get(attempt.text());
        attempt.submit(quiz.passPercent(), clock.instant());
        MemberId member = turn.member();
        StudyRecord record = progress.begin(member, holding.resolution());
        turn.append(Deed.by(
                member,
                attempt.passed() ? Act.QUIZ_PASSED : Act.QUIZ_FAILED,
                attempt.text(),
                Optional.empty(),
                quiz.hash(),
                attempt.rightCount() + "/" + attempt.questions().size()));
        if (attempt.passed()) {
            record.passQuiz(clock.instant());
        }
        progress.review(turn, holding, record);
        return result(attempt);
    }

    /** The result of a submitted attempt of the acting member. */
    @Transactional(readOnly = true)
    public Optional<Result> result(long attemptId) {
        return attempts.findById(attemptId)
                .filter(a -> a.belongsTo(current.id()) && a.isSubmitted())
                .map(this::result);
    }

    /** The newest submitted attempt at a text. */
    @Transactional(readOnly = true)
    public Optional<Long> lastSubmitted(ResolutionId text) {
        return attempts.of(current.id().value(), text.value(), Limit.of(2)).stream()
                .filter(QuizAttempt::isSubmitted)
                .map(QuizAttempt::id)
                .findFirst();
    }

    private Result result(QuizAttempt attempt) {
        var quiz = library.find(attempt.text()).flatMap(Holding::quiz).filter(attempt::isOf);
        var marks = quiz.map(q -> attempt.questions().stream()
                        .map(number -> mark(q.question(number), attempt.answers()))
                        .toList())
                .orElse(List.of());
        return new Result(
                attempt.text(),
                attempt.rightCount(),
                attempt.questions().size(),
                attempt.passed(),
                quiz.map(Quiz::passPercent).orElse(0),
                attempt.submittedAt().orElseThrow(),
                marks);
    }

    private static Mark mark(Question question, Map<Integer, QuizAttempt.Given> answers) {
        var given = Optional.ofNullable(answers.get(question.number()));
        return new Mark(
                question,
                given.map(g -> Marking.inWords(question, g.answer())).orElse(List.of()),
                Marking.rightInWords(question),
                given.map(QuizAttempt.Given::right).orElse(false));
    }

    private QuizAttempt mine(long attemptId) {
        return attempts.findById(attemptId)
                .filter(a -> a.belongsTo(current.id()))
                .orElseThrow(() -> new IllegalArgumentException("no attempt " + attemptId + " of this member"));
    }

    private Quiz quizOf(QuizAttempt attempt) {
        return library.get(attempt.text())
                .quiz()
                .filter(attempt::isOf)
                .orElseThrow(() -> new QuizChanged(attempt.id()));
    }

    private static Sitting sitting(QuizAttempt attempt, Quiz quiz) {
        var given = attempt.answers();
        return new Sitting(
                attempt.id(),
                attempt.questions().stream()
                        .map(number -> asked(
                                quiz.question(number),
                                attempt.seed(),
                                Optional.ofNullable(given.get(number)).map(QuizAttempt.Given::answer)))
                        .toList());
    }

    private static Asked asked(Question question, long seed, Optional<String> answer) {
        return switch (question) {
            case Question.OneAnswer one ->
                new Asked(
                        one.number(),
                        Asked.Kind.ONE,
                        one.prompt(),
                        one.trueFalse() ? inOrder(one.options()) : shuffled(one.options(), seed + one.number()),
                        answer);
            case Question.SeveralAnswers several ->
                new Asked(
                        several.number(),
                        Asked.Kind.SEVERAL,
                        several.prompt(),
                        shuffled(several.options(), seed + several.number()),
                        answer);
            case Question.Ordering order ->
                new Asked(
                        order.number(),
                        Asked.Kind.ORDER,
                        order.prompt(),
                        shuffled(order.items(), seed + order.number()),
                        answer);
            case Question.ShortText text ->
                new Asked(text.number(), Asked.Kind.SHORT, text.prompt(), List.of(), answer);
        };
    }

    private static List<Asked.Option> inOrder(List<String> options) {
        return IntStream.range(0, options.size())
                .mapToObj(i -> new Asked.Option(i, options.get(i)))
                .toList();
    }

    /** Never the order of the file, which for an ordering question is the answer. */
    private static List<Asked.Option> shuffled(List<String> options, long seed) {
        var shuffled = new ArrayList<>(inOrder(options));
        Collections.shuffle(shuffled, new Random(seed));
        if (shuffled.equals(inOrder(options))) {
            Collections.rotate(shuffled, 1);
        }
        return List.copyOf(shuffled);
    }
}
