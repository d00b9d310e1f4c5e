package vn.quantriet.study.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import vn.quantriet.content.Library;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.study.QuizChanged;
import vn.quantriet.study.QuizClosed;
import vn.quantriet.study.QuizTaking;
import vn.quantriet.study.QuizTaking.Asked;
import vn.quantriet.study.QuizTaking.Sitting;
import vn.quantriet.ui.EmptyState;
import vn.quantriet.ui.Formats;
import vn.quantriet.ui.ProgressBar;

/** A quiz, one question at a time. Every answer is kept at once, so a closed tab or a lost connection loses none. */
@Route("kiem-tra/:text")
@PermitAll
class QuizView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Library library;
    private final transient QuizTaking quizTaking;
    private final Div page = new Div();

    private Optional<Resolution> text = Optional.empty();

    QuizView(Library library, QuizTaking quizTaking) {
        this.library = library;
        this.quizTaking = quizTaking;
        addClassNames("wrap", "narrow", "quiz");
        add(page);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get("text").orElse("");
        text = ResolutionId.isValid(id) ? library.resolution(new ResolutionId(id)) : Optional.empty();
        text.ifPresentOrElse(this::open, () -> showEmpty("study.quiz.noText", "/thu-vien"));
    }

    private void open(Resolution resolution) {
        quizTaking
                .sit(resolution.id())
                .ifPresentOrElse(
                        sitting -> show(resolution, sitting, sitting.next()),
                        () -> showEmpty("study.quiz.none", "/van-ban/" + resolution.id()));
    }

    private void showEmpty(String key, String href) {
        var back = new Anchor(href, getTranslation(key + ".action"));
        back.addClassNames("btn", "main");
        page.removeAll();
        page.add(EmptyState.page(getTranslation(key + ".title"), getTranslation(key + ".text"), back));
    }

    private void show(Resolution resolution, Sitting sitting, int index) {
        Asked question = sitting.questions().get(index);
        int count = sitting.questions().size();
        String place = getTranslation(
                "study.quiz.place", Formats.number(index + 1L, getLocale()), Formats.number(count, getLocale()));

        var number = new Paragraph(place);
        number.addClassName("eyebrow");
        var prompt = new Html("<div class='question-prompt'>" + question.prompt() + "</div>");
        var card = new Div(
                number,
                prompt,
                new QuestionForm(question, answer -> keep(sitting, question, answer)),
                steps(resolution, sitting, index));
        card.addClassNames("card", "question");

        var back = new Anchor("/van-ban/" + resolution.id(), resolution.number());
        back.addClassName("way-back");
        page.removeAll();
        page.add(
                back,
                new H1(getTranslation("study.quiz.heading", resolution.shortTitle())),
                new ProgressBar((index + 1) * 100 / count, place),
                card,
                hint());
        card.getElement().setAttribute("tabindex", "-1");
        card.getElement().executeJs("this.focus({preventScroll: true})");
    }

    private Component hint() {
        var hint = new Paragraph(getTranslation("study.quiz.kept"));
        hint.addClassName("eyebrow");
        return hint;
    }

    private Component steps(Resolution resolution, Sitting sitting, int index) {
        var steps = new Div();
        steps.addClassName("question-steps");
        if (index > 0) {
            steps.add(button("study.quiz.previous", "btn", () -> reopen(resolution, sitting, index - 1)));
        }
        boolean last = index == sitting.questions().size() - 1;
        steps.add(
                last
                        ? button("study.quiz.submit", "btn main", () -> confirmSubmit(resolution, sitting))
                        : button("study.quiz.next", "btn main", () -> reopen(resolution, sitting, index + 1)));
        return steps;
    }

    private static NativeButton styled(NativeButton button, String classes) {
        button.addClassNames(classes.split(" "));
        return button;
    }

    private NativeButton button(String key, String classes, Runnable action) {
        return styled(new NativeButton(getTranslation(key), click -> action.run()), classes);
    }

    /** Answers given since are read back, so that what is shown is what is kept. */
    private void reopen(Resolution resolution, Sitting sitting, int index) {
        unlessOvertaken(() -> show(resolution, quizTaking.sitting(sitting.attempt()), index));
    }

    private void keep(Sitting sitting, Asked question, String answer) {
        unlessOvertaken(() -> quizTaking.answer(sitting.attempt(), question.number(), answer));
    }

    /** The attempt may have been handed in from another window, or the quiz edited. */
    private void unlessOvertaken(Runnable deed) {
        try {
            deed.run();
        } catch (QuizClosed | QuizChanged e) {
            showEmpty("study.quiz.changed", "/kiem-tra/" + text.orElseThrow().id());
        }
    }

    private void confirmSubmit(Resolution resolution, Sitting shown) {
        unlessOvertaken(() -> confirmSubmitNow(resolution, quizTaking.sitting(shown.attempt())));
    }

    private void confirmSubmitNow(Resolution resolution, Sitting sitting) {
        long open = sitting.questions().stream()
                .filter(question -> question.answer().filter(a -> !a.isBlank()).isEmpty())
                .count();
        if (open == 0) {
            submit(resolution, sitting);
            return;
        }
        var dialog = new ConfirmDialog(
                getTranslation("study.quiz.unanswered.title"),
                getTranslation("study.quiz.unanswered.text", Formats.number(open, getLocale())),
                getTranslation("study.quiz.unanswered.submit"),
                e -> submit(resolution, sitting));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("study.quiz.unanswered.back"));
        dialog.open();
    }

    private void submit(Resolution resolution, Sitting sitting) {
        unlessOvertaken(() -> {
            quizTaking.submit(sitting.attempt());
            getUI().orElseThrow().navigate("kiem-tra/" + resolution.id() + "/ket-qua/" + sitting.attempt());
        });
    }

    @Override
    public String getPageTitle() {
        return text.map(t -> getTranslation("study.quiz.title", t.number()))
                .orElseGet(() -> getTranslation("study.quiz.noText.title"));
    }
}
