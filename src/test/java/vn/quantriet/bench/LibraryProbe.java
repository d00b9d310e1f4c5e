package vn.quantriet.bench;

import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.quantriet.content.Author;
import vn.quantriet.content.DeckId;
import vn.quantriet.content.DeckPublishing;
import vn.quantriet.content.Library;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.search.Search;

/** Asks the portal's services over HTTP what its pages ask them. Only the bench puts it beside the portal. */
@RestController
final class LibraryProbe {
    private final Search search;
    private final Library library;
    private final DeckPublishing publishing;

    LibraryProbe(Search search, Library library, DeckPublishing publishing) {
        this.search = search;
        this.library = library;
        this.publishing = publishing;
    }

    record Found(boolean building, long total, List<String> texts) {}

    record Deck(String text, String name, String markdown) {}

    @GetMapping("/bench/search")
    Found search(@RequestParam("q") String words) {
        var found = search.find(new Search.Query(words, Optional.empty(), Optional.empty(), true, 0, 20));
        return new Found(
                search.building(),
                found.total(),
                found.hits().stream()
                        .map(hit -> hit.passage().resolution().value())
                        .toList());
    }

    @GetMapping("/bench/texts")
    int texts() {
        return library.resolutions().size();
    }

    /** As the reporter's desk does. Returns when the deck is in service. */
    @PostMapping("/bench/publish")
    boolean publish(@RequestBody Deck deck) {
        var id = new DeckId(new ResolutionId(deck.text()), deck.name());
        var base = publishing.source(id).map(DeckPublishing.Source::hash);
        publishing.publish(id, deck.markdown(), new Author("Bench", "bench@localhost"), base);
        return true;
    }
}
