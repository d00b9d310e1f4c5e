package vn.quantriet.bench;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** The yardstick of a page's memory: nothing at all, without the shell. Only the bench puts it beside the portal. */
@Route(value = EmptyPage.ADDRESS, autoLayout = false)
@PermitAll
class EmptyPage extends Div {
    static final String ADDRESS = "bench-empty";
}
