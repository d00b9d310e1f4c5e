package vn.quantriet.content.library;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.quantriet.content.DeckId;
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.Manuscripts;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.format.LibraryFormat;
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
        // Before the text itself, which must not be older than the commit that it is said to be made of.
        var commit = library.servedCommit().orElse("");
        return library.copy(id).map(copied -> {
            Map<String, Manuscript.File> files = new HashMap<>();
            copied.files().forEach((name, file) -> {
                if (name.endsWith(Manuscript.MARKDOWN)) {
                    files.put(name, opened(id, name, file));
                }
            });
            var opened = copied.opened();
            return new Manuscript(opened.holding(), opened.text().facts(), files, opened.version(), commit);
        });
    }

    private static Manuscript.File opened(ResolutionId id, String name, SourceFile file) {
        return (name.startsWith(Manuscript.DECKS) ? Shelving.deckId(id, name) : Optional.<DeckId>empty())
                .map(deck -> LibraryFormat.opened(deck, file))
                .orElseGet(() -> LibraryFormat.opened(id, file));
    }
}
