package vn.quantriet.editing;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.quantriet.content.Problem;
import vn.quantriet.content.TextPreview;
import vn.quantriet.ui.Formats;
import vn.quantriet.ui.Translations;

/**
 * What the editor in the browser asks and reports. Plain requests rather than the page's own channel: no draft is kept in a session,
 * and the last save of a page that is being closed still arrives.
 */
@RestController
@RequestMapping("/api/drafts/{draft}")
class EditingEndpoint {
    /** A file that is no such file at all can have one problem per line: beyond this many they help nobody. */
    private static final int MOST_PROBLEMS = 500;

    private final DraftWriting writing;
    private final EditingDesk desk;
    private final DraftPictures pictures;
    private final TextPreview preview;
    private final Translations texts;

    EditingEndpoint(
            DraftWriting writing, EditingDesk desk, DraftPictures pictures, TextPreview preview, Translations texts) {
        this.writing = writing;
        this.desk = desk;
        this.pictures = pictures;
        this.preview = preview;
        this.texts = texts;
    }

    record FileAnswer(String path, String text, int version, boolean writable) {}

    /** @param replace whether what was changed elsewhere has been seen and shall give way */
    record SaveRequest(@Nullable String path, @Nullable String text, int version, boolean replace) {}

    /** @param elsewhere the file's words now, when they were changed elsewhere */
    record SaveAnswer(int version, @Nullable String elsewhere) {}

    record Trouble(String path, int line, int column, String place, String text) {}

    /** @param count of all problems, also of those that are not listed */
    record CheckAnswer(int count, List<Trouble> problems, String html) {}

    record Refusal(String message) {}

    @GetMapping("/file")
    ResponseEntity<FileAnswer> file(@PathVariable String draft, @RequestParam String path) {
        return writing.read(id(draft), path)
                .map(file -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .body(new FileAnswer(file.path(), file.body(), file.version(), file.writable())))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PostMapping("/file")
    SaveAnswer save(@PathVariable String draft, @RequestBody SaveRequest request) {
        var path = request.path() == null ? "" : request.path();
        var text = request.text() == null ? "" : request.text();
        var saved = request.replace()
                ? writing.replace(id(draft), path, text, request.version())
                : writing.save(id(draft), path, text, request.version());
        return new SaveAnswer(saved.version(), saved.elsewhere().orElse(null));
    }

    /** Problems of the whole draft, and how one of its files looks. */
    @GetMapping("/check")
    CheckAnswer check(@PathVariable String draft, @RequestParam String path, Locale locale) {
        var id = id(draft);
        var text = desk.draft(id).text();
        var problems = writing.check(id).problems();
        String html = writing.read(id, path)
                .map(file -> preview.html(text, path, file.body(), locale, pictures.addresses(id)))
                .orElse("");
        return new CheckAnswer(
                problems.size(),
                problems.stream()
                        .limit(MOST_PROBLEMS)
                        .map(problem -> trouble(problem, text + "/", locale))
                        .toList(),
                html);
    }

    private Trouble trouble(Problem problem, String folder, Locale locale) {
        String path = problem.file().startsWith(folder) ? problem.file().substring(folder.length()) : problem.file();
        return new Trouble(
                path,
                problem.line(),
                problem.column(),
                texts.getTranslation(
                        "editing.editor.place",
                        locale,
                        Formats.number(problem.line(), locale),
                        Formats.number(problem.column(), locale)),
                texts.getTranslation(
                        "content.problem." + problem.code(),
                        locale,
                        problem.arguments().toArray()));
    }

    private static DraftId id(String draft) {
        return DraftId.parse(draft).orElseThrow(() -> new DraftNotFound(new DraftId(Long.MAX_VALUE)));
    }

    @ExceptionHandler(DraftNotFound.class)
    ResponseEntity<Refusal> unknown(Locale locale) {
        return refused(HttpStatus.NOT_FOUND, "editing.refused.unknown", locale);
    }

    @ExceptionHandler(DraftInOtherState.class)
    ResponseEntity<Refusal> otherState(Locale locale) {
        return refused(HttpStatus.CONFLICT, "editing.refused.state", locale);
    }

    @ExceptionHandler(FileRefused.class)
    ResponseEntity<Refusal> file(FileRefused e, Locale locale) {
        return refused(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "editing.refused." + e.reason().name().toLowerCase(Locale.ROOT),
                locale);
    }

    private ResponseEntity<Refusal> refused(HttpStatus status, String key, Locale locale) {
        return ResponseEntity.status(status).body(new Refusal(texts.getTranslation(key, locale)));
    }
}
