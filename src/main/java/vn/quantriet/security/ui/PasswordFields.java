package vn.quantriet.security.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import vn.quantriet.organisation.PasswordRefused;

/** A new password, written twice. */
class PasswordFields extends Div {
    private final PasswordField password = new PasswordField();
    private final PasswordField again = new PasswordField();

    PasswordFields() {
        addClassName("fields");
        password.setLabel(getTranslation("security.password.new"));
        password.setHelperText(getTranslation("security.password.policy"));
        password.setRequiredIndicatorVisible(true);
        password.getElement().setAttribute("autocomplete", "new-password");
        again.setLabel(getTranslation("security.password.again"));
        again.setRequiredIndicatorVisible(true);
        again.getElement().setAttribute("autocomplete", "new-password");
        add(password, again);
    }

    String value() {
        return password.getValue();
    }

    /** Whether both say the same; otherwise says so at the second. */
    boolean agree() {
        boolean same = password.getValue().equals(again.getValue());
        password.setInvalid(false);
        again.setErrorMessage(getTranslation("security.password.different"));
        again.setInvalid(!same);
        return same;
    }

    void refuse(PasswordRefused.Reason reason) {
        password.setErrorMessage(getTranslation(
                switch (reason) {
                    case SHORT -> "security.password.short";
                    case LONG -> "security.password.long";
                    case USERNAME -> "security.password.username";
                }));
        password.setInvalid(true);
        password.focus();
    }
}
