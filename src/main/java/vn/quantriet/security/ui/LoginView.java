package vn.quantriet.security.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Map;
import org.springframework.security.web.csrf.CsrfToken;
import vn.quantriet.organisation.CurrentMember;
import vn.quantriet.organisation.SampleAccounts;
import vn.quantriet.organisation.SampleAccounts.SampleAccount;
import vn.quantriet.security.SignInAddresses;
import vn.quantriet.security.SignInAddresses.Notice;
import vn.quantriet.ui.Chip;

/**
 * The sign-in page. Its forms are plain ones that the browser sends by itself, so that password stores know them and the
 * session is a new one afterwards.
 */
@Route(SignInAddresses.SIGN_IN)
@AnonymousAllowed
class LoginView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private static final Map<Notice, String> NOTICES = Map.of(
            Notice.WRONG, "security.sign-in.wrong",
            Notice.WAIT, "security.sign-in.wait",
            Notice.AGAIN, "security.sign-in.again",
            Notice.READY, "security.sign-in.ready",
            Notice.SIGNED_OUT, "security.sign-in.signed-out");

    private final CurrentMember currentMember;
    private final Paragraph notice = new Paragraph();

    LoginView(CurrentMember currentMember, SampleAccounts samples) {
        this.currentMember = currentMember;
        addClassNames("wrap", "sign-in-page");
        notice.addClassName("notice");
        notice.setVisible(false);
        add(introduction(), accountForm());
        if (!samples.list().isEmpty()) {
            add(sampleForm(samples));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("security.sign-in.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (currentMember.isSignedIn()) {
            event.forwardTo("");
            return;
        }
        var parameters = event.getLocation().getQueryParameters().getParameters();
        for (Notice reason : Notice.values()) {
            if (parameters.containsKey(reason.parameter())) {
                show(reason);
            }
        }
    }

    private void show(Notice reason) {
        boolean failed = reason == Notice.WRONG || reason == Notice.WAIT;
        notice.setText(getTranslation(NOTICES.getOrDefault(reason, "")));
        notice.setClassName("failed", failed);
        notice.getElement().setAttribute("role", failed ? "alert" : "status");
        notice.setVisible(true);
    }

    private Div introduction() {
        var emblem = new Span();
        emblem.addClassName("sign-in-emblem");
        emblem.getElement().setAttribute("aria-hidden", "true");
        var introduction = new Div(
                emblem,
                new H1(getTranslation("security.sign-in.brand")),
                new Paragraph(getTranslation("security.sign-in.lead")));
        introduction.addClassName("sign-in-introduction");
        return introduction;
    }

    private HtmlContainer accountForm() {
        var submit = submit("btn", "main");
        submit.add(new Text(getTranslation("security.sign-in.submit")));
        var form = form();
        form.addClassNames("card", "sign-in-form");
        form.add(
                new H2(getTranslation("security.sign-in.title")),
                notice,
                field("username", "text", "username", "security.sign-in.username"),
                field("password", "password", "current-password", "security.sign-in.password"),
                submit,
                new Paragraph(getTranslation("security.sign-in.help")));
        return form;
    }

    private static Input named(String name, String type) {
        var input = new Input();
        input.setType(type);
        input.getElement().setAttribute("name", name);
        return input;
    }

    private Div field(String name, String type, String autocomplete, String labelKey) {
        var input = named(name, type);
        input.setId("sign-in-" + name);
        input.getElement().setAttribute("autocomplete", autocomplete);
        input.getElement().setAttribute("autocapitalize", "none");
        input.getElement().setAttribute("spellcheck", "false");
        input.getElement().setAttribute("required", true);
        var label = new NativeLabel(getTranslation(labelKey));
        label.setFor(input);
        var field = new Div(label, input);
        field.addClassName("field");
        return field;
    }

    private Section sampleForm(SampleAccounts samples) {
        var form = form();
        form.addClassName("sample-accounts");
        form.add(hidden("password", SampleAccounts.PASSWORD));
        samples.list().forEach(sample -> form.add(button(sample)));
        var section = new Section(
                new Chip(getTranslation("security.sign-in.trial"), Chip.Tone.DOING),
                new H2(getTranslation("security.sign-in.samples")),
                new Paragraph(getTranslation("security.sign-in.samples-lead")),
                form);
        section.addClassNames("card", "sign-in-samples");
        return section;
    }

    private HtmlContainer button(SampleAccount sample) {
        var name = new Span(sample.fullName());
        name.addClassName("sample-name");
        var role = new Span(getTranslation(sample.roleKey()));
        role.addClassName("sample-role");
        var unit = new Span(sample.unitName());
        unit.addClassNames("eyebrow", "sample-unit");
        var button = submit("sample-account");
        button.getElement().setAttribute("name", "username");
        button.getElement().setAttribute("value", sample.username());
        button.add(name, role, unit);
        return button;
    }

    private static HtmlContainer submit(String... classes) {
        var button = new HtmlContainer("button");
        button.getElement().setAttribute("type", "submit");
        button.addClassNames(classes);
        return button;
    }

    private static HtmlContainer form() {
        var form = new HtmlContainer("form");
        form.getElement().setAttribute("method", "post");
        form.getElement().setAttribute("action", SignInAddresses.SIGN_IN_FORM);
        if (VaadinServletRequest.getCurrent() != null
                && VaadinServletRequest.getCurrent().getHttpServletRequest().getAttribute(CsrfToken.class.getName())
                        instanceof CsrfToken token) {
            form.add(hidden(token.getParameterName(), token.getToken()));
        }
        // The clause that somebody wanted to read stands behind the hash, which a browser sends to nobody but carries
        // on.
        form.getElement().executeJs("this.addEventListener('submit', () => { this.action += location.hash; })");
        return form;
    }

    private static Input hidden(String name, String value) {
        var input = named(name, "hidden");
        input.getElement().setAttribute("value", value);
        return input;
    }
}
