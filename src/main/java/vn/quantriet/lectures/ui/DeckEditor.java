package vn.quantriet.lectures.ui;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import vn.quantriet.content.DeckPublishing.Checked;
import vn.quantriet.content.Problem;
import vn.quantriet.ui.Formats;

/** The deck's Markdown, and beside it what is wrong with it and how its slides will look. */
@JsModule("./lectures/caret.ts")
class DeckEditor extends Div {
    /** Long enough not to check each letter, short enough to be felt as an answer. */
    private static final int PAUSE_MILLIS = 600;
    /** A file that is no deck at all can have one problem per line: beyond this many they help nobody. */
    private static final int MOST_PROBLEMS_SHOWN = 500;

    private final TextArea markdown = new TextArea();
    private final Paragraph verdict = new Paragraph();
    private final OrderedList problems = new OrderedList();
    private final transient SlidePages pages;
    private final Div preview = new Div();

    /** @param onEdit called some time after the last key stroke */
    DeckEditor(SlidePages pages, SerializableRunnable onEdit) {
        this.pages = pages;
        preview.addClassName("slide-list");
        addClassName("editor");
        markdown.setLabel(getTranslation("lectures.desk.markdown"));
        markdown.addClassName("markdown");
        markdown.setValueChangeMode(ValueChangeMode.LAZY);
        markdown.setValueChangeTimeout(PAUSE_MILLIS);
        markdown.getElement().setAttribute("spellcheck", "false");
        markdown.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                onEdit.run();
            }
        });
        verdict.addClassName("verdict");
        verdict.getElement().setAttribute("role", "status");
        problems.addClassName("problems");
        var result = new Section(
                new H2(getTranslation("lectures.desk.check")),
                verdict,
                problems,
                new H2(getTranslation("lectures.desk.preview")),
                preview);
        result.addClassName("editor-result");
        add(markdown, result);
        showNothing();
    }

    String markdown() {
        return markdown.getValue();
    }

    void setMarkdown(String text) {
        markdown.setValue(text);
    }

    void setWritable(boolean writable) {
        markdown.setEnabled(writable);
    }

    /** Nothing has been written yet. */
    void showNothing() {
        verdict.setText(getTranslation("lectures.desk.check.empty"));
        problems.removeAll();
        problems.setVisible(false);
        show("");
    }

    /** What was found in the text as it is now. A deck that cannot be made out leaves the last preview standing. */
    void show(Checked checked) {
        showProblems(checked.problems());
        checked.deck().map(deck -> pages.html(deck, getLocale())).ifPresent(this::show);
    }

    /** Sent, not set: a property would keep the whole deck in the session. */
    private void show(String html) {
        preview.getElement().executeJs("this.innerHTML = $0", html);
    }

    void showProblems(List<Problem> found) {
        problems.removeAll();
        problems.setVisible(!found.isEmpty());
        verdict.setText(verdict(found.size()));
        found.stream().limit(MOST_PROBLEMS_SHOWN).forEach(problem -> problems.add(item(problem)));
    }

    private String verdict(int count) {
        String number = Formats.number(count, getLocale());
        if (count == 0) {
            return getTranslation("lectures.desk.check.good");
        }
        return count <= MOST_PROBLEMS_SHOWN
                ? getTranslation("lectures.desk.check.bad", number)
                : getTranslation("lectures.desk.check.many", number, Formats.number(MOST_PROBLEMS_SHOWN, getLocale()));
    }

    private ListItem item(Problem problem) {
        var place = new Span(getTranslation(
                "lectures.desk.place",
                Formats.number(problem.line(), getLocale()),
                Formats.number(problem.column(), getLocale())));
        place.addClassNames("eyebrow", "num");
        var sentence = new Span(getTranslation(
                "content.problem." + problem.code(), problem.arguments().toArray()));
        var button = new NativeButton();
        button.addClassName("problem");
        button.add(place, sentence);
        button.addClickListener(e -> goTo(problem));
        return new ListItem(button);
    }

    private void goTo(Problem problem) {
        markdown.getElement().executeJs("window.qtCaret.goTo(this, $0, $1)", problem.line(), problem.column());
    }
}
