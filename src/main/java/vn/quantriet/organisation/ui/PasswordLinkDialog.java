package vn.quantriet.organisation.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinServletRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.quantriet.organisation.OneTimeLinks;
import vn.quantriet.organisation.OrganisationAdministration;
import vn.quantriet.organisation.OrganisationAdministration.Person;
import vn.quantriet.organisation.UsernameRefused;

/** Makes a link by which a person sets a password, and shows it this once. */
class PasswordLinkDialog extends Dialog {
    private final OrganisationAdministration administration;
    private final Person person;
    private final TextField username = new TextField();
    private final Div content = new Div();

    PasswordLinkDialog(OrganisationAdministration administration, Person person) {
        this.administration = administration;
        this.person = person;
        setHeaderTitle(getTranslation("organisation.link.title"));
        content.addClassName("fields");
        add(content);
        var close = new NativeButton(getTranslation("organisation.link.close"), click -> close());
        close.addClassName("btn");
        getFooter().add(close);
        ask();
    }

    private void ask() {
        content.add(new Paragraph(
                getTranslation("organisation.link.lead", person.profile().fullName())));
        if (person.username().isEmpty()) {
            username.setLabel(getTranslation("organisation.link.username"));
            username.setHelperText(getTranslation("organisation.link.username-help"));
            username.setRequired(true);
            username.setMaxLength(60);
            content.add(username);
        }
        var make = new NativeButton(getTranslation("organisation.link.make"), click -> make());
        make.addClassNames("btn", "main");
        content.add(make);
    }

    private void make() {
        try {
            show(administration.issuePasswordLink(person.profile().id(), username.getValue()));
        } catch (UsernameRefused refused) {
            username.setErrorMessage(getTranslation(
                    switch (refused.reason()) {
                        case NOT_A_USERNAME -> "organisation.link.not-a-username";
                        case TAKEN -> "organisation.link.username-taken";
                    }));
            username.setInvalid(true);
        }
    }

    private void show(String token) {
        String address = ServletUriComponentsBuilder.fromContextPath(
                        VaadinServletRequest.getCurrent().getHttpServletRequest())
                .pathSegment(OneTimeLinks.PASSWORD_PATH, token)
                .toUriString();
        var link = new TextField(getTranslation("organisation.link.link"), address, "");
        link.setReadOnly(true);
        link.setAutoselect(true);
        var copy = new NativeButton(getTranslation("organisation.link.copy"), click -> copy(address));
        copy.addClassNames("btn", "main");
        content.removeAll();
        content.add(new Paragraph(getTranslation("organisation.link.once")), link, copy);
    }

    private void copy(String address) {
        getElement().executeJs("navigator.clipboard && navigator.clipboard.writeText($0)", address);
        Notification.show(getTranslation("organisation.link.copied"));
    }
}
