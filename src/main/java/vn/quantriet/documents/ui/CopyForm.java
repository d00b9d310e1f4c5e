package vn.quantriet.documents.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import java.util.Map;
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.Problem;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.documents.DocumentImports;
import vn.quantriet.documents.ImportId;
import vn.quantriet.documents.Reading;

/** A copy that the portal wrote: only the text it goes back to can be chosen. */
class CopyForm extends HeadForm {
    private final transient DocumentImports imports;
    private final ImportId importId;
    private final transient Map<String, String> files;
    private final TextField id = new TextField();

    CopyForm(DocumentImports imports, ImportId importId, Reading copy, SerializableRunnable onChange) {
        super(onChange);
        this.imports = imports;
        this.importId = importId;
        this.files = copy.files();
        id.setLabel(getTranslation("documents.head.id"));
        id.setHelperText(getTranslation("documents.head.id.help"));
        id.setManualValidation(true);
        id.setValue(copy.copyOf());
        watch(id);
        add(id, new Paragraph(getTranslation("documents.import.copy", String.join(", ", files.keySet()))));
    }

    @Override
    boolean isAddressed() {
        boolean valid = ResolutionId.isValid(id.getValue());
        id.setInvalid(!valid);
        id.setErrorMessage(valid ? "" : getTranslation("documents.head.id.wrong"));
        return valid;
    }

    @Override
    List<Problem> problems() {
        return isAddressed() ? imports.check(importId, new ResolutionId(id.getValue())) : List.of();
    }

    @Override
    String draft() {
        return imports.draft(importId, new ResolutionId(id.getValue()));
    }

    @Override
    String markdown() {
        return files.values().stream().findFirst().orElse("");
    }

    @Override
    String fileName() {
        return files.keySet().stream().findFirst().orElse(Manuscript.TEXT).replace(Manuscript.DECKS, "");
    }
}
