package vn.quantriet.content.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.quantriet.content.Library;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.TextFragments;
import vn.quantriet.ui.EmptyState;
import vn.quantriet.ui.OwnMain;

/** A text to read, at {@code /van-ban/57-nq-tw#ii.2}. */
@Route("van-ban/:text")
@PermitAll
class ReadingView extends Div implements BeforeEnterObserver, HasDynamicTitle, OwnMain {

    private final transient Library library;
    private final transient TextFragments fragments;
    private final transient ReaderLabels labels;

    private String title = "";
    private String shown = "";

    ReadingView(Library library, TextFragments fragments, ReaderLabels labels) {
        this.library = library;
        this.fragments = fragments;
        this.labels = labels;
        addClassName("reading-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getRouteParameters()
                .get("text")
                .filter(ResolutionId::isValid)
                .map(ResolutionId::new)
                .flatMap(library::resolution)
                .ifPresentOrElse(this::open, this::showMissing);
    }

    private void open(Resolution text) {
        title = getTranslation("content.reading.title", text.number(), text.shortTitle());
        String src = fragments.of(text.id(), getLocale()).href();
        if (src.equals(shown)) {
            // Only the clause in the address changed, which the element follows by itself.
            return;
        }
        shown = src;
        removeAll();
        add(new ReaderElement(text.id().value(), src, labels.in(getLocale()), owner()));
        releaseFirstAnswer();
    }

    /**
     * Flow keeps its last answer to a page in case it gets lost: 32 KB for the one that builds the page, for as long as somebody
     * reads, because the reading element asks nothing through this channel. A word back from the browser makes a short one the last.
     */
    private void releaseFirstAnswer() {
        getElement().executeJs("return true").then(arrived -> {});
    }

    private static String owner() {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        String name = signedIn == null ? "" : signedIn.getName();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private void showMissing() {
        title = getTranslation("content.reading.missing.title");
        shown = "";
        removeAll();
        var back = new Anchor("/thu-vien", getTranslation("content.reading.missing.action"));
        back.addClassNames("btn", "main");
        var wrap = new Div(EmptyState.page(title, getTranslation("content.reading.missing.text"), back));
        wrap.addClassName("wrap");
        add(wrap);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
