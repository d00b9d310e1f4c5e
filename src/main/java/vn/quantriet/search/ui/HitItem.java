package vn.quantriet.search.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.Function;
import vn.quantriet.content.ClauseRef;
import vn.quantriet.search.Passage;
import vn.quantriet.search.Search.Hit;
import vn.quantriet.search.Search.Segment;

/** One passage that was found. Its words are set as text, never as HTML. */
class HitItem extends ListItem {

    /** @param label of where a clause stands now */
    HitItem(Hit hit, Function<ClauseRef, String> label) {
        var eyebrow = new Div(new Text(eyebrow(hit.passage(), label)));
        eyebrow.addClassName("eyebrow");
        var title = new H2();
        fill(title, hit.title());
        var excerpt = new Paragraph();
        fill(excerpt, hit.excerpt());
        var link = new Anchor(hit.passage().href());
        link.addClassNames("hit", "card");
        link.add(eyebrow, title);
        if (!hit.excerpt().isEmpty()) {
            link.add(excerpt);
        }
        add(link);
    }

    private String eyebrow(Passage passage, Function<ClauseRef, String> label) {
        String kind = SearchAddress.slug(passage.kind());
        if (passage.kind() == Passage.Kind.CLAUSE && passage.clause().isEmpty()) {
            kind = "text";
        }
        return passage.clause()
                .map(c -> getTranslation(
                        "search.hit.at_clause", passage.number(), label.apply(new ClauseRef(passage.resolution(), c))))
                .orElse(passage.number())
                .concat(" · " + getTranslation("search.hit." + kind));
    }

    private static void fill(HasComponents element, List<Segment> segments) {
        for (Segment segment : segments) {
            Component part = segment.marked() ? new Mark(segment.text()) : new Text(segment.text());
            element.add(part);
        }
    }

    /** A word that matched. */
    @Tag("mark")
    private static class Mark extends HtmlComponent {
        Mark(String text) {
            getElement().setText(text);
        }
    }
}
