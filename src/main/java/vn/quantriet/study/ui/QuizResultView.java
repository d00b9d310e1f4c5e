package vn.quantriet.study.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.Holding;
import vn.quantriet.content.Library;
import vn.quantriet.content.Resolution;
import vn.quantriet.study.QuizTaking;
import vn.quantriet.study.QuizTaking.Mark;
import vn.quantriet.study.QuizTaking.Result;
import vn.quantriet.study.StudyDesk;
import vn.quantriet.ui.Chip;
import vn.quantriet.ui.EmptyState;
import vn.quantriet.ui.Formats;
import vn.quantriet.ui.ProgressRing;

/** How a quiz went: each wrong answer beside the clause that answers it. */
@Route("kiem-tra/:text/ket-qua/:attempt")
@PermitAll
class QuizResultView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Library library;
    private final transient QuizTaking quizTaking;
    private final transient StudyDesk desk;

    QuizResultView(Library library, QuizTaking quizTaking, StudyDesk desk) {
        this.library = library;
        this.quizTaking = quizTaking;
        this.desk = desk;
        addClassNames("wrap", "quiz-result");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        event.getRouteParameters()
                .getLong("attempt")
                .flatMap(quizTaking::result)
                .filter(result -> event.getRouteParameters()
                        .get("text")
                        .filter(result.text().value()::equals)
                        .isPresent())
                .ifPresentOrElse(this::show, this::showNone);
    }

    private void showNone() {
        add(EmptyState.page(
                getTranslation("study.result.none.title"),
                getTranslation("study.result.none.text"),
                button("/", "study.result.none.action", "btn main")));
    }

    private void show(Result result) {
        var holding = library.get(result.text());
        Resolution text = holding.resolution();
        var wrong = result.marks().stream().filter(mark -> !mark.right()).toList();
        var right = result.marks().stream().filter(Mark::right).toList();
        add(summary(text, result, desk.task(holding)));
        if (result.marks().isEmpty()) {
            add(new Paragraph(getTranslation("study.result.edited")));
        }
        if (!wrong.isEmpty()) {
            add(section("study.result.wrong", holding, wrong));
        }
        if (!right.isEmpty()) {
            add(section("study.result.right", holding, right));
        }
    }

    private Component summary(Resolution text, Result result, StudyDesk.Task task) {
        int percent = result.right() * 100 / Math.max(1, result.asked());
        String score = Formats.number(result.right(), getLocale()) + "/" + Formats.number(result.asked(), getLocale());
        var words = new Div(
                result.passed()
                        ? new Chip(getTranslation("study.result.passed"), Chip.Tone.DONE)
                        : new Chip(getTranslation("study.result.failed"), Chip.Tone.LATE),
                new H1(getTranslation("study.result.heading", text.number())),
                new Paragraph(getTranslation(
                        result.passed() ? "study.result.passedText" : "study.result.failedText",
                        score,
                        result.passPercent() + "%")),
                next(text, result, task));
        words.addClassName("hero-words");
        var card = new Section(
                words,
                new ProgressRing(percent, score, getTranslation("study.result.score", score), ProgressRing.Size.BIG));
        card.addClassNames("card", "hero");
        return card;
    }

    private Component next(Resolution text, Result result, StudyDesk.Task task) {
        var buttons = new Div();
        buttons.addClassName("actions");
        if (task.isCompleted()) {
            buttons.add(new Chip(getTranslation("study.result.completed"), Chip.Tone.DONE));
            buttons.add(button("/", "study.result.home", "btn main"));
        } else if (task.readClauses() < task.readableClauses()) {
            String missing = Formats.number(task.readableClauses() - task.readClauses(), getLocale());
            buttons.add(new Paragraph(getTranslation("study.result.unread", missing)));
            buttons.add(button("/van-ban/" + text.id(), "study.result.read", "btn main"));
        }
        if (!result.passed()) {
            buttons.add(button("/kiem-tra/" + text.id(), "study.result.again", "btn"));
        }
        return buttons;
    }

    private Section section(String key, Holding holding, List<Mark> marks) {
        var section = new Section(new H2(getTranslation(key, Formats.number(marks.size(), getLocale()))));
        section.addClassName("marks");
        marks.forEach(mark -> section.add(mark(holding, mark)));
        return section;
    }

    private Component mark(Holding holding, Mark mark) {
        var answers = new Div(
                new Html("<h3 class='question-prompt'>" + inline(mark.question().prompt()) + "</h3>"),
                answer(mark.right() ? "study.result.yours" : "study.result.yoursWrong", mark.answer()));
        if (!mark.right()) {
            answers.add(answer("study.result.expected", mark.expected()));
        }
        answers.add(new Html("<div class='explanation'>" + mark.question().explanation() + "</div>"));
        answers.addClassName("mark-answer");
        var article = new Article(answers, clauses(holding, mark.question().cites()));
        article.addClassNames("card", "mark-card", mark.right() ? "is-right" : "is-wrong");
        return article;
    }

    /** Prompts are rendered as paragraphs; within a heading only their words fit. */
    private static String inline(String prompt) {
        return prompt.replace("<p>", "<span>").replace("</p>", "</span> ");
    }

    private Component answer(String key, List<String> words) {
        var label = new Span(getTranslation(key));
        label.addClassName("eyebrow");
        String said = words.isEmpty() ? getTranslation("study.result.noAnswer") : String.join(" · ", words);
        var answer = new Paragraph(label, new Span(said));
        answer.addClassName("answer");
        return answer;
    }

    private Component clauses(Holding holding, List<ClauseId> cites) {
        var text = holding.resolution();
        var aside = new Aside();
        aside.addClassName("mark-clauses");
        aside.getElement().setAttribute("aria-label", getTranslation("study.result.clause"));
        cites.stream().map(text::clause).flatMap(Optional::stream).forEach(clause -> {
            var link = new Anchor("/van-ban/" + text.id() + "#" + clause.id(), clause.label() + " " + clause.title());
            aside.add(new H3(link), new Paragraph(holding.words(clause.id())));
        });
        return aside;
    }

    private Anchor button(String href, String key, String classes) {
        var button = new Anchor(href, getTranslation(key));
        button.addClassNames(classes.split(" "));
        return button;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("study.result.title");
    }
}
