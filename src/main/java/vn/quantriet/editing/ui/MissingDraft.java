package vn.quantriet.editing.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import vn.quantriet.ui.EmptyState;

/** There is no such draft, or it is not for this person to see. */
class MissingDraft extends Div {

    MissingDraft() {
        var back = new Anchor(EditingAddress.desk(), getTranslation("editing.missing.back"));
        back.addClassName("btn");
        add(EmptyState.page(getTranslation("editing.missing.title"), getTranslation("editing.missing.why"), back));
    }
}
