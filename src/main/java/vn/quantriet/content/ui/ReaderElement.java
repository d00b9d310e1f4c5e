package vn.quantriet.content.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/**
 * The reading page in the browser. It fetches the text and the reader's own state itself and reports reading by plain requests,
 * so that an open text holds three strings of server memory.
 */
@Tag("qt-reader")
@JsModule("./reader/qt-reader.ts")
class ReaderElement extends Component {

    /**
     * @param src address of the text's fragment
     * @param labels JSON object of translated texts
     * @param owner any key of the person, under which the browser keeps drafts
     */
    ReaderElement(String text, String src, String labels, String owner) {
        getElement().setAttribute("text", text);
        getElement().setAttribute("src", src);
        getElement().setAttribute("labels", labels);
        getElement().setAttribute("owner", owner);
    }
}
