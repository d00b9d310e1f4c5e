package vn.quantriet.content.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import vn.quantriet.content.DeckId;
import vn.quantriet.content.Fact;
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
    private static final String SLIDES = "slides/";
    private static final String MARKDOWN = ".md";

    private final LiveLibrary library;

    ServedManuscripts(LiveLibrary library) {
        this.library = library;
    }

    @Override
    public Optional<Manuscript> find(ResolutionId id) {
        return library.shelved(id)
                .flatMap(shelved -> shelved.holding()
                        .flatMap(holding -> shelved.text().map(text -> open(shelved, holding, text.facts()))));
    }

    private Manuscript open(Shelved shelved, Holding holding, Map<String, Fact> facts) {
        var files = new TreeMap<String, Manuscript.File>();
        var version = new StringBuilder();
        for (var name : names(holding)) {
            served(shelved, name).ifPresent(file -> {
                files.put(name, opened(shelved.id(), name, file));
                version.append(name).append('\0').append(file.text()).append('\0');
            });
        }
        return new Manuscript(holding, facts, files, Hashes.of(version.toString()));
    }

    /** The files that a holding was made of. */
    private static List<String> names(Holding holding) {
        var names = new ArrayList<String>();
        names.add(Manuscript.TEXT);
        if (!holding.keyPoints().isEmpty()) {
            names.add(Manuscript.KEY_POINTS);
        }
        holding.quiz().ifPresent(quiz -> names.add(Manuscript.QUIZ));
        holding.decks().forEach(deck -> names.add(Manuscript.deck(deck.id().name())));
        return names;
    }

    private Optional<SourceFile> served(Shelved shelved, String name) {
        var path = shelved.id() + "/" + name;
        Predicate<SourceFile> good = file -> parsed(shelved.id(), name, file).isGood();
        var now = shelved.goodFiles().contains(path) ? now(path).filter(good) : Optional.<SourceFile>empty();
        return now.or(() -> library.newest(path, good));
    }

    private static Parsed<?> parsed(ResolutionId id, String name, SourceFile file) {
        return switch (name) {
            case Manuscript.TEXT -> LibraryFormat.resolution(id, file);
            case Manuscript.KEY_POINTS -> LibraryFormat.keyPoints(id, file);
            case Manuscript.QUIZ -> LibraryFormat.quiz(id, file);
            default -> LibraryFormat.deck(deckId(id, name), file);
        };
    }

    private static Manuscript.File opened(ResolutionId id, String name, SourceFile file) {
        return name.startsWith(SLIDES) ? LibraryFormat.opened(deckId(id, name), file) : LibraryFormat.opened(id, file);
    }

    private static DeckId deckId(ResolutionId id, String name) {
        return new DeckId(id, name.substring(SLIDES.length(), name.length() - MARKDOWN.length()));
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
}
