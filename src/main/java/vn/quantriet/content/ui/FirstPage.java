package vn.quantriet.content.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlRequestListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;
import vn.quantriet.content.Library;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.TextFragments;
import vn.quantriet.ui.ShellSkeleton;
import vn.quantriet.ui.Translations;

/**
 * Puts the text into the very first answer of its reading page, so that it can be read before any script has arrived; the
 * reading element takes it over when it starts.
 */
@Component
class FirstPage implements VaadinServiceInitListener, IndexHtmlRequestListener {
    private static final Pattern ADDRESS = Pattern.compile("/van-ban/([a-z0-9-]+)/?");

    private final Library library;
    private final TextFragments fragments;
    private final ShellSkeleton skeleton;

    FirstPage(Library library, TextFragments fragments, ShellSkeleton skeleton) {
        this.library = library;
        this.fragments = fragments;
        this.skeleton = skeleton;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this);
    }

    @Override
    public void modifyIndexHtmlResponse(IndexHtmlResponse response) {
        textOf(response.getVaadinRequest().getPathInfo()).ifPresent(text -> {
            var id = text.id();
            var document = response.getDocument();
            Locale language =
                    document.child(0).attr("lang").equals("en") ? Translations.ENGLISH : Translations.VIETNAMESE;
            var first = new Element("div").attr("id", "first-page").attr("data-text", id.value());
            // Raw, because the fragment is sanitised already and parsing it anew for each reader would be waste.
            first.appendChild(new DataNode(skeleton.open(language) + "<div class=\"page\">"
                    + fragments.of(id, language).html() + "</div></div>"));
            document.title(text.number() + " · " + text.shortTitle());
            document.body().prependChild(first);
        });
    }

    private Optional<Resolution> textOf(String path) {
        Matcher address = ADDRESS.matcher(path);
        return address.matches() && ResolutionId.isValid(address.group(1))
                ? library.resolution(new ResolutionId(address.group(1)))
                : Optional.empty();
    }
}
