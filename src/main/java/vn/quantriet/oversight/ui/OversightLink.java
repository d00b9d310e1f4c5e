package vn.quantriet.oversight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.HighlightConditions;
import com.vaadin.flow.router.RouterLink;

/** A link to this page at another address. */
class OversightLink extends RouterLink {

    OversightLink(String text, Address address, String... classes) {
        super(text, OversightView.class);
        setQueryParameters(address.toQuery());
        // Every one of them leads to the page that is shown; which is current is said by aria-current instead.
        setHighlightCondition(HighlightConditions.never());
        addClassNames(classes);
    }

    OversightLink with(Component... more) {
        add(more);
        return this;
    }

    OversightLink described(String description) {
        getElement().setAttribute("aria-label", description);
        return this;
    }

    OversightLink current(boolean isCurrent) {
        if (isCurrent) {
            getElement().setAttribute("aria-current", "true");
        }
        return this;
    }
}
