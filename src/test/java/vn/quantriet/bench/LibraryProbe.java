package vn.quantriet.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.quantriet.content.Author;
import vn.quantriet.content.Library;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.TextPublishing;
import vn.quantriet.search.Search;

/** Asks the portal's services over HTTP what its pages ask them. Only the bench puts it beside the portal. */
@RestController
final class LibraryProbe {
    private final Search search;
    private final Library library;
    private final TextPublishing publishing;

    LibraryProbe(Search search, Library library, TextPublishing publishing) {
        this.search = search;
        this.library = library;
        this.publishing = publishing;
    }

    record Found(boolean building, long total, List<String> texts) {}

    /** Some words of a text to be replaced by others. */
    record Rewording(String text, String old, String words) {}

    @GetMapping("/bench/search")
    Found search(@RequestParam("q") String words) {
        var found =
                search.find(new Search.Query(words, Optional.empty(), Map.of(), Search.Order.RELEVANCE, true, 0, 20));
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

    /** As the editor does. Returns when the text is in service. */
    @PostMapping("/bench/publish")
    boolean publish(@RequestBody Rewording rewording) {
        var id = new ResolutionId(rewording.text());
        var edition = publishing.edition(id).orElseThrow();
        Map<String, String> files = new HashMap<>(edition.files());
        files.computeIfPresent("resolution.md", (name, text) -> text.replace(rewording.old(), rewording.words()));
        publishing.publish(new TextPublishing.Order(
                id,
                files,
                Set.of(),
                Map.of(),
                new Author("Bench", "bench@localhost"),
                Optional.of(edition.version()),
                "Reword " + id));
        return true;
    }
}
