package vn.quantriet.search.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Optional;
import vn.quantriet.search.PeopleSearch.Found;

/** People and units by name, each leading to where the acting member sees them. */
class NamesFound extends Section {
    NamesFound(Found found) {
        addClassNames("card", "names-found");
        var list = new UnorderedList();
        found.people().forEach(person -> {
            String about = person.post().map(post -> post + " · ").orElse("") + person.unit();
            list.add(item(person.name(), Optional.of(about), person.href()));
        });
        found.units().forEach(unit -> list.add(item(unit.name(), unit.above(), unit.href())));
        add(new H2(getTranslation("search.people.title")), list);
        if (!found.complete()) {
            add(new Paragraph(getTranslation("search.people.more")));
        }
    }

    private static ListItem item(String name, Optional<String> about, String href) {
        var item = new ListItem(new Anchor(href, name));
        about.map(Span::new).ifPresent(item::add);
        return item;
    }
}
