package vn.quantriet.study;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.quantriet.content.Quiz;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.MemberId;

/** One try at a quiz: open until it is submitted, then closed for good. */
@Entity
@Table(name = "quiz_attempt")
class QuizAttempt {

    /** An answer as it was given, and whether it was right. */
    @Embeddable
    record Given(String answer, @Column(name = "is_right") boolean right, Instant answeredAt) {}

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "member_id")
    private long member;

    @Column(name = "resolution_id")
    private String text;

    private String quizHash;
    private long seed;
    private String questions;
    private Instant startedAt;
    private @Nullable Instant submittedAt;
    private @Nullable Integer rightCount;
    private @Nullable Boolean passed;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "quiz_answer", joinColumns = @JoinColumn(name = "attempt_id"))
    @MapKeyColumn(name = "question_number")
    private Map<Integer, Given> answers = new HashMap<>();

    @SuppressWarnings("NullAway.Init")
    protected QuizAttempt() {}

    @SuppressWarnings("NullAway.Init")
    QuizAttempt(MemberId member, ResolutionId text, Quiz quiz, long seed, List<Integer> questions, Instant now) {
        this.member = member.value();
        this.text = text.value();
        this.quizHash = quiz.hash();
        this.seed = seed;
        this.questions = questions.stream().map(String::valueOf).collect(Collectors.joining(","));
        this.startedAt = now;
    }

    long id() {
        return id;
    }

    boolean belongsTo(MemberId other) {
        return member == other.value();
    }

    ResolutionId text() {
        return new ResolutionId(text);
    }

    boolean isOf(Quiz quiz) {
        return quizHash.equals(quiz.hash());
    }

    long seed() {
        return seed;
    }

    /** Numbers of the drawn questions in the order in which they are asked. */
    List<Integer> questions() {
        return Arrays.stream(questions.split(",")).map(Integer::valueOf).toList();
    }

    Map<Integer, Given> answers() {
        return Map.copyOf(answers);
    }

    boolean isSubmitted() {
        return submittedAt != null;
    }

    Optional<Instant> submittedAt() {
        return Optional.ofNullable(submittedAt);
    }

    int rightCount() {
        return rightCount == null ? 0 : rightCount;
    }

    boolean passed() {
        return Boolean.TRUE.equals(passed);
    }

    /** @throws QuizClosed when the attempt was submitted */
    void answer(int question, String answer, boolean right, Instant now) {
        requireOpen();
        if (!questions().contains(question)) {
            throw new IllegalArgumentException("question " + question + " was not drawn in attempt " + id);
        }
        answers.put(question, new Given(answer, right, now));
    }

    /** @throws QuizClosed when it was submitted before */
    void submit(int passPercent, Instant now) {
        requireOpen();
        rightCount = (int) answers.values().stream().filter(Given::right).count();
        passed = rightCount * 100 >= passPercent * questions().size();
        submittedAt = now;
    }

    /** @throws QuizClosed when it was submitted */
    void requireOpen() {
        if (submittedAt != null) {
            throw new QuizClosed(id, submittedAt);
        }
    }
}
