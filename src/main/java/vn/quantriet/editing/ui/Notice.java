package vn.quantriet.editing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableRunnable;

/** Something the person should know about the draft, with what can be done about it. */
class Notice extends Div {

    Notice(String text) {
        add(new Paragraph(text));
        addClassNames("notice", "draft-note");
        getElement().setAttribute("role", "status");
    }

    Notice link(String href, String text) {
        var link = new Anchor(href, text);
        link.addClassName("btn");
        return with(link);
    }

    Notice button(String text, SerializableRunnable then) {
        var button = new NativeButton(text, e -> then.run());
        button.addClassName("btn");
        return with(button);
    }

    private Notice with(Component action) {
        add(action);
        return this;
    }
}
