package vn.quantriet.oversight.ui;

import com.vaadin.flow.component.html.Span;
import vn.quantriet.oversight.Completion;

/** A rate as a bar and in figures; only the figures are read out. */
class RateBar extends Span {

    RateBar(Completion completion) {
        var filled = new Span();
        filled.getStyle().set("--p", String.valueOf(completion.percent()));
        var bar = new Span(filled);
        bar.addClassName("mb");
        bar.getElement().setAttribute("aria-hidden", "true");
        addClassName("rate");
        add(bar, new Span(completion.rate(getLocale())));
    }
}
