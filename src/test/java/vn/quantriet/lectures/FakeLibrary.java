package vn.quantriet.lectures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.quantriet.content.Author;
import vn.quantriet.content.Clause;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.ClauseRef;
import vn.quantriet.content.DeckId;
import vn.quantriet.content.DeckListing;
import vn.quantriet.content.DeckPublishing;
import vn.quantriet.content.Holding;
import vn.quantriet.content.Library;
import vn.quantriet.content.Listing;
import vn.quantriet.content.Problem;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.SlideDeck;
import vn.quantriet.content.SlideDeck.Slide;
import vn.quantriet.content.Verification;

/** A library in memory whose decks are one slide per line; a line with "!" is a problem. */
public class FakeLibrary implements Library, DeckPublishing {
    public static final ResolutionId NQ_57 = new ResolutionId("57-nq-tw");
    public static final ResolutionId NQ_18 = new ResolutionId("18-nq-tw");
    public static final DeckId CO_SO = new DeckId(NQ_57, "co-so");

    private final Map<ResolutionId, Holding> holdings = new LinkedHashMap<>();
    private final Map<DeckId, Source> sources = new HashMap<>();

    /** Authors of what was published, oldest first. */
    public final List<Author> authors = new ArrayList<>();

    /** Whether anyone waited for the library within a transaction. */
    public boolean inTransaction;

    public FakeLibrary() {
        put(resolution(NQ_57, "57-NQ/TW", "Khoa học, công nghệ và chuyển đổi số"), List.of());
        put(resolution(NQ_18, "18-NQ/TW", "Sắp xếp tổ chức bộ máy"), List.of());
    }

    /** Puts a deck's file there as the seed does. */
    public void seed(DeckId id, String markdown) {
        sources.put(id, new Source(markdown, hash(markdown), Optional.empty()));
    }

    public static String hash(String markdown) {
        return Integer.toHexString(markdown.hashCode());
    }

    /** Puts decks beside a text of this library. */
    public Holding withDecks(ResolutionId text, SlideDeck... decks) {
        return put(get(text).resolution(), List.of(decks));
    }

    public static SlideDeck deck(DeckId id, String title, Slide... slides) {
        return new SlideDeck(
                id, title, "Trần Minh Khang", "Chi bộ nông thôn", OptionalInt.of(45), List.of(slides), "a1b2");
    }

    public static Slide slide(int number, String title, String notesHtml, ClauseRef... cites) {
        return new Slide(number, title, "<h1>" + title + "</h1>", title, notesHtml, List.of(cites));
    }

    public static ClauseRef clause(ResolutionId text, String clause) {
        return new ClauseRef(text, new ClauseId(clause));
    }

    @Override
    public List<Resolution> resolutions() {
        return holdings.values().stream().map(Holding::resolution).toList();
    }

    @Override
    public Optional<Holding> find(ResolutionId id) {
        return Optional.ofNullable(holdings.get(id));
    }

    @Override
    public Optional<Listing> listing(ResolutionId id) {
        return find(id).map(holding -> new Listing(
                holding.resolution(),
                holding.decks().stream().map(DeckListing::of).toList(),
                holding.quiz().isPresent(),
                Integer.toHexString(holding.hashCode())));
    }

    @Override
    public List<Problem> problems() {
        return List.of();
    }

    @Override
    public Checked check(DeckId id, String markdown) {
        var lines = markdown.lines().toList();
        List<Slide> slides = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("!")) {
                problems.add(Problem.at(id.resolution() + "/slides/" + id.name() + ".md", i + 1, 1, "slide.title"));
            } else {
                slides.add(slide(slides.size() + 1, lines.get(i), ""));
            }
        }
        return new Checked(Optional.of(deck(id, "Bài", slides.toArray(Slide[]::new))), problems);
    }

    @Override
    public void publish(DeckId id, String markdown, Author author, Optional<String> base) {
        inTransaction |= TransactionSynchronizationManager.isActualTransactionActive();
        var checked = check(id, markdown);
        if (!checked.isGood()) {
            throw new DeckHasProblems(checked.problems());
        }
        if (!source(id).map(Source::hash).equals(base)) {
            throw new DeckReplacedMeanwhile(id);
        }
        sources.put(id, new Source(markdown, hash(markdown), Optional.of(author)));
        authors.add(author);
        withDecks(id.resolution(), checked.deck().orElseThrow());
    }

    @Override
    public Optional<Source> source(DeckId id) {
        inTransaction |= TransactionSynchronizationManager.isActualTransactionActive();
        return Optional.ofNullable(sources.get(id));
    }

    private Holding put(Resolution resolution, List<SlideDeck> decks) {
        var holding = new Holding(resolution, Map.of(), List.of(), decks, Optional.empty());
        holdings.put(resolution.id(), holding);
        return holding;
    }

    private static Resolution resolution(ResolutionId id, String number, String title) {
        return new Resolution(
                id,
                number,
                Resolution.Kind.RESOLUTION,
                "Bộ Chính trị",
                LocalDate.of(2024, 12, 22),
                title,
                title,
                List.of(),
                Verification.VERIFIED,
                "nguồn mẫu",
                List.of(),
                List.of(standing("i.1.a", "I.1.a", 2), standing("ii.2", "II.2", 1)),
                "h1");
    }

    private static Clause standing(String id, String label, int depth) {
        return new Clause(new ClauseId(id), "", label, "Mục", depth, 0, "h2", "h2");
    }
}
