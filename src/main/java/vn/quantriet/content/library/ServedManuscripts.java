package vn.quantriet.content.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import vn.quantriet.content.DeckId;
import vn.quantriet.content.Holding;
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.Manuscripts;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.format.Hashes;
import vn.quantriet.content.format.LibraryFormat;
import vn.quantriet.content.format.Parsed;
import vn.quantriet.content.format.SourceFile;

/** Opens the files in service. One that is wrong now is opened in its last good version, as readers see it. */
@Service
class ServedManuscripts implements Manuscripts {
    private final LiveLibrary library;

    ServedManuscripts(LiveLibrary library) {
        this.library = library;
    }

    @Override
    public Optional<Manuscript> find(ResolutionId id) {
        return library.shelved(id)
                .flatMap(shelved -> shelved.holding()
                        .flatMap(holding -> shelved.text().map(text -> {
                            var files = new TreeMap<String, Manuscript.File>();
                            var version = new StringBuilder();
                            parsers(holding)
                                    .forEach((name, good) -> served(shelved, name, good)
                                            .ifPresent(file -> {
                                                files.put(name, opened(id, name, file));
                                                version.append(name)
                                                        .append('\0')
                                                        .append(file.text())
                                                        .append('\0');
                                            }));
                            return new Manuscript(holding, text.facts(), files, Hashes.of(version.toString()));
                        })));
    }

    /** The files that a holding was made of, in the order of their names, and what each must be to be in service. */
    private static Map<String, Predicate<SourceFile>> parsers(Holding holding) {
        var id = holding.resolution().id();
        var parsers = new TreeMap<String, Predicate<SourceFile>>();
        parsers.put(Manuscript.TEXT, file -> LibraryFormat.resolution(id, file).isGood());
        if (!holding.keyPoints().isEmpty()) {
            parsers.put(
                    Manuscript.KEY_POINTS,
                    file -> LibraryFormat.keyPoints(id, file).isGood());
        }
        if (holding.quiz().isPresent()) {
            parsers.put(Manuscript.QUIZ, file -> LibraryFormat.quiz(id, file).isGood());
        }
        for (var deck : holding.decks()) {
            parsers.put(Manuscript.deck(deck.id().name()), file -> {
                Parsed<?> parsed = LibraryFormat.deck(deck.id(), file);
                return parsed.isGood();
            });
        }
        return parsers;
    }

    private Optional<SourceFile> served(Shelved shelved, String name, Predicate<SourceFile> good) {
        var path = shelved.id() + "/" + name;
        if (shelved.goodFiles().contains(path)) {
            var now = now(path).filter(good);
            if (now.isPresent()) {
                return now;
            }
        }
        return library.newest(path, good);
    }

    private Optional<SourceFile> now(String path) {
        try {
            return library.folder()
                    .read(path)
                    .flatMap(bytes -> SourceFile.read(path, bytes).file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Manuscript.File opened(ResolutionId id, String name, SourceFile file) {
        return name.startsWith("slides/")
                ? LibraryFormat.opened(new DeckId(id, name.substring("slides/".length(), name.length() - 3)), file)
                : LibraryFormat.opened(id, file);
    }
}
