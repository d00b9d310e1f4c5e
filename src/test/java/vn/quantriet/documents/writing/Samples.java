package vn.quantriet.documents.writing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.DeckId;
import vn.quantriet.content.Holding;
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.SlideDeck;
import vn.quantriet.content.format.LibraryFormat;
import vn.quantriet.content.format.SourceFile;
import vn.quantriet.ui.Translations;

/** The texts of {@code content/}, and texts written in a test, opened as the library opens them. */
final class Samples {
    static final String PORTAL = "https://quantriet.example";
    static final Wording WORDING = new Wording(new Translations(), Translations.VIETNAMESE);
    static final Wording ENGLISH = new Wording(new Translations(), Locale.ENGLISH);

    static final String COMMIT = "00112233445566778899aabbccddeeff00112233";

    private static final Path CONTENT = Path.of("content");

    private Samples() {}

    static List<String> names() throws IOException {
        try (var folders = Files.list(CONTENT)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    static Manuscript text(String name) throws IOException {
        return text(CONTENT.resolve(name));
    }

    static Manuscript text(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (var paths = Files.walk(folder)) {
            for (var path : paths.filter(p -> p.toString().endsWith(".md")).toList()) {
                files.put(folder.relativize(path).toString(), Files.readString(path));
            }
        }
        return of(new ResolutionId(folder.getFileName().toString()), files);
    }

    /** A text whose files may hold anything but {@code resolution.md}, which must be right. */
    static Manuscript of(ResolutionId id, Map<String, String> files) {
        Map<String, Manuscript.File> opened = new TreeMap<>();
        List<SlideDeck> decks = new ArrayList<>();
        files.forEach((path, text) -> {
            var file = SourceFile.of(path, text);
            if (path.startsWith("slides/")) {
                var deck = deckId(id, path);
                opened.put(path, LibraryFormat.opened(deck, file));
                decks.add(LibraryFormat.deck(deck, file).value().orElseThrow());
            } else {
                opened.put(path, LibraryFormat.opened(id, file));
            }
        });
        var text = LibraryFormat.resolution(id, file(files, Manuscript.TEXT).orElseThrow())
                .value()
                .orElseThrow();
        Map<ClauseId, String> words = new HashMap<>();
        for (int i = 0; i < text.words().size(); i++) {
            words.put(text.resolution().clauses().get(i).id(), text.words().get(i));
        }
        var holding = new Holding(
                text.resolution(),
                words,
                file(files, Manuscript.KEY_POINTS)
                        .flatMap(file -> LibraryFormat.keyPoints(id, file).value())
                        .orElse(List.of()),
                decks,
                file(files, Manuscript.QUIZ)
                        .flatMap(file -> LibraryFormat.quiz(id, file).value()));
        return new Manuscript(holding, text.facts(), opened, "0123456789abcdef", COMMIT);
    }

    static DeckId deckId(ResolutionId id, String path) {
        return new DeckId(id, path.substring("slides/".length(), path.length() - ".md".length()));
    }

    private static Optional<SourceFile> file(Map<String, String> files, String path) {
        return Optional.ofNullable(files.get(path)).map(text -> SourceFile.of(path, text));
    }
}
