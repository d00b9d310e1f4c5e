package vn.quantriet.editing.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import java.util.Locale;
import vn.quantriet.content.Manuscript;
import vn.quantriet.editing.ClauseFinder;
import vn.quantriet.editing.DraftId;
import vn.quantriet.editing.DraftPictures;
import vn.quantriet.editing.Skeleton;

/** What can be put into the file that is open without knowing how it is written. */
class InsertTools extends Div {
    private static final List<Skeleton> QUESTIONS = List.of(
            Skeleton.ONE_ANSWER, Skeleton.SEVERAL_ANSWERS, Skeleton.TRUE_FALSE, Skeleton.ORDERING, Skeleton.SHORT_TEXT);
    private static final String SLIDES_APART = "---";

    private final EditorElement editor;
    private final transient ClauseFinder clauses;
    private final transient DraftPictures pictures;

    InsertTools(EditorElement editor, ClauseFinder clauses, DraftPictures pictures) {
        this.editor = editor;
        this.clauses = clauses;
        this.pictures = pictures;
        addClassName("draft-tools");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("editing.tools.label"));
    }

    void show(DraftId id, String path) {
        removeAll();
        add(tool("editing.tools.cite", () -> new CiteDialog(id, clauses, editor::insert).open()));
        if (!path.equals(Manuscript.QUIZ)) {
            add(tool(
                    "editing.tools.picture",
                    () -> new PictureDialog(id, pictures, picture -> editor.insertBlock(picture, false, "")).open()));
        }
        switch (path) {
            case Manuscript.TEXT -> {
                add(tool(
                        "editing.tools.fact",
                        () -> editor.withSelection(words -> new FactDialog(words, editor).open())));
                add(tool("editing.tools.table", () -> block(Skeleton.TABLE, false, "")));
            }
            case Manuscript.KEY_POINTS ->
                add(tool("editing.tools.keyPoint", () -> block(Skeleton.KEY_POINT, true, "")));
            case Manuscript.QUIZ -> add(questions());
            default -> {
                add(tool("editing.tools.slide", () -> block(Skeleton.SLIDE, true, SLIDES_APART)));
                add(tool("editing.tools.table", () -> block(Skeleton.TABLE, false, "")));
            }
        }
    }

    private NativeDetails questions() {
        var list = new Div();
        list.addClassName("draft-tool-list");
        var details = new NativeDetails(getTranslation("editing.tools.question"), list);
        QUESTIONS.forEach(kind ->
                list.add(tool("editing.tools.question." + kind.name().toLowerCase(Locale.ROOT), () -> {
                    details.setOpen(false);
                    block(kind, true, "");
                })));
        details.addClassName("draft-tool-menu");
        return details;
    }

    private void block(Skeleton skeleton, boolean atEnd, String separator) {
        editor.insertBlock(skeleton.markdown(), atEnd, separator);
    }

    private NativeButton tool(String key, SerializableRunnable then) {
        var button = new NativeButton(getTranslation(key), e -> then.run());
        button.addClassNames("btn", "small");
        return button;
    }
}
