package vn.quantriet.lectures.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Optional;
import vn.quantriet.content.DeckId;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.TextFinder;

/** Which deck is being written: its text and its name. */
class DeckChoice extends Div {
    private static final int LONGEST_NAME = 60;

    private final ComboBox<Resolution> text = new ComboBox<>();
    private final TextField name = new TextField();
    private boolean nameTyped;

    /** @param onChoice called when the reporter changes text or name and both are valid */
    DeckChoice(TextFinder finder, SerializableConsumer<DeckId> onChoice) {
        addClassName("fields");
        text.setLabel(getTranslation("lectures.desk.text"));
        text.setHelperText(getTranslation("lectures.desk.text.help"));
        text.setItems(query -> finder.matching(query.getFilter().orElse("")).stream()
                .skip(query.getOffset())
                .limit(query.getLimit()));
        text.setItemLabelGenerator(r -> getTranslation("lectures.list.text", r.number(), r.shortTitle()));
        text.setRequiredIndicatorVisible(true);
        name.setLabel(getTranslation("lectures.desk.name"));
        name.setHelperText(getTranslation("lectures.desk.name.help"));
        name.setMaxLength(LONGEST_NAME);
        name.setRequiredIndicatorVisible(true);
        name.setManualValidation(true);
        name.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        text.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                suggestNameForText();
                changed(onChoice);
            }
        });
        name.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                nameTyped = true;
                changed(onChoice);
            }
        });
        add(text, name);
    }

    /** The deck, when both fields are filled in rightly. */
    Optional<DeckId> deck() {
        return text.getOptionalValue()
                .filter(t -> DeckId.isValidName(name.getValue()))
                .map(t -> new DeckId(t.id(), name.getValue()));
    }

    void select(Resolution resolution, Optional<String> deckName) {
        text.setValue(resolution);
        deckName.ifPresent(name::setValue);
        nameTyped = deckName.isPresent();
        suggestNameForText();
        name.setInvalid(false);
    }

    /** Proposes a name unless the reporter chose one. Returns whether the deck is now another one. */
    boolean suggest(String slug) {
        if (nameTyped || !DeckId.isValidName(slug) || slug.equals(name.getValue())) {
            return false;
        }
        name.setValue(slug);
        return true;
    }

    /** Goes back to a deck after another could not be taken, and says why. */
    void refuse(Optional<Resolution> before, String deckName, String why) {
        before.ifPresent(text::setValue);
        name.setValue(deckName);
        say(why);
    }

    private void suggestNameForText() {
        if (name.isEmpty()) {
            name.setValue(getTranslation("lectures.desk.name.first"));
        }
    }

    private void changed(SerializableConsumer<DeckId> onChoice) {
        boolean valid = DeckId.isValidName(name.getValue());
        if (valid) {
            name.setInvalid(false);
            deck().ifPresent(onChoice);
        } else {
            say(getTranslation("lectures.desk.name.wrong"));
        }
    }

    private void say(String what) {
        name.setErrorMessage(what);
        name.setInvalid(true);
    }
}
