package vn.quantriet.security.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import vn.quantriet.organisation.LinkExpired;
import vn.quantriet.organisation.OneTimeLinks;
import vn.quantriet.organisation.PasswordRefused;
import vn.quantriet.security.SignInAddresses;
import vn.quantriet.security.SignInAddresses.Notice;
import vn.quantriet.ui.EmptyState;

/** Sets a password by a one-time link. */
@Route(OneTimeLinks.PASSWORD_PATH)
@AnonymousAllowed
class SetPasswordView extends Div implements HasDynamicTitle, HasUrlParameter<String> {
    private final OneTimeLinks links;
    private final PasswordFields password = new PasswordFields();
    private String token = "";

    SetPasswordView(OneTimeLinks links) {
        this.links = links;
        addClassNames("wrap", "sign-in-page");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("security.password.title");
    }

    @Override
    public void setParameter(BeforeEvent event, String token) {
        this.token = token;
        removeAll();
        links.usernameFor(token).ifPresentOrElse(this::showForm, this::showExpired);
    }

    private void showForm(String username) {
        var submit = new NativeButton(getTranslation("security.password.submit"), click -> submit());
        submit.addClassNames("btn", "main");
        var form = new Div(
                new H1(getTranslation("security.password.title")),
                new Paragraph(getTranslation("security.password.lead", username)),
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
                getTranslation("security.link.expired"), getTranslation("security.link.expired-lead"), signIn));
    }

    private void submit() {
        if (!password.agree()) {
            return;
        }
        try {
            links.setPassword(token, password.value());
            getUI().ifPresent(ui ->
                    ui.navigate(SignInAddresses.SIGN_IN, QueryParameters.of(Notice.READY.parameter(), "")));
        } catch (PasswordRefused refused) {
            password.refuse(refused.reason());
        } catch (LinkExpired expired) {
            showExpired();
        }
    }
}
