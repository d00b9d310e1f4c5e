package vn.quantriet.editing.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.Verification;
import vn.quantriet.ui.Unaccented;

/** Asks for a figure and where it comes from, and puts both into the text. */
class FactDialog extends Dialog {
    private static final int LONGEST_ID = 60;
    private static final int LONGEST = 400;

    private final EditorElement editor;
    private final TextField words = new TextField();
    private final TextField name = new TextField();
    private final TextField source = new TextField();
    private final RadioButtonGroup<Verification> status = new RadioButtonGroup<>();

    /** @param selected what stands at the caret and becomes the fact's words */
    FactDialog(String selected, EditorElement editor) {
        this.editor = editor;
        setHeaderTitle(getTranslation("editing.fact.title"));
        prepare(words, "words", LONGEST);
        prepare(name, "id", LONGEST_ID);
        prepare(source, "source", LONGEST);
        words.setValue(selected.replaceAll("\\s+", " ").strip());
        name.setValue(slug(words.getValue()));
        words.addValueChangeListener(e -> name.setValue(slug(e.getValue())));
        status.setLabel(getTranslation("editing.fact.status"));
        status.setItems(Verification.values());
        status.setItemLabelGenerator(
                v -> getTranslation("editing.fact.status." + v.name().toLowerCase(Locale.ROOT)));
        status.setValue(Verification.UNVERIFIED);
        var fields = new Div(words, source, status, name);
        fields.addClassName("fields");
        var insert = new NativeButton(getTranslation("editing.dialog.insert"), e -> insert());
        insert.addClassNames("btn", "main");
        var cancel = new NativeButton(getTranslation("editing.dialog.cancel"), e -> close());
        cancel.addClassName("btn");
        add(fields);
        getFooter().add(cancel, insert);
    }

    private void prepare(TextField field, String key, int longest) {
        field.setLabel(getTranslation("editing.fact." + key));
        field.setHelperText(getTranslation("editing.fact." + key + ".help"));
        field.setErrorMessage(getTranslation("editing.fact." + key + ".help"));
        field.setMaxLength(longest);
        field.setManualValidation(true);
        field.addClassName("all");
    }

    private static String slug(String text) {
        String slug = Unaccented.of(text).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.length() <= LONGEST_ID
                ? slug
                : slug.substring(0, LONGEST_ID).replaceAll("-$", "");
    }

    private void insert() {
        words.setInvalid(words.getValue().isBlank() || words.getValue().matches(".*[\\[\\]].*"));
        source.setInvalid(source.getValue().isBlank());
        name.setInvalid(!ResolutionId.isValid(name.getValue()));
        if (!words.isInvalid() && !source.isInvalid() && !name.isInvalid()) {
            close();
            editor.insertFact(
                    words.getValue().strip(),
                    name.getValue(),
                    status.getValue().name().toLowerCase(Locale.ROOT),
                    source.getValue().strip());
        }
    }
}
