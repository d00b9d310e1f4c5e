package vn.quantriet.editing.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import vn.quantriet.content.TextHistory.Conflict;
import vn.quantriet.editing.DraftChangedElsewhere;
import vn.quantriet.editing.DraftId;
import vn.quantriet.editing.DraftInOtherState;
import vn.quantriet.editing.DraftNotFound;
import vn.quantriet.editing.DraftSummary;
import vn.quantriet.editing.EditingDesk;
import vn.quantriet.editing.Merging;
import vn.quantriet.editing.Merging.Choice;
import vn.quantriet.editing.Merging.Sheet;
import vn.quantriet.editing.PartChange;
import vn.quantriet.organisation.Role;
import vn.quantriet.ui.EmptyState;

/** Brings a draft together with what others published meanwhile: both versions of every part that both changed, and a choice. */
@Route(EditingAddress.MERGE)
@RolesAllowed({Role.REPORTER_NAME, Role.EDITOR_NAME, Role.ADMINISTRATOR_NAME})
class MergeView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient EditingDesk desk;
    private final transient Merging merging;

    private final Div notices = new Div();
    private final List<RadioButtonGroup<Choice>> choices = new ArrayList<>();
    private @Nullable DraftSummary draft;
    private String stamp = "";

    MergeView(EditingDesk desk, Merging merging) {
        this.desk = desk;
        this.merging = merging;
        addClassNames("wrap", "wide", "draft-merge");
        notices.addClassName("draft-notices");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = event.getRouteParameters().get("draft").flatMap(DraftId::parse);
        try {
            show(desk.draft(id.orElseThrow(() -> new DraftNotFound(new DraftId(Long.MAX_VALUE)))));
        } catch (DraftNotFound | AccessDeniedException e) {
            removeAll();
            draft = null;
            add(new MissingDraft());
        }
    }

    @Override
    public String getPageTitle() {
        return draft == null
                ? getTranslation("editing.missing.title")
                : getTranslation("editing.merge.title", draft.number());
    }

    private void show(DraftSummary asked) {
        removeAll();
        notices.removeAll();
        choices.clear();
        draft = asked;
        var sheet = merging.sheet(asked.id());
        var author = desk.people(List.of(asked.author())).get(asked.author());
        add(new DraftHeading(asked, author == null ? "" : author.fullName()), notices);
        if (sheet.isEmpty()) {
            var back = new Anchor(EditingAddress.draft(asked.id()), getTranslation("editing.desk.continue"));
            back.addClassName("btn");
            add(new EmptyState(getTranslation("editing.merge.none"), getTranslation("editing.merge.none.why"), back));
            return;
        }
        stamp = sheet.get().stamp();
        add(conflicts(sheet.get()), foot(), theirs(sheet.get()));
    }

    private Section conflicts(Sheet sheet) {
        var lead = new Paragraph(
                sheet.conflicts().isEmpty()
                        ? getTranslation("editing.merge.clean")
                        : getTranslation(
                                "editing.merge.lead",
                                String.valueOf(sheet.conflicts().size())));
        lead.addClassName("sub");
        var section = new Section(new H2(getTranslation("editing.merge.conflicts")), lead);
        sheet.conflicts().forEach(conflict -> section.add(conflict(conflict)));
        return section;
    }

    private Div conflict(Conflict conflict) {
        var place = new Paragraph(conflict.file());
        place.addClassName("eyebrow");
        var part = conflict.part().isEmpty()
                ? getTranslation("editing.review.front")
                : conflict.part().replaceFirst("^#+\\s*", "");
        var words = new SideBySide();
        words.side("editing.merge.mine", DifferenceHtml.plain(conflict.mine()));
        words.side("editing.merge.theirs", DifferenceHtml.plain(conflict.theirs()));
        var choice = new RadioButtonGroup<Choice>();
        choice.setLabel(getTranslation("editing.merge.choice"));
        choice.setItems(Choice.values());
        choice.setItemLabelGenerator(
                c -> getTranslation("editing.merge.take." + c.name().toLowerCase(Locale.ROOT)));
        choice.setErrorMessage(getTranslation("editing.merge.choose"));
        choices.add(choice);
        var card = new Div(place, new H3(part), words, choice);
        card.addClassNames("card", "change");
        return card;
    }

    private Section theirs(Sheet sheet) {
        var section = new Section(new H2(getTranslation(
                "editing.merge.others", String.valueOf(sheet.theirs().size()))));
        section.addClassName("review-changes");
        sheet.theirs().forEach(change -> section.add(change(change)));
        return section;
    }

    private Div change(PartChange change) {
        var place = new Paragraph(change.path());
        place.addClassName("eyebrow");
        var words = new SideBySide();
        words.side("editing.review.before", DifferenceHtml.before(change.before()));
        words.side("editing.review.after", DifferenceHtml.after(change.after()));
        var part = change.part().isEmpty()
                ? getTranslation("editing.review.front")
                : change.part().replaceFirst("^#+\\s*", "");
        var card = new Div(place, new H3(part), words);
        card.addClassNames("card", "change");
        return card;
    }

    private Div foot() {
        var merge = new NativeButton(getTranslation("editing.merge.do"), e -> merge());
        merge.addClassNames("btn", "main");
        var note = new Paragraph(getTranslation("editing.merge.kept"));
        note.addClassName("sub");
        var foot = new Div(merge, note);
        foot.addClassName("actions");
        return foot;
    }

    void merge() {
        DraftSummary now = draft;
        choices.forEach(choice -> choice.setInvalid(choice.isEmpty()));
        if (now == null || choices.stream().anyMatch(RadioButtonGroup::isEmpty)) {
            return;
        }
        try {
            merging.merge(
                    now.id(),
                    stamp,
                    choices.stream().map(RadioButtonGroup::getValue).toList());
            getUI().ifPresent(ui -> Going.to(ui, EditingAddress.draft(now.id())));
        } catch (DraftChangedElsewhere | DraftInOtherState e) {
            show(desk.draft(now.id()));
            notices.add(new Notice(getTranslation("editing.merge.changed")));
        }
    }
}
