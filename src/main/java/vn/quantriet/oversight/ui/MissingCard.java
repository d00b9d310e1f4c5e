package vn.quantriet.oversight.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.Optional;
import vn.quantriet.oversight.MissingMember;
import vn.quantriet.oversight.MissingPage;
import vn.quantriet.oversight.Rollout;
import vn.quantriet.study.Step;
import vn.quantriet.ui.Chip;
import vn.quantriet.ui.Formats;

/** The members who have not completed: names, how far they are, and the whole list to take away. */
class MissingCard extends TableCard {
    private final Address address;

    MissingCard(String title, Rollout rollout, MissingPage page, Address address, String download) {
        super("con-thieu", title);
        this.address = address;
        var anchor = new Anchor(download, getTranslation("oversight.missing.download"));
        anchor.addClassName("btn");
        anchor.getElement().setAttribute("download", true).setAttribute("router-ignore", true);
        addAction(anchor);
        addComponentAtIndex(1, filter(rollout));
        if (page.members().isEmpty()) {
            replaceTable(nobody());
        } else {
            addTable(page, rollout.today());
        }
        if (page.pages() > 1) {
            add(pager(page));
        }
    }

    private Nav filter(Rollout rollout) {
        var total = rollout.total();
        var filter = new Nav(
                choice("oversight.missing.all", total.missing(), Optional.empty()),
                choice("oversight.missing.not-started", total.notStarted(), Optional.of(Step.NOT_STARTED)),
                choice("oversight.missing.studying", total.studying(), Optional.of(Step.STUDYING)));
        filter.addClassName("filters");
        filter.getElement().setAttribute("aria-label", getTranslation("oversight.missing.filter"));
        return filter;
    }

    private OversightLink choice(String key, long members, Optional<Step> step) {
        var text = getTranslation(key, number(members));
        return new OversightLink(text, address.listing(step), "chip")
                .current(address.step().equals(step));
    }

    private Paragraph nobody() {
        var nobody = new Paragraph(getTranslation("oversight.missing.none-of-step"));
        nobody.addClassName("nobody");
        return nobody;
    }

    private void addTable(MissingPage page, LocalDate today) {
        addColumn(getTranslation("oversight.missing.name"));
        addColumn(getTranslation("oversight.missing.unit"));
        addColumn(getTranslation("oversight.missing.post"));
        addColumn(getTranslation("oversight.missing.step"));
        addNumberColumn(getTranslation("oversight.missing.read"));
        addColumn(getTranslation("oversight.missing.quiz"));
        for (MissingMember member : page.members()) {
            var quiz = member.quizPassed() ? "oversight.quiz.passed" : "oversight.quiz.not-passed";
            addRow(
                            new Anchor(
                                    "/qua-trinh-hoc/" + member.profile().id().value(),
                                    member.profile().fullName()),
                            member.profile().code())
                    .text(member.unit().name())
                    .text(member.profile().post().orElse("–"))
                    .cell(chips(member, today))
                    .number(getTranslation(
                            "oversight.missing.read-value", number(member.readClauses()), number(page.clauses())))
                    .text(getTranslation(quiz));
        }
    }

    private Div chips(MissingMember member, LocalDate today) {
        var step = member.step() == Step.STUDYING
                ? new Chip(getTranslation("oversight.step.studying"), Chip.Tone.DOING)
                : new Chip(getTranslation("oversight.step.not-started"), Chip.Tone.NEUTRAL);
        var chips = new Div(step);
        chips.addClassName("chips");
        if (member.isLate(today)) {
            chips.add(new Chip(getTranslation("oversight.step.late"), Chip.Tone.LATE));
        }
        return chips;
    }

    private Nav pager(MissingPage page) {
        var range = new Span(getTranslation(
                "oversight.missing.range", number(page.first()), number(page.last()), number(page.total())));
        var pager = new Nav(range);
        pager.addClassNames("pager", "num");
        pager.getElement().setAttribute("aria-label", getTranslation("oversight.missing.pages"));
        if (page.number() > 1) {
            pager.add(turn("oversight.missing.previous", page.number() - 1));
        }
        if (page.number() < page.pages()) {
            pager.add(turn("oversight.missing.next", page.number() + 1));
        }
        return pager;
    }

    private OversightLink turn(String key, int page) {
        return new OversightLink(getTranslation(key), address.onPage(page), "btn");
    }

    private String number(long number) {
        return Formats.number(number, getLocale());
    }
}
