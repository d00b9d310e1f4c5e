package vn.quantriet.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.Problem;
import vn.quantriet.content.ReadingPanel;
import vn.quantriet.content.ReadingPanel.Editable;
import vn.quantriet.content.ReadingPanel.ThreadItem;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.ResolutionNotFound;
import vn.quantriet.organisation.UnitId;
import vn.quantriet.ui.Chip;
import vn.quantriet.ui.Translations;

/**
 * What the open reading page asks and reports. Plain requests rather than the page's own channel, so that a member who reads
 * holds no server state and a heartbeat costs no more than its rows.
 */
@RestController
@RequestMapping("/api")
class ReadingEndpoint {

    private final ReadingDesk desk;
    private final Reading reading;
    private final NoteTaking noteTaking;
    private final NotePanel panel;
    private final DueLabel dueLabel;
    private final ReadingSettings settings;
    private final Translations translations;

    ReadingEndpoint(
            ReadingDesk desk,
            Reading reading,
            NoteTaking noteTaking,
            NotePanel panel,
            DueLabel dueLabel,
            ReadingSettings settings,
            Translations translations) {
        this.desk = desk;
        this.reading = reading;
        this.noteTaking = noteTaking;
        this.panel = panel;
        this.dueLabel = dueLabel;
        this.settings = settings;
        this.translations = translations;
    }

    record State(
            Map<String, Double> progress,
            int read,
            int readable,
            @Nullable String position,
            @Nullable Label due,
            boolean completed,
            @Nullable String completedLabel,
            @Nullable Link quiz,
            List<Item> items,
            List<ReadingPanel.Further> further,
            List<NoteUnit> noteUnits,
            double beatSeconds,
            List<Trouble> problems) {}

    record Label(String label, String tone) {}

    record Link(String href, String label, String tone) {}

    record NoteUnit(long id, String name) {}

    record Trouble(String place, String text) {}

    record Item(
            String clause,
            String kind,
            String label,
            String aside,
            String html,
            @Nullable String href,
            @Nullable Long editId,
            @Nullable String body,
            @Nullable Long unit) {
        static Item of(ThreadItem item) {
            return new Item(
                    item.clause().value(),
                    item.kind().name(),
                    item.label(),
                    item.aside(),
                    item.html(),
                    item.href().orElse(null),
                    item.editable().map(Editable::id).orElse(null),
                    item.editable().map(Editable::source).orElse(null),
                    item.editable().flatMap(Editable::unit).orElse(null));
        }
    }

    record BeatRequest(
            @Nullable String reader,
            @Nullable List<String> visible,
            @Nullable String at,
            boolean takeOver) {
        Reading.Beat toBeat() {
            return new Reading.Beat(
                    required(reader, "reader"),
                    required(visible, "visible").stream()
                            .filter(ClauseId::isValid)
                            .map(ClauseId::new)
                            .toList(),
                    Optional.ofNullable(at).filter(ClauseId::isValid).map(ClauseId::new),
                    takeOver);
        }
    }

    record BeatReply(Map<String, Double> progress, int read, int readable, boolean completed, boolean superseded) {}

    record NoteRequest(
            @Nullable String clause,
            @Nullable String body,
            @Nullable String scope,
            @Nullable Long unit,
            @Nullable Long id) {}

    record NoteReply(Item item) {}

    record Refusal(String message) {}

    @GetMapping("/reading/{text}")
    ResponseEntity<State> open(@PathVariable String text, Locale locale) {
        var open = desk.open(textId(text));
        var task = open.task();
        var state = new State(
                byName(open.shares()),
                task.readClauses(),
                task.readableClauses(),
                task.position().map(ClauseId::value).orElse(null),
                dueLabel.of(task, locale)
                        .map(due -> new Label(due.text(), tone(due.tone())))
                        .orElse(null),
                task.isCompleted(),
                task.isCompleted() ? translations.getTranslation("study.read.completed", locale) : null,
                task.hasQuiz() ? quizLink(task, locale) : null,
                open.items().stream().map(Item::of).toList(),
                open.further(),
                open.noteUnits().stream()
                        .map(unit -> new NoteUnit(unit.id().value(), unit.name()))
                        .toList(),
                settings.beat().toMillis() / 1000.0,
                open.problems().stream()
                        .map(problem -> trouble(problem, locale))
                        .toList());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(state);
    }

    @PostMapping("/reading/{text}/beat")
    BeatReply beat(@PathVariable String text, @RequestBody BeatRequest request) {
        var standing = reading.beat(textId(text), request.toBeat());
        return new BeatReply(
                byName(standing.shares()),
                standing.read(),
                standing.readable(),
                standing.completed(),
                standing.superseded());
    }

    @PostMapping("/reading/{text}/notes")
    NoteReply write(@PathVariable String text, @RequestBody NoteRequest request) {
        var clause = new ClauseId(required(request.clause(), "clause"));
        var body = new NoteBody(required(request.body(), "body"));
        var id = Optional.ofNullable(request.id());
        return new NoteReply(Item.of(
                isLocal(required(request.scope(), "scope"))
                        ? panel.item(noteTaking.writeLocal(id, unitId(request.unit()), textId(text), clause, body))
                        : panel.item(noteTaking.write(id, textId(text), clause, body))));
    }

    @DeleteMapping("/notes/{id}")
    ResponseEntity<Void> delete(@PathVariable long id, @RequestParam String scope) {
        if (isLocal(scope)) {
            noteTaking.deleteLocal(id);
        } else {
            noteTaking.delete(id);
        }
        return ResponseEntity.noContent().build();
    }

    @ExceptionHandler
    ResponseEntity<Refusal> refused(NoteRefused refused, Locale locale) {
        String key = String.valueOf(refused.getMessage());
        return ResponseEntity.unprocessableContent().body(new Refusal(translations.getTranslation(key, locale)));
    }

    @ExceptionHandler
    ResponseEntity<Refusal> notFound(ResolutionNotFound missing, Locale locale) {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .body(new Refusal(translations.getTranslation("study.read.noText", locale)));
    }

    @ExceptionHandler
    ResponseEntity<Refusal> forbidden(AccessDeniedException forbidden, Locale locale) {
        return ResponseEntity.status(HttpStatus.FORBIDDEN)
                .body(new Refusal(translations.getTranslation("study.read.forbidden", locale)));
    }

    @ExceptionHandler
    ResponseEntity<Refusal> malformed(IllegalArgumentException malformed) {
        return ResponseEntity.badRequest().body(new Refusal(String.valueOf(malformed.getMessage())));
    }

    private Link quizLink(StudyDesk.Task task, Locale locale) {
        String key = task.quizPassed() ? "study.read.quizAgain" : "study.read.quiz";
        return new Link(
                "/kiem-tra/" + task.text().id(),
                translations.getTranslation(key, locale),
                tone(task.quizPassed() ? Chip.Tone.DONE : Chip.Tone.DOING));
    }

    private Trouble trouble(Problem problem, Locale locale) {
        return new Trouble(
                problem.place(),
                translations.getTranslation(
                        "content.problem." + problem.code(),
                        locale,
                        problem.arguments().toArray()));
    }

    private static String tone(Chip.Tone tone) {
        return tone.name().toLowerCase(Locale.ROOT);
    }

    private static boolean isLocal(String scope) {
        return scope.equals("unit");
    }

    private static <T> T required(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException("expected '" + name + "', got nothing");
        }
        return value;
    }

    private static UnitId unitId(@Nullable Long unit) {
        return new UnitId(required(unit, "unit"));
    }

    private static ResolutionId textId(String text) {
        if (!ResolutionId.isValid(text)) {
            throw new IllegalArgumentException("not the id of a text");
        }
        return new ResolutionId(text);
    }

    private static Map<String, Double> byName(Map<ClauseId, Double> shares) {
        Map<String, Double> byName = new LinkedHashMap<>();
        shares.forEach((clause, share) -> byName.put(clause.value(), share));
        return byName;
    }
}
