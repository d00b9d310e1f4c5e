package vn.quantriet.editing.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import vn.quantriet.content.DeckId;
import vn.quantriet.content.Manuscript;
import vn.quantriet.editing.DraftId;
import vn.quantriet.editing.DraftWriting.FileEntry;

/** The files of a draft, each an address, and the way to add one. */
class FileTabs extends Nav {

    FileTabs() {
        addClassName("draft-tabs");
        setAriaLabel(getTranslation("editing.files.label"));
    }

    /** @param onAdd absent ones may be added by path; null when the draft cannot be written */
    void show(DraftId id, List<FileEntry> files, String open, boolean writable, SerializableConsumer<String> onAdd) {
        removeAll();
        for (var file : files) {
            var tab = new Anchor(EditingAddress.file(id, file.path()), name(file.path()));
            tab.addClassName("draft-tab");
            tab.setTitle(file.path());
            tab.setClassName("is-changed", file.changed());
            if (file.changed()) {
                tab.setAriaLabel(getTranslation("editing.files.changed", name(file.path())));
            }
            if (file.path().equals(open)) {
                tab.getElement().setAttribute("aria-current", "page");
            }
            add(tab);
        }
        if (writable) {
            var there = files.stream().map(FileEntry::path).toList();
            addIfMissing(there, Manuscript.KEY_POINTS, onAdd);
            addIfMissing(there, Manuscript.QUIZ, onAdd);
            add(adding("editing.files.addDeck", () -> askName(onAdd)));
        }
    }

    private String name(String path) {
        return switch (path) {
            case Manuscript.TEXT -> getTranslation("editing.files.text");
            case Manuscript.KEY_POINTS -> getTranslation("editing.files.keyPoints");
            case Manuscript.QUIZ -> getTranslation("editing.files.quiz");
            default -> Manuscript.isDeck(path) ? getTranslation("editing.files.deck", Manuscript.deckName(path)) : path;
        };
    }

    private void addIfMissing(List<String> there, String path, SerializableConsumer<String> onAdd) {
        if (!there.contains(path)) {
            String key = path.equals(Manuscript.QUIZ) ? "editing.files.addQuiz" : "editing.files.addKeyPoints";
            add(adding(key, () -> onAdd.accept(path)));
        }
    }

    private NativeButton adding(String key, Runnable then) {
        var button = new NativeButton(getTranslation(key), e -> then.run());
        button.addClassNames("btn", "quiet", "small");
        return button;
    }

    private void askName(SerializableConsumer<String> onAdd) {
        var dialog = new Dialog(getTranslation("editing.files.addDeck"));
        var name = new TextField(getTranslation("editing.files.deckName"));
        name.setHelperText(getTranslation("editing.files.deckName.help"));
        name.setErrorMessage(getTranslation("editing.files.deckName.help"));
        name.setManualValidation(true);
        name.setWidthFull();
        var add = new NativeButton(getTranslation("editing.dialog.add"), e -> {
            name.setInvalid(!DeckId.isValidName(name.getValue()));
            if (!name.isInvalid()) {
                dialog.close();
                onAdd.accept(Manuscript.deck(name.getValue()));
            }
        });
        add.addClassNames("btn", "main");
        var cancel = new NativeButton(getTranslation("editing.dialog.cancel"), e -> dialog.close());
        cancel.addClassName("btn");
        dialog.add(name);
        dialog.getFooter().add(cancel, add);
        dialog.open();
        name.focus();
    }
}
