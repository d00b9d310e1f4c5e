package vn.quantriet.documents.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.Problem;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.documents.DocumentImports;
import vn.quantriet.documents.ImportId;
import vn.quantriet.documents.TextHead;
import vn.quantriet.ui.DayPicker;

/** The front matter of a text. */
class TextHeadForm extends HeadForm {
    private final transient DocumentImports imports;
    private final ImportId importId;
    private final TextField id = field("id");
    private final TextField number = field("number");
    private final ComboBox<Resolution.Kind> kind = new ComboBox<>();
    private final TextField issuer = field("issuer");
    private final DayPicker issued = new DayPicker(getTranslation("documents.head.issued"));
    private final TextField title = field("title");
    private final TextField shortTitle = field("short");
    private final TextField topics = field("topics");
    private final TextField source = field("source");

    TextHeadForm(
            DocumentImports imports,
            ImportId importId,
            TextHead head,
            String usualSource,
            SerializableRunnable onChange) {
        super(onChange);
        this.imports = imports;
        this.importId = importId;
        kind.setLabel(getTranslation("documents.head.kind"));
        kind.setItems(Resolution.Kind.values());
        kind.setItemLabelGenerator(
                k -> getTranslation("content.kind." + k.name().toLowerCase(Locale.ROOT)));
        id.setHelperText(getTranslation("documents.head.id.help"));
        id.setManualValidation(true);
        topics.setHelperText(getTranslation("documents.head.topics.help"));
        shortTitle.setHelperText(getTranslation("documents.head.short.help"));
        title.addClassName("all");
        source.addClassName("all");
        fill(head, usualSource);
        add(id, number, kind, issuer, issued, shortTitle, topics, title, source);
        List.of(id, number, issuer, title, shortTitle, topics, source).forEach(this::watch);
        watch(kind);
        watch(issued);
    }

    private void fill(TextHead head, String usualSource) {
        id.setValue(head.suggestedId());
        number.setValue(head.number());
        Arrays.stream(Resolution.Kind.values())
                .filter(k -> k.name().equalsIgnoreCase(head.kind()))
                .findFirst()
                .ifPresent(kind::setValue);
        issuer.setValue(head.issuer());
        date(head.issued()).ifPresent(issued::setValue);
        title.setValue(head.title());
        shortTitle.setValue(head.shortTitle());
        topics.setValue(String.join(", ", head.topics()));
        source.setValue(head.source().isBlank() ? usualSource : head.source());
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private TextField field(String name) {
        var field = new TextField(getTranslation("documents.head." + name));
        field.setWidthFull();
        return field;
    }

    private TextHead head() {
        return new TextHead(
                number.getValue(),
                kind.getOptionalValue()
                        .map(k -> k.name().toLowerCase(Locale.ROOT))
                        .orElse(""),
                issuer.getValue(),
                issued.getOptionalValue().map(LocalDate::toString).orElse(""),
                title.getValue(),
                shortTitle.getValue(),
                Arrays.stream(topics.getValue().split(","))
                        .map(String::strip)
                        .filter(topic -> !topic.isEmpty())
                        .toList(),
                source.getValue());
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
        return isAddressed() ? imports.check(importId, new ResolutionId(id.getValue()), head()) : List.of();
    }

    @Override
    String draft() {
        return imports.draft(importId, new ResolutionId(id.getValue()), head());
    }

    @Override
    String markdown() {
        return imports.markdown(importId, head());
    }

    @Override
    String fileName() {
        return Manuscript.TEXT;
    }
}
