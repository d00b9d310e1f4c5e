package vn.quantriet.search.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import vn.quantriet.search.use.SearchWords.Line;
import vn.quantriet.ui.Chip;

/** Lines of the word list, each to be changed or removed. */
class WordLines extends UnorderedList {

    WordLines(List<Line> lines, SerializableConsumer<Line> edit, SerializableConsumer<Line> remove) {
        addClassNames("card", "word-lines");
        for (Line line : lines) {
            var text = new Paragraph(line.text());
            var kind = line.isGood()
                    ? new Span(getTranslation("search.words.kind." + (line.isSynonym() ? "synonym" : "abbreviation")))
                    : new Chip(getTranslation("search.words.kind.bad"), Chip.Tone.LATE);
            kind.addClassName("small");
            var actions = new Div(
                    button("search.words.edit", line, edit, "btn", "small"),
                    button("search.words.remove", line, remove, "btn", "small", "quiet"));
            actions.addClassName("row-actions");
            var row = new ListItem(new Div(text, kind), actions);
            row.addClassNames("row", "plain");
            add(row);
        }
    }

    private NativeButton button(String key, Line line, SerializableConsumer<Line> then, String... classes) {
        var button = new NativeButton(getTranslation(key), click -> then.accept(line));
        button.addClassNames(classes);
        button.getElement().setAttribute("aria-label", getTranslation(key + ".of", line.text()));
        return button;
    }
}
