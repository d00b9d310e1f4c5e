package vn.quantriet.search.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.quantriet.search.Search;
import vn.quantriet.search.Search.Suggestion;
import vn.quantriet.search.use.LineRefused;
import vn.quantriet.search.use.SearchWords;
import vn.quantriet.ui.Formats;
import vn.quantriet.ui.Unaccented;

/**
 * Says by which words the texts call what people ask for. Shows how many passages each wording finds, so that an editor sees at once
 * whether it helps, and the line as it will stand in the file.
 */
class SynonymDialog extends Dialog {
    private static final int MOST_SUGGESTED = 4;
    private static final int LONGEST = 100;

    private final transient Search search;
    private final SerializableConsumer<String> then;
    private final TextField asked = new TextField();
    private final TextField used = new TextField();
    private final Div suggested = new Div();
    private final Div preview = new Div();
    private final NativeButton save = new NativeButton();

    /** @param then given the line; may refuse it by a {@link LineRefused}, which is said */
    SynonymDialog(String query, Search search, SerializableConsumer<String> then) {
        this.search = search;
        this.then = then;
        setHeaderTitle(getTranslation("search.words.teach.title"));
        var found = search.find(Search.Query.of(query));
        prepare(asked, "asked");
        asked.setValue(isUnaccented(query) ? found.readAs().orElse(query) : query);
        prepare(used, "used");
        suggested.addClassName("chips");
        suggested.getElement().setAttribute("aria-label", getTranslation("search.words.teach.suggested"));
        suggested.getElement().setAttribute("role", "group");
        preview.addClassName("preview");
        preview.getElement().setAttribute("aria-live", "polite");
        var form = new Div(new Paragraph(getTranslation("search.words.teach.lead")), asked, used, suggested, preview);
        form.addClassName("words-form");
        add(form);
        var cancel = new NativeButton(getTranslation("search.words.cancel"), click -> close());
        cancel.addClassName("btn");
        save.setText(getTranslation("search.words.teach.save"));
        save.addClassNames("btn", "main");
        save.addClickListener(click -> save());
        getFooter().add(cancel, save);
        suggest(Stream.concat(found.orRather().stream(), titles(query)).toList());
        show();
        used.focus();
    }

    private static boolean isUnaccented(String query) {
        return Unaccented.of(query).equals(query.toLowerCase(Locale.ROOT));
    }

    private void prepare(TextField field, String name) {
        field.setLabel(getTranslation("search.words.teach." + name));
        field.setHelperText(getTranslation("search.words.teach." + name + ".help"));
        field.setMaxLength(LONGEST);
        field.setWidthFull();
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                field.setInvalid(false);
                show();
                suggest(titles(used.getValue().isBlank() ? asked.getValue() : used.getValue())
                        .toList());
            }
        });
    }

    /** Words near to these that titles of texts and clauses use. */
    private Stream<String> titles(String typed) {
        return search.suggest(typed, MOST_SUGGESTED).stream().map(Suggestion::words);
    }

    private void suggest(List<String> wordings) {
        suggested.removeAll();
        wordings.stream()
                .filter(words -> words.length() <= LONGEST && !words.equalsIgnoreCase(asked.getValue()))
                .distinct()
                .limit(MOST_SUGGESTED)
                .forEach(words -> {
                    var chip = new NativeButton(words, click -> {
                        used.setValue(words);
                        show();
                    });
                    chip.addClassName("chip");
                    suggested.add(chip);
                });
        suggested.setVisible(suggested.getComponentCount() > 0);
    }

    private void show() {
        preview.removeAll();
        boolean complete = !asked.isEmpty() && !used.isEmpty();
        save.setEnabled(complete);
        preview.setVisible(complete);
        if (complete) {
            preview.add(
                    new Code(SearchWords.synonyms(asked.getValue(), used.getValue())),
                    new Span(found(used.getValue())));
        }
    }

    private String found(String words) {
        long passages = search.find(Search.Query.of(words)).total();
        return passages == 0
                ? getTranslation("search.words.teach.unfound", words)
                : getTranslation("search.words.teach.found", words, Formats.number(passages, getLocale()));
    }

    private void save() {
        try {
            then.accept(SearchWords.synonyms(asked.getValue(), used.getValue()));
            close();
        } catch (LineRefused e) {
            var field = SearchWords.isTooLong(asked.getValue()) ? asked : used;
            field.setErrorMessage(getTranslation("search.words.refused." + e.reason(), field.getValue()));
            field.setInvalid(true);
        }
    }
}
