package vn.quantriet.search.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.function.SerializableRunnable;

/** Asks before something is lost. Its texts are {@code <key>.title}, {@code .text} and {@code .confirm}. */
class Confirmation extends ConfirmDialog {

    /** @param name of what it is about, the argument of the text */
    Confirmation(String key, String name, SerializableRunnable then) {
        setHeader(getTranslation(key + ".title"));
        setText(getTranslation(key + ".text", name));
        setCancelable(true);
        setCancelText(getTranslation("search.words.cancel"));
        setConfirmText(getTranslation(key + ".confirm"));
        addConfirmListener(e -> then.run());
    }
}
