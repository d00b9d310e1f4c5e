package vn.quantriet.study;

import java.time.Instant;

/** An answer came for an attempt that was already submitted. */
public class QuizClosed extends RuntimeException {
    QuizClosed(long attempt, Instant submittedAt) {
        super("attempt " + attempt + " was submitted at " + submittedAt);
    }
}
