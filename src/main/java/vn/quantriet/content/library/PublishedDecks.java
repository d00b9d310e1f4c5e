package vn.quantriet.content.library;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import vn.quantriet.content.Author;
import vn.quantriet.content.DeckId;
import vn.quantriet.content.DeckPublishing;
import vn.quantriet.content.Problem;
import vn.quantriet.content.ResolutionNotFound;
import vn.quantriet.content.format.Citation;
import vn.quantriet.content.format.LibraryFormat;
import vn.quantriet.content.format.SourceFile;

/** Publishes decks into the live library. */
@Service
class PublishedDecks implements DeckPublishing {
    private final LiveLibrary library;

    PublishedDecks(LiveLibrary library) {
        this.library = library;
    }

    @Override
    public Checked check(DeckId id, String markdown) {
        var shelves = library.shelves();
        if (shelves.resolution(id.resolution()).isEmpty()) {
            throw new ResolutionNotFound(id.resolution());
        }
        var read = SourceFile.read(path(id), markdown.getBytes(StandardCharsets.UTF_8));
        if (read.file().isEmpty()) {
            return new Checked(Optional.empty(), read.problems());
        }
        var parsed = LibraryFormat.deck(id, read.file().get());
        List<Problem> problems = new ArrayList<>(parsed.problems());
        problems.addAll(Citation.problems(parsed.citations(), shelves::resolution));
        problems.sort(Shelves.BY_PLACE);
        return new Checked(parsed.value(), problems);
    }

    @Override
    public void publish(DeckId id, String markdown, Author author, Optional<String> base) {
        var checked = check(id, markdown);
        if (!checked.isGood()) {
            throw new DeckHasProblems(checked.problems());
        }
        var path = path(id);
        library.exclusively(() -> {
            if (!library.source(path).map(LibraryFormat::hash).equals(base)) {
                throw new DeckReplacedMeanwhile(id);
            }
            Map<String, Optional<byte[]>> files = new TreeMap<>();
            files.put(path, Optional.of(SourceFile.of(path, markdown).text().getBytes(StandardCharsets.UTF_8)));
            files.putAll(library.registerFiles(new Registers.Change(
                    Set.of(id.resolution()),
                    Map.of(),
                    Map.of(),
                    Set.of(path),
                    library.items(id.resolution()),
                    CitingItem.of(
                            id.resolution(), List.of(), List.of(checked.deck().orElseThrow()), Optional.empty()))));
            return library.publish(new Changeset(files, author, "Publish " + path));
        });
    }

    @Override
    public Optional<Source> source(DeckId id) {
        var path = path(id);
        return library.source(path)
                .map(text -> new Source(
                        text,
                        LibraryFormat.hash(text),
                        library.lastAuthor(path).filter(author -> !author.equals(LibraryHistory.LIBRARY))));
    }

    private static String path(DeckId id) {
        return id.resolution() + "/slides/" + id.name() + ".md";
    }
}
