package vn.quantriet.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.List;
import java.util.Locale;

/** The frame around every page: brand, menu, search, and the reader's own settings. */
@Layout
@AnonymousAllowed
@JsModule("./shell/shell.ts")
class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private final Nav nav = new Nav();
    private final Div content = new Div();
    private final transient AuthenticationContext authentication;

    MainLayout(ShellIdentity identity, Mode mode, AuthenticationContext authentication) {
        this.authentication = authentication;
        addClassName("shell");
        content.addClassName("page-content");
        content.getElement().setAttribute("tabindex", "-1");
        if (mode.isTrial()) {
            add(trialBar());
        }
        // Who is not signed in has one page, which shows the brand itself.
        identity.current().ifPresent(person -> add(skipLink(), top(person)));
        add(content);
    }

    private Component trialBar() {
        var bar = new Paragraph(getTranslation("ui.shell.trial"));
        bar.addClassName("trial-bar");
        bar.getElement().setAttribute("role", "note");
        return bar;
    }

    private Component skipLink() {
        var skip = new Anchor("#main", getTranslation("ui.shell.skip"));
        skip.addClassName("skip");
        skip.getElement().setAttribute("router-ignore", true);
        return skip;
    }

    private Component top(ShellIdentity.Person person) {
        var brand = new Anchor("/", getTranslation("ui.shell.brand"));
        brand.addClassName("brand");

        nav.addClassName("nav");
        nav.setAriaLabel(getTranslation("ui.shell.menu"));
        for (MenuEntry entry : MenuConfiguration.getMenuEntries()) {
            nav.add(new Anchor(address(entry), getTranslation(entry.title())));
        }

        var top = new Header(brand, nav, find(), account(person));
        top.addClassName("top");
        return top;
    }

    private Component find() {
        var key = new Element("kbd");
        key.setText("/");
        key.setAttribute("aria-hidden", "true");
        var find = new Anchor("/tim-kiem", new Span(getTranslation("ui.shell.find")));
        find.addClassName("find");
        find.setId("find");
        find.getElement().appendChild(key);
        find.setAriaLabel(getTranslation("ui.shell.find"));
        return find;
    }

    /** A disclosure rather than a menu: it holds switches and a link, works with any keyboard, and needs no script. */
    private Component account(ShellIdentity.Person person) {
        var initials = new Span(person.initials());
        initials.getElement().setAttribute("aria-hidden", "true");
        var owner = new Span(getTranslation("ui.shell.account", person.name()));
        owner.addClassName("sr");
        var summary = new Element("summary");
        summary.getClassList().add("who");
        summary.appendChild(initials.getElement(), owner.getElement());

        var details = new Element("details");
        details.getClassList().add("account-menu");
        details.appendChild(summary);
        // Most sessions never open it, and it would be a good part of what the frame costs each of them.
        details.addEventListener("toggle", opened -> {
                    if (details.getChildCount() == 1) {
                        details.appendChild(panel(person).getElement());
                    }
                })
                .setFilter("element.open");
        var holder = new Div();
        holder.getElement().appendChild(details);
        holder.addClassName("account-holder");
        return holder;
    }

    private Component panel(ShellIdentity.Person person) {
        var name = new Paragraph(person.name());
        name.addClassName("account-name");
        var place = new Paragraph(person.place());
        place.addClassName("eyebrow");
        var panel = new Div(
                name,
                place,
                group(
                        "ui.shell.appearance",
                        List.of(
                                choice("ui.shell.light", "theme-light"),
                                choice("ui.shell.dark", "theme-dark"),
                                choice("ui.shell.system", "theme-system"))),
                group(
                        "ui.shell.type",
                        List.of(choice("ui.shell.normalType", "type-normal"), choice("ui.shell.bigType", "type-big"))),
                group(
                        "ui.shell.language",
                        List.of(
                                language("ui.shell.vietnamese", Translations.VIETNAMESE),
                                language("ui.shell.english", Translations.ENGLISH))),
                signOut());
        panel.addClassNames("card", "account");
        panel.getElement().executeJs("window.qtShell?.markChoices()");
        return panel;
    }

    private Component group(String titleKey, List<? extends Component> choices) {
        var title = new Paragraph(getTranslation(titleKey));
        title.addClassName("eyebrow");
        var row = new Div();
        row.addClassName("choices");
        choices.forEach(row::add);
        var group = new Div(title, row);
        group.getElement().setAttribute("role", "group");
        group.getElement().setAttribute("aria-label", getTranslation(titleKey));
        return group;
    }

    /** What shell.ts does and remembers in the browser; the server need not know. */
    private NativeButton choice(String key, String choice) {
        var button = new NativeButton(getTranslation(key));
        button.getElement().setAttribute("data-choice", choice);
        return button;
    }

    private NativeButton language(String key, Locale locale) {
        var button = new NativeButton(getTranslation(key), click -> Language.choose(UI.getCurrent(), locale));
        button.getElement().setAttribute("lang", locale.getLanguage());
        boolean spoken = getLocale().getLanguage().equals(locale.getLanguage());
        button.getElement().setAttribute("aria-pressed", String.valueOf(spoken));
        return button;
    }

    private Component signOut() {
        var button = new NativeButton(getTranslation("ui.shell.signOut"), click -> authentication.logout());
        button.addClassNames("btn", "sign-out");
        // In the browser, so that it also happens when the session has already ended.
        button.getElement().executeJs("this.addEventListener('click', () => window.qtShell?.forgetDrafts())");
        return button;
    }

    @Override
    public void showRouterLayoutContent(com.vaadin.flow.component.HasElement page) {
        content.getElement().removeAllChildren();
        content.getElement().appendChild(page.getElement());
        if (page instanceof OwnMain) {
            content.getElement().removeAttribute("id");
            content.getElement().removeAttribute("role");
        } else {
            content.getElement().setAttribute("id", "main");
            content.getElement().setAttribute("role", "main");
        }
    }

    @Override
    public void removeRouterLayoutContent(com.vaadin.flow.component.HasElement page) {
        content.getElement().removeAllChildren();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String here = "/" + event.getLocation().getPath();
        nav.getChildren().map(Anchor.class::cast).forEach(link -> {
            boolean current = isUnder(here, link.getHref());
            link.setClassName("on", current);
            if (current) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
        // An open account panel does not follow to the next page.
        getElement().executeJs("this.querySelector('.account-menu')?.removeAttribute('open')");
    }

    private static boolean isUnder(String here, String menu) {
        return menu.equals("/") ? here.equals("/") : here.equals(menu) || here.startsWith(menu + "/");
    }

    private static String address(MenuEntry entry) {
        return entry.path().startsWith("/") ? entry.path() : "/" + entry.path();
    }
}
