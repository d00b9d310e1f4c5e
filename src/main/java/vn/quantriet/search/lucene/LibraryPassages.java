package vn.quantriet.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.quantriet.content.Clause;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.ClauseRef;
import vn.quantriet.content.Holding;
import vn.quantriet.content.KeyPoint;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.SlideDeck;
import vn.quantriet.search.Passage;
import vn.quantriet.search.Passage.Audience;
import vn.quantriet.search.Passage.Kind;
import vn.quantriet.ui.Formats;

/**
 * The passages of one text: the text as a whole, its clauses, key points and slides. Neither quiz questions, which would give
 * answers away, nor the speaker's notes on slides, which are for reporters only.
 */
public record LibraryPassages(List<Passage> passages) {
    private static final Audience EVERYONE = new Audience.Everyone();

    public static LibraryPassages of(Holding holding) {
        Resolution text = holding.resolution();
        List<Passage> passages = new ArrayList<>();
        passages.add(whole(text));
        text.clauses().forEach(clause -> passages.add(clause(text, clause, holding.words(clause.id()))));
        holding.keyPoints().forEach(point -> passages.add(keyPoint(text, point)));
        for (SlideDeck deck : holding.decks()) {
            deck.slides().forEach(slide -> passages.add(slide(text, deck, slide)));
        }
        return new LibraryPassages(List.copyOf(passages));
    }

    /** Found by number and title, it opens the text at its beginning. */
    private static Passage whole(Resolution text) {
        List<String> facts = new ArrayList<>(List.of(text.shortTitle(), text.issuer(), Formats.date(text.issued())));
        facts.addAll(text.topics());
        return passage(
                "text/" + text.id(),
                Kind.CLAUSE,
                text,
                Optional.empty(),
                text.title(),
                String.join(" · ", facts),
                address(text, Optional.empty()),
                Set.of());
    }

    private static Passage clause(Resolution text, Clause clause, String words) {
        Optional<ClauseId> id = Optional.of(clause.id());
        return passage(
                "clause/" + text.id() + "/" + clause.id(),
                Kind.CLAUSE,
                text,
                id,
                clause.title(),
                words,
                address(text, id),
                Set.of());
    }

    private static Passage keyPoint(Resolution text, KeyPoint point) {
        Optional<ClauseId> cited = point.cites().stream().findFirst();
        return passage(
                "key-point/" + text.id() + "/" + point.number(),
                Kind.KEY_POINT,
                text,
                cited,
                point.title(),
                point.text(),
                address(text, cited),
                point.cites().stream().map(c -> new ClauseRef(text.id(), c)).collect(Collectors.toSet()));
    }

    private static Passage slide(Resolution text, SlideDeck deck, SlideDeck.Slide slide) {
        Optional<ClauseId> cited = slide.cites().stream()
                .filter(c -> c.resolution().equals(text.id()))
                .map(ClauseRef::clause)
                .findFirst();
        return passage(
                "slide/" + deck.id() + "/" + slide.number(),
                Kind.SLIDE,
                text,
                cited,
                slide.title(),
                slide.text(),
                "/bai-giang/" + deck.id() + "#trang-" + slide.number(),
                Set.copyOf(slide.cites()));
    }

    private static String address(Resolution text, Optional<ClauseId> clause) {
        return "/van-ban/" + text.id() + clause.map(c -> "#" + c).orElse("");
    }

    private static Passage passage(
            String key,
            Kind kind,
            Resolution text,
            Optional<ClauseId> clause,
            String title,
            String words,
            String href,
            Set<ClauseRef> cites) {
        return new Passage(
                key, kind, text.id(), clause, text.number(), text.title(), title, words, href, cites, EVERYONE);
    }
}
