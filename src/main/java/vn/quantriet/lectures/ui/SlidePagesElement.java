package vn.quantriet.lectures.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import vn.quantriet.content.DeckId;
import vn.quantriet.lectures.DeckAddress;

/** The element that shows the {@link SlidePages} of a deck; it fetches them itself, so that the server keeps nothing of them. */
@Tag("qt-slide-pages")
@JsModule("./lectures/slide-pages.ts")
class SlidePagesElement extends Component {
    private static final List<String> LABELS = List.of("expired", "foundMarks", "foundOff", "loadError", "retry");

    SlidePagesElement(DeckId deck) {
        getElement().getClassList().add("slide-list");
        getElement().setAttribute("src", DeckAddress.pages(deck));
        getElement()
                .setAttribute(
                        "labels",
                        JsonMapper.shared()
                                .writeValueAsString(LABELS.stream()
                                        .collect(Collectors.toMap(
                                                Function.identity(),
                                                key -> getTranslation("lectures.deck.pages." + key)))));
    }
}
