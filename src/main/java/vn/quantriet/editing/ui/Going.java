package vn.quantriet.editing.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;

/** Goes to another page of the portal by its address. */
final class Going {
    private Going() {}

    static void to(UI ui, String address) {
        int query = address.indexOf('?');
        if (query < 0) {
            ui.navigate(address.substring(1));
        } else {
            ui.navigate(address.substring(1, query), QueryParameters.fromString(address.substring(query + 1)));
        }
    }
}
