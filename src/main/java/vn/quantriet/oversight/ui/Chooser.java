package vn.quantriet.oversight.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

/** Shows what is chosen, and unfolds links to what else there is to choose. */
class Chooser extends NativeDetails {
    private final UnorderedList choices = new UnorderedList();

    Chooser(String label, String chosen) {
        super("");
        var name = new Span(label);
        name.addClassName("label");
        setSummary(name, new Span(chosen));
        getSummary().addClassName("sel");
        addClassName("chooser");
        choices.addClassName("card");
        setContent(choices);
    }

    void add(OversightLink choice) {
        choices.add(new ListItem(choice));
    }
}
