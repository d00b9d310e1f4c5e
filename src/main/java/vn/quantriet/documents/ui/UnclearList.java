package vn.quantriet.documents.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import vn.quantriet.documents.Unclear;
import vn.quantriet.ui.Formats;

/** What was not understood, left out or changed; each leads to its place. */
class UnclearList extends Div {
    /** Beyond this many they help nobody: the document is then better mended first. */
    private static final int MOST = 300;

    UnclearList(List<Unclear> unclear, SerializableConsumer<Integer> onJump) {
        addClassName("unclear");
        if (unclear.isEmpty()) {
            add(new Paragraph(getTranslation("documents.import.clear")));
            return;
        }
        var list = new OrderedList();
        unclear.stream().limit(MOST).forEach(one -> list.add(new ListItem(item(one, onJump))));
        add(list);
        if (unclear.size() > MOST) {
            add(new Paragraph(
                    getTranslation("documents.import.more", Formats.number(unclear.size() - MOST, getLocale()))));
        }
    }

    private Component item(Unclear one, SerializableConsumer<Integer> onJump) {
        var place = new Span(place(one));
        place.addClassNames("eyebrow", "num");
        var sentence = new Span(getTranslation(
                "documents.unclear." + one.code(), one.arguments().toArray()));
        var words = new Span(one.words().isEmpty() ? "" : "“" + one.words() + "”");
        words.addClassName("quote");
        if (one.block() == 0) {
            var whole = new Div(place, sentence, words);
            whole.addClassName("problem");
            return whole;
        }
        var button = new NativeButton();
        button.addClassName("problem");
        button.add(place, sentence, words);
        int block = one.block();
        button.addClickListener(e -> onJump.accept(block));
        return button;
    }

    private String place(Unclear one) {
        if (one.block() == 0) {
            return getTranslation("documents.import.place.whole");
        }
        String block = Formats.number(one.block(), getLocale());
        return one.page() == 0
                ? getTranslation("documents.import.place.block", block)
                : getTranslation("documents.import.place.page", Formats.number(one.page(), getLocale()), block);
    }
}
