package vn.quantriet.study;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.quantriet.content.Question;

/**
 * Judges answers. An answer is a string: an index for one answer, indexes joined by commas for several and for an order, the
 * typed words for a short text. Anything that cannot be understood is wrong, not an error: it comes from outside.
 */
final class Marking {
    private Marking() {}

    static boolean isRight(Question question, String answer) {
        return switch (question) {
            case Question.OneAnswer one -> answer.equals(String.valueOf(one.right()));
            case Question.SeveralAnswers several ->
                Set.copyOf(parts(answer))
                        .equals(several.right().stream().map(String::valueOf).collect(Collectors.toSet()));
            case Question.Ordering ordering ->
                parts(answer)
                        .equals(IntStream.range(0, ordering.items().size())
                                .mapToObj(String::valueOf)
                                .toList());
            case Question.ShortText text ->
                text.accepted().stream().anyMatch(accepted -> plain(accepted).equals(plain(answer)));
        };
    }

    /** The answer as a person would read it. */
    static List<String> inWords(Question question, String answer) {
        return switch (question) {
            case Question.OneAnswer one -> pick(one.options(), answer);
            case Question.SeveralAnswers several -> pick(several.options(), answer);
            case Question.Ordering ordering -> pick(ordering.items(), answer);
            case Question.ShortText ignored -> answer.isBlank() ? List.of() : List.of(answer);
        };
    }

    /** The right answer as a person would read it. */
    static List<String> rightInWords(Question question) {
        return switch (question) {
            case Question.OneAnswer one -> List.of(one.options().get(one.right()));
            case Question.SeveralAnswers several ->
                several.right().stream().sorted().map(several.options()::get).toList();
            case Question.Ordering ordering -> ordering.items();
            case Question.ShortText text -> List.of(text.accepted().getFirst());
        };
    }

    private static List<String> pick(List<String> options, String answer) {
        return parts(answer).stream()
                .filter(part -> part.matches("[0-9]{1,3}"))
                .map(Integer::valueOf)
                .filter(index -> index < options.size())
                .map(options::get)
                .toList();
    }

    private static List<String> parts(String answer) {
        return Arrays.stream(answer.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .strip()
                .replaceAll("\\s+", " ")
                .replaceAll("[.。]$", "")
                .toLowerCase(Locale.ROOT);
    }
}
