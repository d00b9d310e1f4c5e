package vn.quantriet.lectures.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import vn.quantriet.lectures.Lecture;
import vn.quantriet.lectures.Lectures;

/** A deck full-screen, without the shell around it. */
@Route(value = "trinh-chieu/:text/:deck", autoLayout = false)
@PermitAll
class PresentView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Lectures lectures;
    private String title = "";

    PresentView(Lectures lectures) {
        this.lectures = lectures;
        addClassName("present");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getRouteParameters();
        removeAll();
        lectures.find(parameters.get("text").orElse(""), parameters.get("deck").orElse(""))
                .ifPresentOrElse(this::show, this::showNothing);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(Lecture lecture) {
        title = getTranslation("lectures.present.title", lecture.deck().title());
        add(new DeckElement(lecture.deck().id()));
    }

    private void showNothing() {
        title = getTranslation("lectures.deck.missing");
        var page = new Div(new MissingDeck(
                title, getTranslation("lectures.deck.missing.why"), getTranslation("lectures.deck.missing.list")));
        page.addClassName("wrap");
        add(page);
    }
}
