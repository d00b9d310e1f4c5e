package vn.quantriet.content.library;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.quantriet.content.ClauseRef;
import vn.quantriet.content.KeyPoint;
import vn.quantriet.content.Question;
import vn.quantriet.content.Quiz;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.SlideDeck;

/**
 * Something that rests on clauses: a key point, a slide or a question.
 *
 * @param file path below the library folder
 * @param number in the file, from 1
 * @param words the same exactly when it says the same, under whatever number
 */
record CitingItem(String file, int number, String words, Set<ClauseRef> cites) {

    static List<CitingItem> of(
            ResolutionId text, List<KeyPoint> keyPoints, List<SlideDeck> decks, Optional<Quiz> quiz) {
        List<CitingItem> items = new ArrayList<>();
        for (var point : keyPoints) {
            var cites = point.cites().stream()
                    .map(clause -> new ClauseRef(text, clause))
                    .collect(Collectors.toSet());
            items.add(new CitingItem(
                    text + "/key-points.md", point.number(), point.title() + "\n" + point.html(), cites));
        }
        for (var deck : decks) {
            for (var slide : deck.slides()) {
                items.add(new CitingItem(
                        text + "/slides/" + deck.id().name() + ".md",
                        slide.number(),
                        slide.html() + "\n" + slide.notesHtml(),
                        new HashSet<>(slide.cites())));
            }
        }
        quiz.ifPresent(bank -> bank.questions().forEach(question -> {
            var cites = question.cites().stream()
                    .map(clause -> new ClauseRef(text, clause))
                    .collect(Collectors.toSet());
            items.add(new CitingItem(text + "/quiz.md", question.number(), words(question), cites));
        }));
        return items;
    }

    private static String words(Question question) {
        var answers = switch (question) {
            case Question.OneAnswer one -> one.options() + " " + one.right() + " " + one.trueFalse();
            case Question.SeveralAnswers several ->
                several.options() + " " + several.right().stream().sorted().toList();
            case Question.Ordering ordering -> String.valueOf(ordering.items());
            case Question.ShortText text -> String.valueOf(text.accepted());
        };
        return question.getClass().getSimpleName() + "\n" + question.prompt() + "\n" + answers + "\n"
                + question.explanation();
    }
}
