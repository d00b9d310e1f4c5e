package vn.quantriet.documents.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import vn.quantriet.content.DeckId;
import vn.quantriet.content.Library;
import vn.quantriet.content.Problem;
import vn.quantriet.content.Resolution;
import vn.quantriet.documents.DeckHead;
import vn.quantriet.documents.DocumentImports;
import vn.quantriet.documents.ImportId;
import vn.quantriet.documents.Reading;
import vn.quantriet.documents.SlidePage;

/** The front matter of a deck, and the text it belongs to. */
class DeckHeadForm extends HeadForm {
    private final transient DocumentImports imports;
    private final ImportId importId;
    private final ComboBox<Resolution> text = new ComboBox<>();
    private final TextField name = new TextField();
    private final TextField title = new TextField();
    private final TextField reporter = new TextField();
    private final TextField audience = new TextField();
    private final Checkbox everyPage = new Checkbox();

    DeckHeadForm(
            DocumentImports imports,
            ImportId importId,
            Reading reading,
            Library library,
            SerializableRunnable onChange) {
        super(onChange);
        var head = new DeckHead(reading.head().title(), "", "");
        this.imports = imports;
        this.importId = importId;
        text.setLabel(getTranslation("documents.head.text"));
        text.setItems(library.resolutions());
        text.setItemLabelGenerator(r -> r.number() + " · " + r.shortTitle());
        name.setLabel(getTranslation("documents.head.name"));
        name.setHelperText(getTranslation("documents.head.name.help"));
        name.setManualValidation(true);
        title.setLabel(getTranslation("documents.head.title"));
        reporter.setLabel(getTranslation("documents.head.reporter"));
        audience.setLabel(getTranslation("documents.head.audience"));
        title.addClassName("all");
        name.setValue(head.suggestedName());
        title.setValue(head.title());
        reporter.setValue(head.reporter());
        audience.setValue(head.audience());
        everyPage.setLabel(getTranslation("documents.head.pages"));
        everyPage.addClassName("all");
        everyPage.setVisible(!reading.pages().isEmpty());
        everyPage.setValue(reading.pages().stream().anyMatch(SlidePage::needed));
        add(text, name, title, reporter, audience, everyPage);
        watch(everyPage);
        watch(text);
        List.of(name, title, reporter, audience).forEach(this::watch);
    }

    private DeckHead head() {
        return new DeckHead(title.getValue(), reporter.getValue(), audience.getValue());
    }

    private DeckId deck() {
        return new DeckId(text.getValue().id(), name.getValue());
    }

    @Override
    boolean isAddressed() {
        boolean valid = DeckId.isValidName(name.getValue());
        name.setInvalid(!valid);
        name.setErrorMessage(valid ? "" : getTranslation("documents.head.name.wrong"));
        return valid && text.getOptionalValue().isPresent();
    }

    @Override
    List<Problem> problems() {
        return isAddressed() ? imports.check(importId, deck(), head(), everyPage.getValue()) : List.of();
    }

    @Override
    String draft() {
        return imports.draft(importId, deck(), head(), everyPage.getValue());
    }

    @Override
    String markdown() {
        return imports.markdown(importId, head(), everyPage.getValue());
    }

    @Override
    String fileName() {
        return (DeckId.isValidName(name.getValue()) ? name.getValue() : "bai-giang") + ".md";
    }
}
