package vn.quantriet.study;

/** The quiz was edited while the attempt was open; its answers can no longer be judged. */
public class QuizChanged extends RuntimeException {
    QuizChanged(long attempt) {
        super("the quiz of attempt " + attempt + " is no longer the one that was drawn");
    }
}
