package vn.quantriet.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** What a page shows when there is nothing: why, and what to do next. */
public class EmptyState extends Div {

    /** A part of a page that is empty. */
    public EmptyState(String title, String explanation, Component... actions) {
        this(new H2(title), explanation, actions);
    }

    private EmptyState(Component heading, String explanation, Component... actions) {
        addClassNames("card", "empty");
        add(heading, new Paragraph(explanation));
        add(actions);
    }

    /** Stands for the whole page, and so has the page's heading. */
    public static EmptyState page(String title, String explanation, Component... actions) {
        return new EmptyState(new H1(title), explanation, actions);
    }
}
