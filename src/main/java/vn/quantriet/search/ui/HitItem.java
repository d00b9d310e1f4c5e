package vn.quantriet.search.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import vn.quantriet.search.Search.Hit;
import vn.quantriet.search.Search.Segment;

/** One passage that was found. Its words are set as text, never as HTML. */
class HitItem extends ListItem {

    /**
     * @param place what the passage is and where it stands
     * @param href where it opens
     * @param more what may be asked further about it
     * @param opened runs when it is opened
     */
    HitItem(Hit hit, String place, String href, Component more, Runnable opened) {
        var link = new Anchor(href);
        link.addClassName("hit");
        link.getElement().addEventListener("click", click -> opened.run());
        var eyebrow = new Div(place);
        eyebrow.addClassName("eyebrow");
        link.add(eyebrow);
        if (!hit.title().isEmpty()) {
            var title = new H3();
            fill(title, hit.title());
            link.add(title);
        }
        if (!hit.excerpt().isEmpty()) {
            var excerpt = new Paragraph();
            fill(excerpt, hit.excerpt());
            link.add(excerpt);
        }
        add(link, more);
    }

    private static void fill(HasComponents element, List<Segment> segments) {
        for (Segment segment : FoundWords.joined(segments)) {
            Component part = segment.marked() ? new Mark(segment.text()) : new Text(segment.text());
            element.add(part);
        }
    }

    /** Words that matched. */
    @Tag("mark")
    private static class Mark extends HtmlComponent {
        Mark(String text) {
            getElement().setText(text);
        }
    }
}
