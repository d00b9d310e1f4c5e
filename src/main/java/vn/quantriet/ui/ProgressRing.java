package vn.quantriet.ui;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** A ring filled by a share, with a short text inside. */
public class ProgressRing extends Span {

    /** How large a ring is drawn. */
    public enum Size {
        MINI,
        BIG
    }

    /**
     * @param percent 0 to 100
     * @param description of the share, for those who do not see the ring
     */
    public ProgressRing(int percent, String text, String description, Size size) {
        var inner = new Span(text);
        inner.addClassName("ring-text");
        addClassNames("ring", size.name().toLowerCase(Locale.ROOT));
        if (percent >= 100) {
            addClassName("full");
        }
        getStyle().set("--p", String.valueOf(percent));
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", description);
        add(inner);
    }
}
