package vn.quantriet.search.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.function.Consumer;

/** The field of the search page. It asks for suggestions itself, and tells what was typed once typing pauses. */
@Tag("qt-search-field")
@JsModule("./search/qt-search-field.ts")
class SearchField extends Component {

    SearchField() {
        getElement().setAttribute("label", getTranslation("search.page.field"));
        getElement().setAttribute("placeholder", getTranslation("search.page.placeholder"));
        getElement().setAttribute("clear", getTranslation("search.page.clear"));
    }

    /** Shows other words than were typed. */
    void say(String text) {
        getElement().executeJs("this.value = $0", text);
    }

    void takeFocus() {
        getElement().executeJs("this.focus()");
    }

    /** @param listener told the whole text, cut by the browser to what a query may hold */
    void addTypedListener(Consumer<String> listener) {
        addListener(Typed.class, typed -> listener.accept(typed.text));
    }

    /** Something else was typed, and then nothing for a moment. */
    @DomEvent("search-typed")
    public static class Typed extends ComponentEvent<SearchField> {
        private final String text;

        public Typed(SearchField source, boolean fromClient, @EventData("event.detail") String text) {
            super(source, fromClient);
            this.text = text;
        }
    }
}
