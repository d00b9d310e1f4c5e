package vn.quantriet.lectures.ui;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import vn.quantriet.content.SlideDeck;
import vn.quantriet.content.SlideDeck.Slide;
import vn.quantriet.lectures.DeckAddress;
import vn.quantriet.lectures.Lectures;

/** Gives the elements that present a deck or show its slides what they fetch, the words of the speaker only to those who may see them. */
@RestController
class DeckAnswers {
    private static final MediaType MARKDOWN = new MediaType("text", "markdown", StandardCharsets.UTF_8);

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final Lectures lectures;
    private final SlidePages pages;

    DeckAnswers(Lectures lectures, SlidePages pages) {
        this.lectures = lectures;
        this.pages = pages;
    }

    @GetMapping("/api/decks/{text}/{deck}")
    ResponseEntity<DeckAnswer> deck(
            @PathVariable String text, @PathVariable String deck, Locale locale, WebRequest request) {
        boolean withNotes = lectures.seesNotes();
        return answer(text, deck, locale, request, MediaType.APPLICATION_JSON, found -> answer(found, withNotes));
    }

    /** The slides one below the other, for the page to read. */
    @GetMapping("/api/decks/{text}/{deck}/pages")
    ResponseEntity<String> pages(
            @PathVariable String text, @PathVariable String deck, Locale locale, WebRequest request) {
        return answer(text, deck, locale, request, HTML, found -> pages.html(found, locale));
    }

    private <T> ResponseEntity<T> answer(
            String text, String deck, Locale locale, WebRequest request, MediaType type, Function<SlideDeck, T> body) {
        var lecture = lectures.find(text, deck);
        if (lecture.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        SlideDeck found = lecture.get().deck();
        // The role is part of the tag: who becomes a reporter must not be left with the answer of before.
        String tag = "\"" + found.hash() + (lectures.seesNotes() ? "-notes-" : "-") + locale.getLanguage() + "\"";
        if (request.checkNotModified(tag)) {
            return ResponseEntity.status(304).eTag(tag).cacheControl(always()).build();
        }
        return ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(always())
                .contentType(type)
                .body(body.apply(found));
    }

    /** A deck to begin from, which has no problems on any text that has a clause I.1. */
    @GetMapping(DeckAddress.TEMPLATE)
    ResponseEntity<Resource> template() {
        return ResponseEntity.ok()
                .contentType(MARKDOWN)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"bai-giang-mau.md\"")
                .body(new ClassPathResource("bai-giang-mau.md", DeckAnswers.class));
    }

    /** Kept by this browser alone, and asked about each time. */
    private static CacheControl always() {
        return CacheControl.noCache().cachePrivate();
    }

    private DeckAnswer answer(SlideDeck deck, boolean withNotes) {
        return new DeckAnswer(
                deck.title(),
                deck.slides().stream()
                        .map(slide -> answer(deck, slide, withNotes))
                        .toList());
    }

    private SlideAnswer answer(SlideDeck deck, Slide slide, boolean withNotes) {
        var cites = slide.cites().stream()
                .distinct()
                .map(cite -> new CiteAnswer(lectures.citation(deck.id(), cite), DeckAddress.clause(cite)))
                .toList();
        String notes = withNotes && !slide.notesHtml().isEmpty() ? slide.notesHtml() : null;
        String html = SlideHtml.withoutCitationLines(slide.html());
        return new SlideAnswer(slide.number(), slide.title(), html, cites, notes);
    }

    record DeckAnswer(String title, List<SlideAnswer> slides) {}

    record SlideAnswer(
            int number,
            String title,
            String html,
            List<CiteAnswer> cites,
            @Nullable String notes) {}

    record CiteAnswer(String label, String href) {}
}
