package vn.quantriet.editing.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import vn.quantriet.content.Library;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.editing.DraftId;
import vn.quantriet.editing.EditingDesk;
import vn.quantriet.editing.TextExists;
import vn.quantriet.ui.Unaccented;

/** How writing begins: with a text of the library, or with a new one. */
class Beginning extends Section {
    private static final int LONGEST_NUMBER = 60;
    private static final int LONGEST_TITLE = 400;
    private static final int LONGEST_NAME = 80;

    private final transient EditingDesk desk;
    private final transient Library library;
    private final ComboBox<Resolution> text = new ComboBox<>();
    private final TextField number = new TextField();
    private final TextField name = new TextField();
    private final TextField title = new TextField();
    private boolean nameTyped;

    Beginning(EditingDesk desk, Library library) {
        this.desk = desk;
        this.library = library;
        addClassNames("card", "draft-beginning");
        text.setLabel(getTranslation("editing.begin.text"));
        text.setPlaceholder(getTranslation("editing.begin.text.example"));
        text.setItems(
                (item, typed) ->
                        Unaccented.of(item.number() + " " + item.shortTitle()).contains(Unaccented.of(typed)),
                library.resolutions());
        text.setItemLabelGenerator(r -> getTranslation("editing.desk.text", r.number(), r.shortTitle()));
        var open = button("editing.begin.open", "main");
        open.addClickListener(e -> openText());
        var row = new Div(text, open);
        row.addClassName("draft-begin-row");
        add(new H2(getTranslation("editing.begin.title")), row, newText());
    }

    /** Proposes a text to begin with; one that there is not is passed over. */
    void propose(ResolutionId id) {
        library.resolution(id).ifPresent(text::setValue);
    }

    private NativeDetails newText() {
        number.setLabel(getTranslation("editing.begin.number"));
        number.setHelperText(getTranslation("editing.begin.number.help"));
        number.setMaxLength(LONGEST_NUMBER);
        number.setManualValidation(true);
        title.setLabel(getTranslation("editing.begin.name"));
        title.setMaxLength(LONGEST_TITLE);
        title.setManualValidation(true);
        name.setLabel(getTranslation("editing.begin.id"));
        name.setHelperText(getTranslation("editing.begin.id.help"));
        name.setMaxLength(LONGEST_NAME);
        name.setManualValidation(true);
        number.addValueChangeListener(e -> {
            if (e.isFromClient() && !nameTyped) {
                name.setValue(slug(e.getValue()));
            }
        });
        name.addValueChangeListener(e -> nameTyped |= e.isFromClient());
        title.addClassName("all");
        var fields = new Div(number, name, title);
        fields.addClassName("fields");
        var begin = button("editing.begin.new", "main");
        begin.addClickListener(e -> beginNew());
        var details = new NativeDetails(getTranslation("editing.begin.new.title"), new Div(fields, begin));
        details.addClassName("draft-new");
        return details;
    }

    /** {@code 57-NQ/TW} becomes {@code 57-nq-tw}. */
    static String slug(String number) {
        String words = Unaccented.of(number).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return words.length() <= LONGEST_NAME
                ? words
                : words.substring(0, LONGEST_NAME).replaceAll("-$", "");
    }

    private void openText() {
        Resolution chosen = text.getValue();
        text.setErrorMessage(getTranslation("editing.begin.text.none"));
        text.setInvalid(chosen == null);
        if (chosen != null) {
            go(desk.begin(chosen.id()));
        }
    }

    private void beginNew() {
        refuse(number, number.getValue().isBlank(), "editing.begin.number.none");
        refuse(title, title.getValue().isBlank(), "editing.begin.name.none");
        refuse(name, !ResolutionId.isValid(name.getValue()), "editing.begin.id.wrong");
        if (number.isInvalid() || title.isInvalid() || name.isInvalid()) {
            return;
        }
        try {
            go(desk.beginNew(
                    new ResolutionId(name.getValue()),
                    number.getValue().strip(),
                    title.getValue().strip()));
        } catch (TextExists e) {
            refuse(name, true, "editing.begin.id.exists");
        }
    }

    private void refuse(TextField field, boolean wrong, String why) {
        field.setErrorMessage(getTranslation(why));
        field.setInvalid(wrong);
    }

    private void go(DraftId id) {
        getUI().ifPresent(ui -> ui.navigate(EditingAddress.draft(id).substring(1)));
    }

    private NativeButton button(String key, String kind) {
        var button = new NativeButton(getTranslation(key));
        button.addClassNames("btn", kind);
        return button;
    }
}
