package vn.quantriet.content;

import java.util.List;

/**
 * A bank of questions on one text.
 *
 * @param passPercent share of right answers, 1 to 100, needed to pass
 * @param draw how many questions are asked at a time, at most the size of the bank
 * @param hash of the file, hexadecimal
 */
public record Quiz(int passPercent, int draw, List<Question> questions, String hash) {
    public Quiz {
        questions = List.copyOf(questions);
    }

    /** @throws IllegalArgumentException when no question has this number */
    public Question question(int number) {
        return questions.stream()
                .filter(q -> q.number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no question " + number));
    }
}
