package vn.quantriet.lectures.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableRunnable;

/** Something the reporter should know about the deck on the desk, with what can be done about it. */
class DeskNotice extends Div {

    DeskNotice(String text) {
        add(new Paragraph(text));
        addClassName("notice");
        getElement().setAttribute("role", "status");
    }

    DeskNotice offer(String action, SerializableRunnable then) {
        var button = new NativeButton(action, e -> then.run());
        button.addClassName("btn");
        add(button);
        return this;
    }
}
