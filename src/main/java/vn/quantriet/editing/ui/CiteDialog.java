package vn.quantriet.editing.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import vn.quantriet.editing.ClauseFinder;
import vn.quantriet.editing.ClauseFinder.Citable;
import vn.quantriet.editing.DraftId;

/** Finds a clause by its number or its words, and hands on its citation. */
class CiteDialog extends Dialog {
    private final DraftId draft;
    private final transient ClauseFinder clauses;
    private final SerializableConsumer<String> onChoice;
    private final TextField words = new TextField();
    private final Div results = new Div();

    CiteDialog(DraftId draft, ClauseFinder clauses, SerializableConsumer<String> onChoice) {
        this.draft = draft;
        this.clauses = clauses;
        this.onChoice = onChoice;
        setHeaderTitle(getTranslation("editing.cite.title"));
        addClassName("cite-dialog");
        words.setLabel(getTranslation("editing.cite.words"));
        words.setHelperText(getTranslation("editing.cite.words.help"));
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.setClearButtonVisible(true);
        words.setWidthFull();
        words.addValueChangeListener(e -> find());
        results.getElement().setAttribute("aria-live", "polite");
        var cancel = new NativeButton(getTranslation("editing.dialog.cancel"), e -> close());
        cancel.addClassName("btn");
        add(words, results);
        getFooter().add(cancel);
        find();
        words.focus();
    }

    private void find() {
        results.removeAll();
        var found = clauses.find(draft, words.getValue());
        if (found.isEmpty()) {
            results.add(new Paragraph(getTranslation("editing.cite.none")));
            return;
        }
        var list = new UnorderedList();
        list.addClassName("cite-list");
        found.forEach(clause -> list.add(new ListItem(item(clause))));
        results.add(list);
    }

    private NativeButton item(Citable clause) {
        var place = new Span(
                clause.text().isEmpty()
                        ? clause.label()
                        : getTranslation("editing.cite.place", clause.text(), clause.label()));
        place.addClassName("eyebrow");
        var button = new NativeButton();
        button.addClassName("cite-item");
        button.add(place, new Span(clause.title()));
        button.addClickListener(e -> {
            close();
            onChoice.accept(clause.markdown());
        });
        return button;
    }
}
