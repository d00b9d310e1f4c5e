package vn.quantriet.lectures;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import vn.quantriet.content.ClauseRef;
import vn.quantriet.content.DeckId;
import vn.quantriet.content.Holding;
import vn.quantriet.content.Library;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.SlideDeck;
import vn.quantriet.content.SlideDeck.Slide;
import vn.quantriet.organisation.CurrentMember;
import vn.quantriet.organisation.Role;

/** The decks in service, as far as the member who is acting may see them: the speaker's words are for reporters. */
@Service
public class Lectures {
    private static final Set<Role> HEAR_THE_SPEAKER = Set.of(Role.REPORTER, Role.EDITOR, Role.ADMINISTRATOR);

    private final Library library;
    private final CurrentMember current;

    Lectures(Library library, CurrentMember current) {
        this.library = library;
        this.current = current;
    }

    /** Every lecture by text, newest text first. */
    public List<ListedLecture> all() {
        current.id();
        return library.resolutions().stream()
                .flatMap(text -> library.listing(text.id()).stream())
                .flatMap(listing -> listing.decks().stream().map(deck -> new ListedLecture(listing.resolution(), deck)))
                .toList();
    }

    /** The deck of a text by names from an address, which may be any strings. */
    public Optional<Lecture> find(String text, String deck) {
        boolean withNotes = seesNotes();
        return holding(text)
                .flatMap(holding -> holding.deck(deck)
                        .map(d -> new Lecture(holding.resolution(), withNotes ? d : withoutNotes(d))));
    }

    /** Whether the acting member may see the words of speakers. */
    public boolean seesNotes() {
        current.id();
        return current.roles().stream().anyMatch(HEAR_THE_SPEAKER::contains);
    }

    /** How a slide of {@code deck} names a clause: {@code II.2} of its own text, {@code 18-NQ/TW II.2} of another. */
    public String citation(DeckId deck, ClauseRef clause) {
        var text = library.resolution(clause.resolution());
        String label =
                text.map(t -> t.label(clause.clause())).orElse(clause.clause().value());
        if (clause.resolution().equals(deck.resolution())) {
            return label;
        }
        return text.map(Resolution::number).orElse(clause.resolution().value()) + " " + label;
    }

    private Optional<Holding> holding(String text) {
        return ResolutionId.isValid(text) ? library.find(new ResolutionId(text)) : Optional.empty();
    }

    private static SlideDeck withoutNotes(SlideDeck deck) {
        var slides = deck.slides().stream()
                .map(s -> new Slide(s.number(), s.title(), s.html(), s.text(), "", s.cites()))
                .toList();
        return new SlideDeck(
                deck.id(), deck.title(), deck.reporter(), deck.audience(), deck.minutes(), slides, deck.hash());
    }
}
