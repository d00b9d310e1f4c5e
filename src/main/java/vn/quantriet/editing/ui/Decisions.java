package vn.quantriet.editing.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import java.util.Optional;
import vn.quantriet.content.TextPublishing.ClauseChange;
import vn.quantriet.editing.Decision;
import vn.quantriet.editing.DraftId;
import vn.quantriet.editing.DraftSummary;
import vn.quantriet.editing.Releasing;

/** What must be said of clauses before a draft comes out: what a rewording means, and what a doubtful clause is. */
class Decisions extends Section {
    private final transient Releasing releasing;
    private final DraftId draft;
    private final boolean open;
    private final SerializableRunnable onChange;

    /** @param onChange called after anything was said */
    Decisions(Releasing releasing, DraftSummary draft, List<Decision> decisions, SerializableRunnable onChange) {
        this.releasing = releasing;
        this.draft = draft.id();
        this.open = releasing.mayDecide(draft);
        this.onChange = onChange;
        addClassNames("card", "decisions");
        setVisible(!decisions.isEmpty());
        var lead = new Paragraph(getTranslation("editing.decide.lead"));
        lead.addClassName("sub");
        add(new H2(getTranslation("editing.decide.title")), lead);
        if (!open) {
            add(new Paragraph(getTranslation("editing.decide.reviewer")));
        }
        decisions.forEach(decision -> add(question(decision)));
    }

    private Div question(Decision decision) {
        ClauseChange change = decision.change();
        var row = new Div(new H3(getTranslation("editing.decide.clause", change.label(), change.title())));
        row.addClassName("decision");
        row.add(
                switch (decision) {
                    case Decision.Meaning meaning -> meaning(meaning);
                    case Decision.Identity identity -> identity(identity);
                });
        return row;
    }

    private RadioButtonGroup<Boolean> meaning(Decision.Meaning decision) {
        var group = new RadioButtonGroup<Boolean>();
        group.setLabel(getTranslation("editing.decide.meaning"));
        group.setItems(false, true);
        group.setItemLabelGenerator(
                editorial -> getTranslation(editorial ? "editing.decide.editorial" : "editing.decide.material"));
        decision.editorial().ifPresent(group::setValue);
        group.setReadOnly(!open);
        group.addValueChangeListener(e -> {
            if (e.isFromClient() && e.getValue() != null) {
                releasing.decide(draft, decision.change().clause(), e.getValue());
                onChange.run();
            }
        });
        return group;
    }

    private RadioButtonGroup<Boolean> identity(Decision.Identity decision) {
        var change = decision.change();
        var group = new RadioButtonGroup<Boolean>();
        group.setLabel(getTranslation("editing.decide.identity"));
        group.setItems(true, false);
        group.setItemLabelGenerator(earlier -> earlier
                ? getTranslation("editing.decide.earlier", decision.earlierLabel())
                : getTranslation("editing.decide.new"));
        decision.answer().ifPresent(answer -> group.setValue(answer.isPresent()));
        group.setReadOnly(!open);
        group.addValueChangeListener(e -> {
            if (e.isFromClient() && e.getValue() != null) {
                releasing.decide(draft, change.place(), e.getValue() ? Optional.of(change.clause()) : Optional.empty());
                onChange.run();
            }
        });
        return group;
    }
}
