package vn.quantriet.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;

/** A page that says what went wrong in a reader's words, and leads home. */
abstract class ErrorPage extends Div implements HasDynamicTitle {

    private String title = "";

    ErrorPage() {
        addClassName("wrap");
    }

    /** @param key of the texts {@code <key>.title} and {@code <key>.text} */
    final void say(String key, Object... arguments) {
        removeAll();
        title = getTranslation(key + ".title");
        var home = new Anchor("/", getTranslation("ui.error.home"));
        home.addClassNames("btn", "main");
        add(EmptyState.page(title, getTranslation(key + ".text", arguments), home));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
