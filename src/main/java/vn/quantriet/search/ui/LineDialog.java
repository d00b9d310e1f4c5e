package vn.quantriet.search.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import vn.quantriet.search.use.LineRefused;

/** Writes one line of the word list, as it stands in the file. */
class LineDialog extends Dialog {
    private final TextField line = new TextField();
    private final SerializableConsumer<String> then;

    /**
     * @param before the line to be changed; empty for a new one
     * @param then given the line as written; may refuse it by a {@link LineRefused}, which is said
     */
    LineDialog(String before, SerializableConsumer<String> then) {
        this.then = then;
        setHeaderTitle(getTranslation(before.isEmpty() ? "search.words.line.new" : "search.words.line.edit"));
        line.setLabel(getTranslation("search.words.line"));
        line.setHelperText(getTranslation("search.words.line.help"));
        line.setValue(before);
        line.setMaxLength(200);
        line.setWidthFull();
        line.addKeyPressListener(Key.ENTER, key -> save());
        var form = new Div(line);
        form.addClassName("words-form");
        add(form);
        var cancel = new NativeButton(getTranslation("search.words.cancel"), click -> close());
        cancel.addClassName("btn");
        var save = new NativeButton(getTranslation("search.words.save"), click -> save());
        save.addClassNames("btn", "main");
        getFooter().add(cancel, save);
        line.focus();
    }

    private void save() {
        try {
            then.accept(line.getValue());
            close();
        } catch (LineRefused e) {
            line.setErrorMessage(getTranslation("search.words.refused." + e.reason(), line.getValue()));
            line.setInvalid(true);
        }
    }
}
