package vn.quantriet.content;

import java.util.List;
import java.util.Optional;

/** Checks and publishes lecture decks. */
public interface DeckPublishing {

    /** Parses a deck as it would be if published; changes nothing. */
    Checked check(DeckId id, String markdown);

    /**
     * Writes the deck into the library folder and commits it in the author's name. When this returns the deck is readable,
     * and {@link ContentChanged} has been published.
     *
     * @throws DeckHasProblems when {@link #check} finds any; nothing is written
     */
    void publish(DeckId id, String markdown, Author author);

    /** The deck's present Markdown, for editing it further. */
    Optional<String> source(DeckId id);

    /** What a check found; the deck is present when it could be made out despite problems. */
    record Checked(Optional<SlideDeck> deck, List<Problem> problems) {
        public Checked {
            problems = List.copyOf(problems);
        }

        public boolean isGood() {
            return problems.isEmpty() && deck.isPresent();
        }
    }

    /** Who publishes, as the history will name them. */
    record Author(String name, String email) {}

    /** A deck with problems was to be published. */
    class DeckHasProblems extends RuntimeException {
        private final transient List<Problem> problems;

        public DeckHasProblems(List<Problem> problems) {
            super(problems.size() + " problems, first at " + problems.getFirst().place());
            this.problems = List.copyOf(problems);
        }

        public List<Problem> problems() {
            return problems;
        }
    }
}
