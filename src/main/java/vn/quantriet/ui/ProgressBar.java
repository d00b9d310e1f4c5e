package vn.quantriet.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A thin bar filled by a share. */
public class ProgressBar extends Div {

    /**
     * @param percent 0 to 100
     * @param description of what the share is of, for those who do not see the bar
     */
    public ProgressBar(int percent, String description) {
        var filled = new Span();
        filled.addClassName("bar-filled");
        filled.getStyle().setWidth(percent + "%");
        addClassName("bar");
        getElement().setAttribute("role", "progressbar");
        getElement().setAttribute("aria-valuenow", String.valueOf(percent));
        getElement().setAttribute("aria-valuemin", "0");
        getElement().setAttribute("aria-valuemax", "100");
        getElement().setAttribute("aria-label", description);
        add(filled);
    }
}
