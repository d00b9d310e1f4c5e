package vn.quantriet.content.format;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListItem;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.Question;

/** One question of {@code quiz.md}: prompt, answers, and at last the explanation as a block quote. */
final class QuestionFile {
    private static final String ANSWER = "Đáp án:";
    private static final int FEWEST_OPTIONS = 2;

    private final Title title;
    private final Markdown body;
    private final Html html;
    private final Findings findings;
    private final List<Node> prompt = new ArrayList<>();
    private final List<Node> answers = new ArrayList<>();
    private final Optional<BlockQuote> explanation;

    /** The kinds of questions by the names that authors write. */
    enum Kind {
        ONE("Một đáp án"),
        SEVERAL("Nhiều đáp án"),
        TRUE_FALSE("Đúng sai"),
        ORDERING("Sắp xếp"),
        SHORT("Trả lời ngắn");

        private final String written;

        Kind(String written) {
            this.written = written;
        }

        static Optional<Kind> of(String written) {
            return Arrays.stream(values())
                    .filter(k -> k.written.equalsIgnoreCase(written))
                    .findFirst();
        }

        static List<String> names() {
            return Arrays.stream(values()).map(k -> k.written).toList();
        }

        static String all() {
            return String.join(", ", names());
        }
    }

    /** The heading. @param position in the file, for what the question lacks */
    record Title(int number, Kind kind, int position) {}

    private record Option(String text, boolean right, int position) {}

    QuestionFile(Title title, Section section, Markdown body, Html html, Findings findings) {
        this.title = title;
        this.body = body;
        this.html = html;
        this.findings = findings;
        var blocks = new ArrayList<>(section.blocks());
        this.explanation = !blocks.isEmpty() && blocks.getLast() instanceof BlockQuote quote
                ? Optional.of(quote)
                : Optional.empty();
        explanation.ifPresent(blocks::remove);
        for (var block : blocks) {
            (answers.isEmpty() && !isAnswer(block) ? prompt : answers).add(block);
        }
    }

    String promptText() {
        return PlainText.of(prompt);
    }

    Optional<Question> parse() {
        if (promptText().isEmpty()) {
            findings.report(title.position(), "quiz-prompt", title.number());
        }
        for (var surplus : answers.subList(Math.min(1, answers.size()), answers.size())) {
            findings.report(body.positionOf(surplus), "quiz-surplus", title.number());
        }
        var cites = cites();
        var words = html.of(prompt);
        var why = explanation.map(quote -> html.of(Markdown.children(quote))).orElse("");
        return switch (title.kind()) {
            case ONE -> oneAnswer(words, options(), false, why, cites);
            case TRUE_FALSE -> trueFalse(words, options(), why, cites);
            case SEVERAL -> severalAnswers(words, options(), why, cites);
            case ORDERING -> ordering(words, why, cites);
            case SHORT -> shortText(words, why, cites);
        };
    }

    private boolean isAnswer(Node block) {
        return title.kind() == Kind.SHORT
                ? block instanceof Paragraph
                        && block.getChars().toString().strip().startsWith(ANSWER)
                : block instanceof ListBlock;
    }

    private List<ClauseId> cites() {
        if (explanation.isEmpty()) {
            findings.report(title.position(), "quiz-explanation", title.number());
            return List.of();
        }
        var cites = Markdown.ownCites(List.of(explanation.get()), findings);
        if (cites.isEmpty()) {
            findings.report(body.positionOf(explanation.get()), "quiz-uncited", title.number());
        }
        return cites;
    }

    private Optional<Question> oneAnswer(
            String words, List<Option> options, boolean trueFalse, String why, List<ClauseId> cites) {
        var right = rightOf(options);
        if (!options.isEmpty() && right.size() != 1) {
            findings.report(options.getFirst().position(), "quiz-right-one", right.size());
        }
        return right.stream()
                .findFirst()
                .map(index ->
                        new Question.OneAnswer(title.number(), words, texts(options), index, trueFalse, why, cites));
    }

    private Optional<Question> trueFalse(String words, List<Option> options, String why, List<ClauseId> cites) {
        if (!options.isEmpty() && !texts(options).equals(List.of("Đúng", "Sai"))) {
            findings.report(options.getFirst().position(), "quiz-true-false", String.join(", ", texts(options)));
        }
        return oneAnswer(words, options, true, why, cites);
    }

    private Optional<Question> severalAnswers(String words, List<Option> options, String why, List<ClauseId> cites) {
        var right = rightOf(options);
        if (!options.isEmpty() && right.size() < 2) {
            findings.report(options.getFirst().position(), "quiz-right-several", right.size());
        }
        return Optional.of(
                new Question.SeveralAnswers(title.number(), words, texts(options), Set.copyOf(right), why, cites));
    }

    private Optional<Question> ordering(String words, String why, List<ClauseId> cites) {
        List<Option> items = new ArrayList<>();
        if (firstAnswer() instanceof OrderedList list) {
            Markdown.children(list)
                    .forEach(item -> items.add(new Option(PlainText.of(item), true, body.positionOf(item))));
            checkTexts(items);
        } else {
            findings.report(title.position(), "quiz-order-missing", title.number());
        }
        return Optional.of(new Question.Ordering(title.number(), words, texts(items), why, cites));
    }

    private Optional<Question> shortText(String words, String why, List<ClauseId> cites) {
        var answer = firstAnswer();
        List<String> accepted = new ArrayList<>();
        if (answer == null) {
            findings.report(title.position(), "quiz-answer-missing", title.number());
            return Optional.empty();
        }
        int position = body.positionOf(answer);
        var text = PlainText.of(answer);
        for (var one : text.substring(Math.min(text.length(), ANSWER.length())).split("\\|", -1)) {
            var tidy = one.strip();
            if (tidy.isEmpty()) {
                findings.report(position, "quiz-answer-empty", title.number());
            } else if (accepted.contains(tidy)) {
                findings.report(position, "quiz-option-twice", tidy);
            } else {
                accepted.add(tidy);
            }
        }
        return Optional.of(new Question.ShortText(title.number(), words, accepted, why, cites));
    }

    private List<Option> options() {
        if (!(firstAnswer() instanceof BulletList list)) {
            findings.report(title.position(), "quiz-options-missing", title.number());
            return List.of();
        }
        List<Option> options = new ArrayList<>();
        for (var item : Markdown.children(list)) {
            if (item instanceof TaskListItem task) {
                options.add(new Option(PlainText.of(task), task.isItemDoneMarker(), body.positionOf(task)));
            } else {
                findings.report(body.positionOf(item), "quiz-option-mark", PlainText.of(item));
            }
        }
        checkTexts(options);
        return options;
    }

    private void checkTexts(List<Option> options) {
        Set<String> seen = new HashSet<>();
        for (var option : options) {
            if (option.text().isEmpty()) {
                findings.report(option.position(), "quiz-option-empty");
            } else if (!seen.add(option.text().toLowerCase(Locale.ROOT))) {
                findings.report(option.position(), "quiz-option-twice", option.text());
            }
        }
        if (!options.isEmpty() && options.size() < FEWEST_OPTIONS) {
            findings.report(options.getFirst().position(), "quiz-options-few", options.size(), FEWEST_OPTIONS);
        }
    }

    private @Nullable Node firstAnswer() {
        return answers.isEmpty() ? null : answers.getFirst();
    }

    private static List<Integer> rightOf(List<Option> options) {
        List<Integer> right = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).right()) {
                right.add(i);
            }
        }
        return right;
    }

    private static List<String> texts(List<Option> options) {
        return options.stream().map(Option::text).toList();
    }
}
