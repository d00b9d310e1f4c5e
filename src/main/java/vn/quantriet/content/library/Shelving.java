package vn.quantriet.content.library;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.quantriet.content.DeckId;
import vn.quantriet.content.KeyPoint;
import vn.quantriet.content.Problem;
import vn.quantriet.content.Quiz;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.SlideDeck;
import vn.quantriet.content.format.AttachedFiles;
import vn.quantriet.content.format.Citation;
import vn.quantriet.content.format.LibraryFormat;
import vn.quantriet.content.format.Parsed;
import vn.quantriet.content.format.ParsedText;
import vn.quantriet.content.format.SourceFile;

/**
 * Reads one text's folder. Each file stands for itself: one that is wrong stays in service in the version that was in service
 * before or, after a restart, in the newest committed version that is right in itself. What was committed was right in its
 * citations too, when it was.
 */
final class Shelving {
    private static final String TEXT = "resolution.md";
    private static final String KEY_POINTS = "key-points.md";
    private static final String QUIZ = "quiz.md";
    private static final String SLIDES = "slides/";
    private static final String MARKDOWN = ".md";

    private final LibraryFolder folder;
    private final LastGood history;
    private final AttachmentShelf attachments;
    private final ResolutionId id;
    private final @Nullable Shelved before;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Citation> elsewhere = new ArrayList<>();
    private final Set<String> goodFiles = new HashSet<>();

    private AttachedFiles attached = AttachedFiles.UNKNOWN;

    private Shelving(
            LibraryFolder folder,
            LastGood history,
            AttachmentShelf attachments,
            ResolutionId id,
            @Nullable Shelved before) {
        this.folder = folder;
        this.history = history;
        this.attachments = attachments;
        this.id = id;
        this.before = before;
    }

    /** @param before what is in service now; null when nothing is */
    static Shelved shelve(
            LibraryFolder folder,
            LastGood history,
            AttachmentShelf attachments,
            ResolutionId id,
            @Nullable Shelved before) {
        return new Shelving(folder, history, attachments, id, before).shelve();
    }

    private Shelved shelve() {
        var files = folder.files(id.value());
        attach();
        var text = text();
        var resolution = text.map(ParsedText::resolution);
        Optional<List<KeyPoint>> keyPoints = Optional.empty();
        Optional<Quiz> quiz = Optional.empty();
        Map<String, SlideDeck> decks = new TreeMap<>();
        for (var path : files) {
            var name = path.substring(id.value().length() + 1);
            if (name.equals(KEY_POINTS)) {
                keyPoints = served(
                        path,
                        file -> LibraryFormat.keyPoints(id, file),
                        points -> resolution,
                        Optional.ofNullable(before).map(Shelved::keyPoints).filter(points -> !points.isEmpty()));
            } else if (name.equals(QUIZ)) {
                quiz = served(
                        path,
                        file -> LibraryFormat.quiz(id, file),
                        q -> resolution,
                        Optional.ofNullable(before).flatMap(Shelved::quiz));
            } else if (name.startsWith(SLIDES)) {
                deck(path, name, resolution)
                        .ifPresent(deck -> decks.put(deck.id().name(), deck));
            } else if (!name.equals(TEXT)) {
                problems.add(Problem.at(path, 1, 1, "file-unknown", name));
            }
        }
        return new Shelved(
                id,
                text,
                keyPoints.orElse(List.of()),
                Collections.unmodifiableMap(decks),
                quiz,
                List.copyOf(problems),
                List.copyOf(elsewhere),
                Set.copyOf(goodFiles));
    }

    private void attach() {
        var found = attachments.of(id);
        attached = found.files();
        problems.addAll(found.problems());
        goodFiles.addAll(found.goodPaths());
    }

    private Optional<ParsedText> text() {
        return served(
                id + "/" + TEXT,
                file -> LibraryFormat.resolution(id, file),
                text -> Optional.of(text.resolution()),
                Optional.ofNullable(before).flatMap(Shelved::text));
    }

    private Optional<SlideDeck> deck(String path, String name, Optional<Resolution> resolution) {
        var deckName = name.substring(SLIDES.length(), name.length() - MARKDOWN.length());
        if (!DeckId.isValidName(deckName)) {
            problems.add(Problem.at(path, 1, 1, "deck-name", deckName));
            return Optional.empty();
        }
        var deck = new DeckId(id, deckName);
        return served(
                path,
                file -> LibraryFormat.deck(deck, file),
                slides -> resolution,
                Optional.ofNullable(before).map(shelved -> shelved.decks().get(deckName)));
    }

    /**
     * The version of a file to serve.
     *
     * @param citable the text against which the file's citations of its own text are checked
     */
    private <T> Optional<T> served(
            String path,
            Function<SourceFile, Parsed<T>> parser,
            Function<T, Optional<Resolution>> citable,
            Optional<T> inService) {
        var parsed = read(path).map(parser);
        var found = new ArrayList<Problem>();
        parsed.ifPresent(p -> {
            found.addAll(p.problems());
            p.citations().stream().filter(c -> !c.ref().resolution().equals(id)).forEach(elsewhere::add);
            p.value().flatMap(citable).ifPresent(text -> {
                found.addAll(Citation.problems(
                        p.citations(), other -> other.equals(id) ? Optional.of(text) : Optional.empty()));
                found.addAll(Citation.unrelated(p.citations(), text));
            });
        });
        problems.addAll(found);
        if (parsed.isPresent() && found.isEmpty()) {
            goodFiles.add(path);
            return parsed.get().value();
        }
        return inService.or(() -> history.newest(
                path,
                bytes -> SourceFile.read(path, bytes)
                        .file()
                        .map(file -> file.beside(attached))
                        .map(parser)
                        .filter(Parsed::isGood)
                        .flatMap(Parsed::value)));
    }

    private Optional<SourceFile> read(String path) {
        try {
            var bytes = folder.read(path);
            if (bytes.isEmpty()) {
                problems.add(Problem.at(path, 1, 1, "file-missing"));
                return Optional.empty();
            }
            var read = SourceFile.read(path, bytes.get());
            problems.addAll(read.problems());
            return read.file().map(file -> file.beside(attached));
        } catch (IOException e) {
            problems.add(Problem.at(path, 1, 1, "file-unreadable"));
            return Optional.empty();
        }
    }
}
