package vn.quantriet.content.format;

import com.vladsch.flexmark.ast.Heading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.quantriet.content.Question;
import vn.quantriet.content.Quiz;
import vn.quantriet.content.ResolutionId;

/** Parses {@code quiz.md}. */
final class QuizFile {
    private static final int MOST_DRAWN = 500;

    private final Findings findings;

    private final Html html;

    private QuizFile(Findings findings, Html html) {
        this.findings = findings;
        this.html = html;
    }

    static Parsed<Quiz> parse(ResolutionId id, SourceFile file, Html html) {
        var findings = new Findings(file, id);
        return findings.with(new QuizFile(findings, html).parse().orElse(null));
    }

    private Optional<Quiz> parse() {
        var file = findings.file();
        int start = FrontMatter.bodyStart(file.text());
        var body = Markdown.parse(file, start, file.text().length());
        body.check(findings);
        body.forbidFacts(findings);
        var sections = Section.of(body);
        var questions = questions(sections, body);
        int size = (int) sections.stream().filter(s -> s.heading().isPresent()).count();
        if (size == 0) {
            findings.report(Math.max(0, start - 1), "quiz-empty");
        }
        return FrontMatter.read(findings).flatMap(keys -> {
            keys.allow("pass", "draw");
            var pass = keys.number("pass", 1, 100);
            var draw = keys.number("draw", 1, MOST_DRAWN);
            if (pass.isEmpty() || draw.isEmpty()) {
                return Optional.empty();
            }
            if (size > 0 && draw.getAsInt() > size) {
                findings.report(keys.placeOf("draw"), "quiz-draw", draw.getAsInt(), size);
            }
            return Optional.of(new Quiz(pass.getAsInt(), draw.getAsInt(), questions, Hashes.of(file.text())));
        });
    }

    private List<Question> questions(List<Section> sections, Markdown body) {
        List<Question> questions = new ArrayList<>();
        Set<String> prompts = new HashSet<>();
        int expected = 1;
        for (var section : sections) {
            if (section.heading().isEmpty()) {
                findings.report(body.positionOf(section.blocks().getFirst()), "content-stray");
                continue;
            }
            var heading = section.heading().get();
            var reading = heading(heading, body, expected);
            expected = reading.map(QuestionFile.Title::number).orElse(expected) + 1;
            reading.map(title -> new QuestionFile(title, section, body, html, findings))
                    .ifPresent(question -> {
                        if (!question.promptText().isEmpty() && !prompts.add(question.promptText())) {
                            findings.report(body.positionOfText(heading), "quiz-question-twice");
                        }
                        question.parse().ifPresent(questions::add);
                    });
        }
        return questions;
    }

    private Optional<QuestionFile.Title> heading(Heading heading, Markdown body, int expected) {
        if (heading.getLevel() != 2) {
            findings.report(body.positionOf(heading), "heading-other", "#".repeat(heading.getLevel()));
            return Optional.empty();
        }
        var words = PlainText.of(heading);
        int dot = words.indexOf('.');
        int position = body.positionOfText(heading);
        if (dot < 1 || dot > 4 || !words.substring(0, dot).chars().allMatch(c -> c >= '0' && c <= '9')) {
            findings.report(position, "quiz-heading", words, QuestionFile.Kind.all());
            return Optional.empty();
        }
        int number = Integer.parseInt(words.substring(0, dot));
        if (number != expected) {
            findings.report(position, "quiz-number", number, expected);
        }
        var name = words.substring(dot + 1).strip();
        var kind = QuestionFile.Kind.of(name);
        if (kind.isEmpty()) {
            findings.report(position, "quiz-kind", name, QuestionFile.Kind.all());
        }
        return kind.map(k -> new QuestionFile.Title(number, k, position));
    }
}
