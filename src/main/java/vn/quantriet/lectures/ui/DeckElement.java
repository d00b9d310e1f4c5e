package vn.quantriet.lectures.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import vn.quantriet.content.DeckId;
import vn.quantriet.lectures.DeckAddress;

/** The element that presents a deck full-screen; it fetches the deck itself, so that the server keeps nothing of it. */
@Tag("qt-deck")
@JsModule("./slides/qt-deck.ts")
class DeckElement extends Component {
    private static final List<String> LABELS = List.of(
            "emptyDeck",
            "expired",
            "fullScreen",
            "lastSlide",
            "leave",
            "loadError",
            "nextSlide",
            "noNotes",
            "notes",
            "retry",
            "speaker");

    DeckElement(DeckId deck) {
        getElement().setAttribute("src", DeckAddress.data(deck));
        getElement().setAttribute("back", DeckAddress.read(deck));
        getElement().setAttribute("labels", JsonMapper.shared().writeValueAsString(labels()));
    }

    private Map<String, String> labels() {
        return LABELS.stream()
                .collect(Collectors.toMap(Function.identity(), key -> getTranslation("lectures.present." + key)));
    }
}
