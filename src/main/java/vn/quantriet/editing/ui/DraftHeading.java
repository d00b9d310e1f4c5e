package vn.quantriet.editing.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import vn.quantriet.editing.DraftSummary;

/** The way back to the desk, which text it is, and how far it has come. */
class DraftHeading extends Div {

    DraftHeading(DraftSummary draft, String author) {
        var back = new Anchor(EditingAddress.desk(), getTranslation("editing.desk.title"));
        back.addClassName("way-back");
        var about = new Paragraph(getTranslation("editing.draft.by", author));
        about.addClassName("sub");
        var line = new Div(new StateChip(draft.state()), about);
        line.addClassName("draft-line");
        addClassName("draft-heading");
        add(back, new H1(getTranslation("editing.desk.text", draft.number(), draft.title())), line);
    }
}
