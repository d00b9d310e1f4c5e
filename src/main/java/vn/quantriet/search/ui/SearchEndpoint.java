package vn.quantriet.search.ui;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.ClauseRef;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.search.Passage;
import vn.quantriet.search.Search;
import vn.quantriet.search.Search.Hit;
import vn.quantriet.search.Search.Segment;
import vn.quantriet.search.Search.Suggestion;
import vn.quantriet.ui.Formats;
import vn.quantriet.ui.Translations;

/** What pages ask while somebody types or reads. Plain requests, so that neither costs a session memory. */
@RestController
@RequestMapping("/api/search")
class SearchEndpoint {
    private static final int MOST_SUGGESTIONS = 8;
    private static final int LONGEST = 400;
    private static final int MOST_FURTHER = 3;

    /** Of these the best in other texts are told first. */
    private static final int ALIKE = 12;

    private final Search search;
    private final PassageLabel label;
    private final Translations texts;

    SearchEndpoint(Search search, PassageLabel label, Translations texts) {
        this.search = search;
        this.label = label;
        this.texts = texts;
    }

    /** @param status says how many there are, for those who hear the page */
    record Suggestions(List<Suggested> suggestions, String status) {}

    record Suggested(
            String label, String words, String of, @Nullable String href) {}

    /** @param none what to say when there are no items */
    record Further(List<Item> items, String none) {}

    record Item(String label, String title, String text, String href) {}

    @GetMapping("/suggest")
    ResponseEntity<Suggestions> suggest(@RequestParam("q") String typed, Locale locale) {
        var suggestions = typed.isBlank() || typed.length() > LONGEST
                ? List.<Suggested>of()
                : search.suggest(typed, MOST_SUGGESTIONS).stream()
                        .map(suggestion -> suggested(suggestion, locale))
                        .toList();
        String status = suggestions.isEmpty()
                ? ""
                : texts.getTranslation("search.suggest.count", locale, Formats.number(suggestions.size(), locale));
        return unkept(new Suggestions(suggestions, status));
    }

    @GetMapping("/similar/{text}/{clause}")
    ResponseEntity<Further> similar(@PathVariable String text, @PathVariable String clause, Locale locale) {
        if (!ResolutionId.isValid(text) || !ClauseId.isValid(clause)) {
            return ResponseEntity.notFound().build();
        }
        var id = new ResolutionId(text);
        List<Hit> alike = search.similar("clause/" + text + "/" + clause, ALIKE);
        List<Hit> othersFirst = alike.stream()
                .sorted((one, other) -> Boolean.compare(isOf(id, one), isOf(id, other)))
                .limit(MOST_FURTHER)
                .toList();
        return unkept(further(othersFirst, "search.more.none", locale));
    }

    @GetMapping("/citing/{text}/{clause}")
    ResponseEntity<Further> citing(@PathVariable String text, @PathVariable String clause, Locale locale) {
        if (!ResolutionId.isValid(text) || !ClauseId.isValid(clause)) {
            return ResponseEntity.notFound().build();
        }
        var ref = new ClauseRef(new ResolutionId(text), new ClauseId(clause));
        return unkept(further(search.citing(ref, MOST_FURTHER), "search.more.uncited", locale));
    }

    private static boolean isOf(ResolutionId text, Hit hit) {
        return hit.passage().resolution().equals(text);
    }

    private Suggested suggested(Suggestion suggestion, Locale locale) {
        String key = switch (suggestion.sort()) {
            case TEXT -> "search.suggest.text";
            case CLAUSE -> "search.suggest.clause";
            case QUERY -> "search.suggest.query";
        };
        return new Suggested(
                texts.getTranslation(key, locale),
                suggestion.words(),
                suggestion.of(),
                suggestion.href().orElse(null));
    }

    private Further further(List<Hit> hits, String none, Locale locale) {
        return new Further(hits.stream().map(hit -> item(hit, locale)).toList(), texts.getTranslation(none, locale));
    }

    private Item item(Hit hit, Locale locale) {
        Passage passage = hit.passage();
        var words = new StringBuilder();
        hit.excerpt().stream().map(Segment::text).forEach(words::append);
        return new Item(
                label.whole(passage, locale),
                passage.title().isEmpty() ? passage.source() : passage.title(),
                words.toString(),
                passage.href());
    }

    private static <T> ResponseEntity<T> unkept(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
