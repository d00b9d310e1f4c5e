package vn.quantriet.search.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import vn.quantriet.ui.Chip;

/** What was found of one text: the text, and its best passages. */
class GroupItem extends ListItem {

    /**
     * @param facts issuer and year
     * @param chips whether it is not in force, how far the member has come
     */
    GroupItem(String number, String title, String href, String facts, List<Chip> chips, List<HitItem> hits) {
        addClassNames("card", "found-text");
        var chip = new Chip(number, Chip.Tone.RED);
        var meta = new Div(chip);
        meta.addClassName("meta");
        chips.forEach(meta::add);
        var heading = new H2(new Anchor(href, title));
        var eyebrow = new Paragraph(facts);
        eyebrow.addClassName("small");
        var head = new Div(meta, heading, eyebrow);
        head.addClassName("found-head");
        var list = new OrderedList();
        list.addClassName("hits");
        hits.forEach(list::add);
        add(head, list);
    }

    /** Adds the way to the passages of the text that are not shown here. */
    void addMore(Component link) {
        link.addClassName("found-more");
        add(link);
    }
}
