package vn.quantriet.editing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.page.PendingJavaScriptResult;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import vn.quantriet.editing.DraftId;

/**
 * CodeMirror with a preview, as an element that fetches, saves and checks by itself: the server keeps nothing of what is written.
 */
@Tag("qt-editor")
@JsModule("./editing/qt-editor.ts")
@NpmPackage(value = "@codemirror/commands", version = "6.11.1")
@NpmPackage(value = "@codemirror/language", version = "6.13.1")
@NpmPackage(value = "@codemirror/lint", version = "6.9.8")
@NpmPackage(value = "@codemirror/search", version = "6.7.2")
@NpmPackage(value = "@codemirror/state", version = "6.7.6")
@NpmPackage(value = "@codemirror/view", version = "6.43.15")
@NpmPackage(value = "@lezer/highlight", version = "1.2.5")
@NpmPackage(value = "@lezer/markdown", version = "1.8.1")
class EditorElement extends Component {
    private static final List<String> LABELS = List.of(
            "bad",
            "elsewhere",
            "elsewhereMine",
            "elsewhereShort",
            "elsewhereTake",
            "elsewhereTheirs",
            "expired",
            "good",
            "label",
            "loadError",
            "loading",
            "opened",
            "panes",
            "preview",
            "problems",
            "problemsCount",
            "readOnly",
            "refused",
            "retry",
            "saved",
            "saving",
            "unreachable",
            "waiting",
            "write");

    /** CodeMirror's own words, by the translation key that says them. */
    private static final Map<String, String> PHRASES = Map.ofEntries(
            Map.entry("Find", "find"),
            Map.entry("Replace", "replaceWith"),
            Map.entry("next", "next"),
            Map.entry("previous", "previous"),
            Map.entry("all", "all"),
            Map.entry("match case", "case"),
            Map.entry("regexp", "regexp"),
            Map.entry("by word", "word"),
            Map.entry("replace", "replace"),
            Map.entry("replace all", "replaceAll"),
            Map.entry("close", "close"),
            Map.entry("current match", "match"),
            Map.entry("on line", "onLine"),
            Map.entry("replaced match on line $", "replacedOne"),
            Map.entry("replaced $ matches", "replacedAll"),
            Map.entry("Go to line", "goToLine"),
            Map.entry("go", "go"),
            Map.entry("Control character", "control"),
            Map.entry("Diagnostics", "diagnostics"),
            Map.entry("No diagnostics", "noDiagnostics"));

    /** @param owner any key of the person, under which the browser keeps what it could not send */
    EditorElement(DraftId draft, String owner) {
        getElement().setAttribute("draft", draft.toString());
        getElement().setAttribute("owner", owner);
        getElement().setAttribute("labels", json(texts("editing.element.", LABELS)));
        Map<String, String> phrases = new TreeMap<>();
        PHRASES.forEach((english, key) -> phrases.put(english, getTranslation("editing.code." + key)));
        getElement().setAttribute("phrases", json(phrases));
    }

    void open(String path) {
        getElement().setAttribute("file", path);
    }

    void insert(String markdown) {
        getElement().callJsFunction("insert", markdown);
    }

    /** @param separator a line between it and what stands above; may be empty */
    void insertBlock(String markdown, boolean atEnd, String separator) {
        getElement().callJsFunction("insertBlock", markdown, atEnd, separator);
    }

    void insertFact(String words, String id, String status, String source) {
        getElement().callJsFunction("insertFact", words, id, status, source);
    }

    void reopen() {
        getElement().callJsFunction("reopen");
    }

    /** Asks for the words that are selected. */
    void withSelection(SerializableConsumer<String> then) {
        getElement().callJsFunction("selected").then(String.class, then);
    }

    /** Goes on when everything written is kept on the server, and not at all otherwise: the element says why. */
    void whenKept(SerializableRunnable then) {
        PendingJavaScriptResult kept = getElement().callJsFunction("flush");
        kept.then(Boolean.class, all -> {
            if (all) {
                then.run();
            }
        });
    }

    private Map<String, String> texts(String prefix, List<String> keys) {
        Map<String, String> texts = new TreeMap<>();
        keys.forEach(key -> texts.put(key, getTranslation(prefix + key)));
        return texts;
    }

    private static String json(Map<String, String> texts) {
        return JsonMapper.shared().writeValueAsString(texts);
    }
}
