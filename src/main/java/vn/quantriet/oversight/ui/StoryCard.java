package vn.quantriet.oversight.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import vn.quantriet.organisation.Unit;
import vn.quantriet.oversight.Completion;
import vn.quantriet.oversight.Rollout;
import vn.quantriet.oversight.Timeliness;
import vn.quantriet.ui.Chip;
import vn.quantriet.ui.Formats;
import vn.quantriet.ui.ProgressBar;

/** The figure, what it is made of, and how it stands against the time that has gone by. */
class StoryCard extends Section {
    private final Rollout rollout;
    private final Completion total;

    StoryCard(Unit unit, Rollout rollout) {
        this.rollout = rollout;
        this.total = rollout.total();
        addClassNames("card", "story");
        add(figure(unit), pace());
    }

    private Div figure(Unit unit) {
        var whole = new Span(getTranslation("oversight.story.whole", number(total.owed()), total.rate(getLocale())));
        whole.addClassName("whole");
        var big = new Paragraph(new Span(number(total.completed())), whole);
        big.addClassNames("big", "num");
        return new Div(eyebrow("oversight.story.completed"), big, new Explanation(unit, rollout), stack(), legend());
    }

    private Div stack() {
        var stack = new Div();
        addPart(stack, "done", total.completed());
        addPart(stack, "doing", total.studying());
        addPart(stack, "none", total.notStarted());
        stack.addClassName("stack");
        stack.getElement().setAttribute("role", "img");
        stack.getElement()
                .setAttribute(
                        "aria-label",
                        getTranslation(
                                "oversight.story.bar",
                                number(total.completed()),
                                number(total.studying()),
                                number(total.notStarted()),
                                number(total.owed())));
        return stack;
    }

    private static void addPart(Div stack, String step, long members) {
        if (members > 0) {
            var part = new Span();
            part.addClassName(step);
            part.getStyle().set("--n", String.valueOf(members));
            stack.add(part);
        }
    }

    private Div legend() {
        var legend = new Div(
                entry("done", getTranslation("oversight.story.done", number(total.completed()))),
                entry("doing", getTranslation("oversight.story.studying", number(total.studying()))),
                entry("none", getTranslation("oversight.story.not-started", number(total.notStarted()))));
        legend.addClassNames("legend", "num");
        if (rollout.late() > 0) {
            legend.add(new Chip(getTranslation("oversight.story.late", number(rollout.late())), Chip.Tone.LATE));
        }
        return legend;
    }

    private static Span entry(String step, String text) {
        var swatch = new Span();
        swatch.addClassNames("swatch", step);
        return new Span(swatch, new Span(text));
    }

    private Div pace() {
        var campaign = rollout.campaign();
        long days = Timeliness.days(campaign);
        long gone = Timeliness.daysGone(campaign, rollout.today());
        var steps = new Div(
                step(
                        getTranslation("oversight.story.time"),
                        Math.toIntExact(gone * 100 / days),
                        getTranslation("oversight.story.time-value", number(gone), number(days)),
                        "time"),
                step(
                        getTranslation("oversight.story.begun"),
                        total.begunPercent(),
                        total.begunRate(getLocale()),
                        "begun"),
                step(getTranslation("oversight.story.finished"), total.percent(), total.rate(getLocale()), "finished"));
        steps.addClassName("steps");
        var span = new Span(span(days - gone));
        var verdict = new Div(new TimelinessChip(rollout.timeliness()), span);
        verdict.addClassNames("verdict", "num");
        return new Div(eyebrow("oversight.story.pace"), steps, verdict);
    }

    private Div step(String name, int percent, String value, String kind) {
        var figure = new Span(value);
        figure.addClassName("num");
        var step = new Div(new Span(name), new ProgressBar(percent, name + ": " + value), figure);
        step.addClassNames("step", kind);
        return step;
    }

    private String span(long daysLeft) {
        var opens = Formats.date(rollout.campaign().opensOn());
        var due = Formats.date(rollout.campaign().dueOn());
        if (rollout.today().isBefore(rollout.campaign().opensOn())) {
            return getTranslation("oversight.story.not-open", opens, due);
        }
        if (rollout.isOver()) {
            return getTranslation("oversight.story.over", opens, due);
        }
        // The due day itself is one of the days left; on it no whole day remains after today.
        return daysLeft == 1
                ? getTranslation("oversight.story.last-day", opens, due)
                : getTranslation("oversight.story.days-left", opens, due, number(daysLeft - 1));
    }

    private H2 eyebrow(String key) {
        var heading = new H2(getTranslation(key));
        heading.addClassName("eyebrow");
        return heading;
    }

    private String number(long number) {
        return Formats.number(number, getLocale());
    }
}
