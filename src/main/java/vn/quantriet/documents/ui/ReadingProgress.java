package vn.quantriet.documents.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableRunnable;
import vn.quantriet.documents.ImportState.Working;
import vn.quantriet.ui.Formats;
import vn.quantriet.ui.ProgressBar;

/** How far the reading of a document is, and the way out of it. */
class ReadingProgress extends Div {
    private final Div bar = new Div();
    private final Paragraph words = new Paragraph();

    ReadingProgress(SerializableRunnable onCancel) {
        addClassNames("card", "reading-progress");
        words.addClassName("sub");
        words.getElement().setAttribute("role", "status");
        var cancel = new NativeButton(getTranslation("documents.import.cancel"), e -> onCancel.run());
        cancel.addClassName("btn");
        add(new H2(getTranslation("documents.import.reading")), bar, words, cancel);
        showWaiting();
    }

    final void showWaiting() {
        show(0, getTranslation("documents.import.waiting"));
    }

    /** A file that does not say how long it is gets a bar that fills ever more slowly and is never full. */
    void show(Working working) {
        String done = Formats.number(working.done(), getLocale());
        if (working.of() > 0) {
            show(
                    Math.clamp(100L * working.done() / working.of(), 0, 100),
                    getTranslation("documents.import.pages", done, Formats.number(working.of(), getLocale())));
        } else {
            show(90 * working.done() / (working.done() + 400), getTranslation("documents.import.blocks", done));
        }
    }

    private void show(int percent, String what) {
        bar.removeAll();
        bar.add(new ProgressBar(percent, getTranslation("documents.import.reading")));
        words.setText(what);
    }
}
