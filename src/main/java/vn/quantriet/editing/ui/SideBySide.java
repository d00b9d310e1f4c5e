package vn.quantriet.editing.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Two versions of the same words beside each other. The words are sent to the browser and not kept. */
class SideBySide extends Div {

    SideBySide() {
        addClassName("side-by-side");
    }

    /** @param html escaped, with marks */
    void side(String key, String html) {
        var title = new Paragraph(getTranslation(key));
        title.addClassName("eyebrow");
        var words = new Div();
        words.addClassName("side-words");
        words.getElement().executeJs("this.innerHTML = $0", html);
        var side = new Div(title, words);
        side.addClassName("side");
        add(side);
    }
}
