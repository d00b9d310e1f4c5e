package vn.quantriet.study.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import vn.quantriet.content.Clause;
import vn.quantriet.content.ValidityLabel;
import vn.quantriet.organisation.CurrentMember;
import vn.quantriet.study.DueLabel;
import vn.quantriet.study.StudyDesk;
import vn.quantriet.study.StudyDesk.Task;
import vn.quantriet.ui.Chip;
import vn.quantriet.ui.EmptyState;
import vn.quantriet.ui.Formats;
import vn.quantriet.ui.ProgressBar;
import vn.quantriet.ui.ProgressRing;

/** The first page: what is owed, and one button that goes on with it. */
@Route("")
@PermitAll
@Menu(order = 1, title = "study.today.menu")
class TodayView extends Div implements HasDynamicTitle {

    private final transient DueLabel dueLabel;
    private final transient ValidityLabel validity;

    TodayView(StudyDesk desk, DueLabel dueLabel, ValidityLabel validity, CurrentMember current) {
        this.dueLabel = dueLabel;
        this.validity = validity;
        addClassNames("wrap", "today");
        List<Task> tasks = desk.tasks();
        List<Task> open = tasks.stream().filter(task -> !task.isCompleted()).toList();

        var hello = new H1(getTranslation("study.today.hello", current.profile().givenName()));
        hello.addClassName("hello");
        var summary = new Paragraph(summary(tasks, open));
        summary.addClassName("sub");
        add(hello, summary);
        open.stream().findFirst().ifPresent(task -> add(hero(task)));
        if (tasks.isEmpty()) {
            add(new EmptyState(
                    getTranslation("study.today.empty.title"),
                    getTranslation("study.today.empty.text"),
                    button("/thu-vien", "study.today.empty.action")));
        } else {
            var history = new Anchor("/qua-trinh-hoc", getTranslation("study.today.history"));
            history.addClassName("to-history");
            add(list("study.today.tasks", tasks), history);
        }
    }

    private String summary(List<Task> tasks, List<Task> open) {
        if (tasks.isEmpty()) {
            return getTranslation("study.today.nothingAsked");
        }
        if (open.isEmpty()) {
            return getTranslation("study.today.allDone");
        }
        long owed = open.stream().filter(task -> task.due().isPresent()).count();
        Optional<String> nextDue = open.getFirst().due().map(Formats::day);
        return nextDue.map(day -> getTranslation("study.today.owed", Formats.number(owed, getLocale()), day))
                .orElseGet(() -> getTranslation("study.today.begun", Formats.number(open.size(), getLocale())));
    }

    private Component hero(Task task) {
        var words = new Div();
        words.addClassName("hero-words");
        dueLabel.of(task, getLocale()).ifPresent(due -> words.add(new Chip(due.text(), due.tone())));
        validity.of(task.text().id(), getLocale())
                .ifPresent(label -> words.add(new Chip(label.text(), Chip.Tone.LATE)));
        words.add(
                new H2(getTranslation(
                        "study.task.name",
                        kindOf(task),
                        task.text().number(),
                        task.text().shortTitle())),
                eyebrow(whereStopped(task)),
                new ProgressBar(task.percent(), getTranslation("study.task.progress", percent(task))),
                goOn(task));
        var hero = new Section(
                words,
                new ProgressRing(
                        task.percent(),
                        percent(task),
                        getTranslation("study.task.progress", percent(task)),
                        ProgressRing.Size.BIG));
        hero.addClassNames("card", "hero");
        hero.getElement().setAttribute("aria-label", getTranslation("study.today.next"));
        return hero;
    }

    private Component goOn(Task task) {
        boolean onlyQuizLeft = task.readClauses() >= task.readableClauses() && task.hasQuiz() && !task.quizPassed();
        if (onlyQuizLeft) {
            return button("/kiem-tra/" + task.text().id(), "study.today.takeQuiz");
        }
        return button(addressOf(task), task.isBegun() ? "study.today.goOn" : "study.today.begin");
    }

    private Anchor button(String href, String key) {
        var button = new Anchor(href, getTranslation(key));
        button.addClassNames("btn", "main");
        return button;
    }

    private static String addressOf(Task task) {
        return "/van-ban/" + task.text().id()
                + task.position().map(clause -> "#" + clause).orElse("");
    }

    private String whereStopped(Task task) {
        String clauses = getTranslation(
                "study.task.clauses",
                Formats.number(task.readClauses(), getLocale()),
                Formats.number(task.readableClauses(), getLocale()));
        return task.position()
                .flatMap(position -> task.text().clause(position))
                .map(clause -> getTranslation("study.task.stopped", label(clause)) + " · " + clauses)
                .orElse(clauses);
    }

    private static String label(Clause clause) {
        return clause.label() + " " + clause.title();
    }

    private Component list(String titleKey, List<Task> tasks) {
        var rows = new Div();
        rows.addClassName("card");
        tasks.forEach(task -> rows.add(row(task)));
        var section = new Section(new H2(getTranslation(titleKey)), rows);
        section.addClassName("tasks");
        return section;
    }

    private Component row(Task task) {
        String count = task.readClauses() + "/" + task.readableClauses();
        var name = new Paragraph(task.text().number() + " · " + task.text().shortTitle());
        validity.of(task.text().id(), getLocale())
                .ifPresent(label -> name.add(new Span(" "), new Chip(label.text(), Chip.Tone.LATE)));
        var row = new Anchor(
                addressOf(task),
                new ProgressRing(
                        task.percent(),
                        count,
                        getTranslation("study.task.progress", percent(task)),
                        ProgressRing.Size.MINI),
                new Div(name, small(details(task))),
                statusChip(task));
        row.addClassName("row");
        return row;
    }

    private String details(Task task) {
        if (task.isCompleted()) {
            return getTranslation(task.hasQuiz() ? "study.task.doneWithQuiz" : "study.task.done");
        }
        String steps = getTranslation(task.hasQuiz() ? "study.task.readAndQuiz" : "study.task.read");
        return task.due()
                .map(due -> steps + " · " + getTranslation("study.task.due", Formats.date(due)))
                .orElse(steps);
    }

    private Chip statusChip(Task task) {
        if (task.isCompleted()) {
            return new Chip(getTranslation("study.step.completed"), Chip.Tone.DONE);
        }
        if (dueLabel.of(task, getLocale())
                .filter(due -> due.tone() == Chip.Tone.LATE)
                .isPresent()) {
            return new Chip(getTranslation("study.step.late"), Chip.Tone.LATE);
        }
        return task.isBegun()
                ? new Chip(getTranslation("study.step.studying"), Chip.Tone.DOING)
                : new Chip(getTranslation("study.step.notStarted"), Chip.Tone.NEUTRAL);
    }

    private String kindOf(Task task) {
        return getTranslation("study.kind." + task.text().kind());
    }

    private static String percent(Task task) {
        return task.percent() + "%";
    }

    private static Component small(String text) {
        var small = new Span(text);
        small.addClassName("small");
        return small;
    }

    private static Component eyebrow(String text) {
        var eyebrow = new Paragraph(text);
        eyebrow.addClassName("eyebrow");
        return eyebrow;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("study.today.title");
    }
}
