package vn.quantriet.documents.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** The document and what was made of it. Their HTML is sent, not set: a property would keep all of it in the session. */
class SideBySide extends Div {
    private static final String JUMP = """
            this.querySelectorAll('.jumped-to').forEach(old => old.classList.remove('jumped-to'));
            const place = this.querySelector('#' + $0);
            if (place) {
              place.classList.add('jumped-to');
              this.scrollTo({ top: place.offsetTop - this.clientHeight / 3 });
            }
            """;

    private final Div source = pane("documents.import.source");
    private final Div result = pane("documents.import.result");

    SideBySide(String sourceHtml, String resultHtml) {
        addClassName("side-by-side");
        source.getElement().executeJs("this.innerHTML = $0", sourceHtml);
        result.getElement().executeJs("this.innerHTML = $0", resultHtml);
        add(
                new Section(new H2(getTranslation("documents.import.source")), source),
                new Section(new H2(getTranslation("documents.import.result")), result));
    }

    private Div pane(String name) {
        var pane = new Div();
        pane.addClassNames("card", "pane");
        // Scrolls by itself, and so must be reachable by keyboard.
        pane.getElement().setAttribute("tabindex", "0");
        pane.getElement().setAttribute("role", "region");
        pane.getElement().setAttribute("aria-label", getTranslation(name));
        return pane;
    }

    /** Shows a block on both sides. */
    void jumpTo(int block) {
        // On a phone the sides are below the list that one comes from.
        source.getElement().executeJs("this.scrollIntoView({ block: 'nearest' })");
        source.getElement().executeJs(JUMP, "s" + block);
        result.getElement().executeJs(JUMP, "r" + block);
    }
}
