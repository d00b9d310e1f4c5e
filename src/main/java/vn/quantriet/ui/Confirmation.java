package vn.quantriet.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.function.SerializableRunnable;

/** Asks before something is lost, replaced or goes out. Its texts are {@code <key>.title}, {@code .text} and {@code .confirm}. */
public class Confirmation extends ConfirmDialog {

    /** @param name of what it is about, the argument of the text */
    public Confirmation(String key, String name, SerializableRunnable then) {
        setHeader(getTranslation(key + ".title"));
        setText(getTranslation(key + ".text", name));
        setCancelable(true);
        setCancelText(getTranslation("ui.confirmation.cancel"));
        setConfirmText(getTranslation(key + ".confirm"));
        addConfirmListener(e -> then.run());
    }
}
