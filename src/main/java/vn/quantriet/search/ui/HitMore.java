package vn.quantriet.search.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.quantriet.content.ClauseRef;
import vn.quantriet.search.Passage;
import vn.quantriet.search.Search;
import vn.quantriet.search.Search.Hit;

/** Below a hit: passages that say something alike, and for a clause where it is cited. Asked for when it is opened. */
@Tag("details")
class HitMore extends HtmlContainer {
    private static final int MOST = 4;

    private final transient Search search;
    private final transient Function<Passage, String> place;

    /** @param place what a passage is and where it stands */
    HitMore(Search search, Passage passage, Function<Passage, String> place) {
        this.search = search;
        this.place = place;
        addClassName("hit-more");
        Optional<ClauseRef> clause = clauseOf(passage);
        var summary = new Element("summary");
        summary.setText(getTranslation(clause.isPresent() ? "search.more.clause" : "search.more.passage"));
        getElement().appendChild(summary);
        getElement().addEventListener("toggle", opened -> fill(passage, clause)).setFilter("element.open");
    }

    private static Optional<ClauseRef> clauseOf(Passage passage) {
        return passage.kind() == Passage.Kind.CLAUSE
                ? passage.clause().map(clause -> new ClauseRef(passage.resolution(), clause))
                : Optional.empty();
    }

    private void fill(Passage passage, Optional<ClauseRef> clause) {
        if (getElement().getChildCount() > 1) {
            return;
        }
        add(part("search.more.similar", "search.more.none", search.similar(passage.key(), MOST)));
        clause.ifPresent(ref -> add(part("search.more.citing", "search.more.uncited", search.citing(ref, MOST))));
    }

    private Div part(String title, String none, List<Hit> hits) {
        var part = new Div(new H4(getTranslation(title)));
        if (hits.isEmpty()) {
            part.add(new Paragraph(getTranslation(none)));
        } else {
            var list = new UnorderedList();
            hits.forEach(hit -> list.add(item(hit.passage())));
            part.add(list);
        }
        return part;
    }

    private ListItem item(Passage passage) {
        var where = new Span(place.apply(passage));
        where.addClassName("eyebrow");
        String title = passage.title().isEmpty() ? passage.source() : passage.title();
        return new ListItem(where, new Anchor(passage.href(), title));
    }
}
