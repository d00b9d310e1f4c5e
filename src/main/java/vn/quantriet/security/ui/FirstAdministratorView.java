package vn.quantriet.security.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import vn.quantriet.organisation.LinkExpired;
import vn.quantriet.organisation.OneTimeLinks;
import vn.quantriet.organisation.OneTimeLinks.FirstAdministrator;
import vn.quantriet.organisation.PasswordRefused;
import vn.quantriet.organisation.UnitTree;
import vn.quantriet.organisation.UsernameRefused;
import vn.quantriet.security.SignInAddresses;
import vn.quantriet.security.SignInAddresses.Notice;
import vn.quantriet.ui.EmptyState;

/** Makes the first administrator, by the link that the portal printed when it started. */
@Route(OneTimeLinks.FIRST_ADMINISTRATOR_PATH)
@AnonymousAllowed
class FirstAdministratorView extends Div implements HasDynamicTitle, HasUrlParameter<String> {
    private final OneTimeLinks links;
    private final boolean needsUnit;
    private final TextField unitName = new TextField();
    private final TextField unitCode = new TextField();
    private final TextField fullName = new TextField();
    private final TextField username = new TextField();
    private final PasswordFields password = new PasswordFields();
    private String token = "";

    FirstAdministratorView(OneTimeLinks links, UnitTree tree) {
        this.links = links;
        this.needsUnit = tree.root().isEmpty();
        addClassNames("wrap", "sign-in-page");
        prepare(unitName, "security.first.unit-name", 200);
        prepare(unitCode, "security.first.unit-code", 60);
        unitCode.setHelperText(getTranslation("security.first.unit-code-help"));
        unitCode.setPattern("[A-Za-z0-9._/\\-]+");
        prepare(fullName, "security.first.full-name", 120);
        prepare(username, "security.first.username", 60);
        username.getElement().setAttribute("autocomplete", "username");
        username.setHelperText(getTranslation("security.first.username-help"));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("security.first.title");
    }

    @Override
    public void setParameter(BeforeEvent event, String token) {
        this.token = token;
        removeAll();
        if (links.opensFirstAdministrator(token)) {
            showForm();
        } else {
            showExpired();
        }
    }

    private void prepare(TextField field, String labelKey, int longest) {
        field.setLabel(getTranslation(labelKey));
        field.setMaxLength(longest);
        field.setRequired(true);
        field.setErrorMessage(getTranslation("security.first.needed"));
    }

    private void showForm() {
        var submit = new NativeButton(getTranslation("security.first.submit"), click -> submit());
        submit.addClassNames("btn", "main");
        var fields = new Div();
        fields.addClassName("fields");
        if (needsUnit) {
            fields.add(unitName, unitCode);
        }
        fields.add(fullName, username);
        var form = new Div(
                new H1(getTranslation("security.first.title")),
                new Paragraph(getTranslation("security.first.lead")),
                fields,
                password,
                submit);
        form.addClassNames("card", "sign-in-form");
        add(form);
    }

    private void showExpired() {
        removeAll();
        var signIn = new Anchor("/" + SignInAddresses.SIGN_IN, getTranslation("security.sign-in.submit"));
        signIn.addClassNames("btn", "main");
        add(EmptyState.page(
                getTranslation("security.link.expired"), getTranslation("security.first.expired-lead"), signIn));
    }

    private void submit() {
        boolean complete = isFilled(fullName) & isFilled(username) & password.agree();
        if (needsUnit) {
            complete = isFilled(unitName) & isFilled(unitCode) & complete;
        }
        if (complete) {
            create();
        }
    }

    private boolean isFilled(TextField field) {
        field.setErrorMessage(getTranslation("security.first.needed"));
        boolean filled = !field.getValue().isBlank() && !field.isInvalid();
        field.setInvalid(!filled);
        return filled;
    }

    private void create() {
        try {
            links.createFirstAdministrator(
                    token,
                    new FirstAdministrator(
                            fullName.getValue().strip(),
                            username.getValue(),
                            password.value(),
                            unitCode.getValue().strip(),
                            unitName.getValue().strip()));
            getUI().ifPresent(ui ->
                    ui.navigate(SignInAddresses.SIGN_IN, QueryParameters.of(Notice.READY.parameter(), "")));
        } catch (PasswordRefused refused) {
            password.refuse(refused.reason());
        } catch (UsernameRefused refused) {
            username.setErrorMessage(getTranslation(
                    switch (refused.reason()) {
                        case NOT_A_USERNAME -> "security.first.not-a-username";
                        case TAKEN -> "security.first.username-taken";
                    }));
            username.setInvalid(true);
        } catch (LinkExpired expired) {
            showExpired();
        }
    }
}
